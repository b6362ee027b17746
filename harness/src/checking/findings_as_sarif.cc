// SARIF 2.1.0, §3: what code hosts and editors read. Columns count characters, as the run says.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "checking/diagnostic_pages.h"
#include "checking/finding_forms.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

/// RFC 3986 §2.1. An absolute path is a file URI (RFC 8089).
std::string uri_of(const std::string& file) {
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    uri += unreserved.find(c) != std::string_view::npos ? std::string(1, c)
                                                        : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

json location_of(const SourcePlace& place, int length) {
  json physical = {{"artifactLocation", {{"uri", uri_of(place.file)}}}};
  if (place.line > 0) {
    physical["region"] = {{"startLine", place.line},
                          {"startColumn", std::max(1, place.column)},
                          {"endColumn", std::max(1, place.column) + std::max(1, length)}};
  }
  return {{"physicalLocation", physical}};
}

json result_of(const FileFinding& finding, std::size_t rule) {
  const Diagnostic& told = finding.diagnostic;
  json result = {{"ruleId", told.code},
                 {"ruleIndex", rule},
                 {"level", finding.weight == FileFinding::Weight::mistake ? "error" : "warning"},
                 {"message", {{"text", told.fix.empty() ? told.what : told.what + "; " + told.fix}}},
                 {"locations", json::array({location_of(told.place, told.length)})}};
  if (told.also) {
    json related = location_of(*told.also, 1);
    related["message"] = {{"text", told.also_what}};
    result["relatedLocations"] = json::array({related});
  }
  return result;
}

json rule_of(const std::string& code) {
  json rule = {{"id", code}};
  if (const DiagnosticPage* page = find_page(code)) {
    rule["shortDescription"] = {{"text", page->meaning}};
    rule["help"] = {{"text", page->why}};
  }
  return rule;
}

}  // namespace

std::string findings_as_sarif(const std::vector<FileFinding>& findings, std::string_view version) {
  std::map<std::string, std::size_t> index;
  json rules = json::array();
  json results = json::array();
  for (const FileFinding& finding : findings) {
    const auto [rule, is_new] = index.try_emplace(finding.diagnostic.code, rules.size());
    if (is_new) rules.push_back(rule_of(finding.diagnostic.code));
    results.push_back(result_of(finding, rule->second));
  }
  const json driver = {{"name", "gcmock"}, {"version", version}, {"rules", rules}};
  const json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  const json log = {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", json::array({run})}};
  return log.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace gcmock
