// A scenario's journal as an HTTP archive, version 1.2 (http://www.softwareishard.com/blog/har-12-spec).
#include "report/har_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "gcmock/domain/duration.h"
#include "report/journal_json.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr int not_known = -1;  // HAR's own word for a size or duration that is not there

double milliseconds(std::chrono::nanoseconds duration) {
  return static_cast<double>(std::max<std::chrono::nanoseconds::rep>(duration.count(), 0)) / 1e6;
}

bool is_named(const std::string& name, std::string_view wanted) {
  return std::ranges::equal(name, wanted, {}, [](unsigned char c) { return std::tolower(c); });
}

/// `wanted` in small letters; empty where there is none.
std::string header_of(const Pairs& headers, std::string_view wanted) {
  const auto found = std::ranges::find_if(headers, [&](const auto& each) { return is_named(each.first, wanted); });
  return found == headers.end() ? "" : found->second;
}

json pairs_of(const Pairs& pairs) {
  json list = json::array();
  for (const auto& [name, value] : pairs) list.push_back({{"name", name}, {"value", value}});
  return list;
}

/// As it stood in the request: not decoded.
json query_of(std::string_view query) {
  json list = json::array();
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(part.size() + 1, query.size()));
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view value = part.substr(std::min(equals + 1, part.size()));
    if (!part.empty()) list.push_back({{"name", std::string(part.substr(0, equals))}, {"value", std::string(value)}});
  }
  return list;
}

std::string url_of(const Exchange& exchange) {
  const std::string host = header_of(exchange.request_headers, "host");
  const std::string query = exchange.query.empty() ? "" : '?' + exchange.query;
  return fmt::format("http://{}{}{}", host.empty() ? "127.0.0.1" : host, exchange.path, query);
}

json request_of(const Exchange& exchange) {
  json request = {{"method", exchange.method},
                  {"url", url_of(exchange)},
                  {"httpVersion", "HTTP/1.1"},
                  {"cookies", json::array()},
                  {"headers", pairs_of(exchange.request_headers)},
                  {"queryString", query_of(exchange.query)},
                  {"headersSize", not_known},
                  {"bodySize", not_known}};
  if (!exchange.request_fields.empty()) {
    request["postData"] = {{"mimeType", header_of(exchange.request_headers, "content-type")},
                           {"params", pairs_of(exchange.request_fields)},
                           {"text", ""}};
  } else if (!exchange.request_body.empty()) {
    request["postData"] = {{"mimeType", header_of(exchange.request_headers, "content-type")},
                           {"params", json::array()},
                           {"text", exchange.request_body}};
  }
  return request;
}

json response_of(const Exchange& exchange) {
  return {{"status", exchange.status},
          {"statusText", exchange.error_code},
          {"httpVersion", "HTTP/1.1"},
          {"cookies", json::array()},
          {"headers", pairs_of(exchange.answer_headers)},
          {"content",
           {{"size", exchange.answer_body.size()},
            {"mimeType", header_of(exchange.answer_headers, "content-type")},
            {"text", exchange.answer_body}}},
          {"redirectURL", header_of(exchange.answer_headers, "location")},
          {"headersSize", not_known},
          {"bodySize", not_known}};
}

json entry_of(const Exchange& exchange) {
  const double wait = milliseconds(exchange.decided - exchange.arrived);
  const double receive = milliseconds(exchange.delivery.finished - exchange.decided);
  const json journalled = journal_entry(exchange);
  return {{"startedDateTime", rfc3339(exchange.at)},
          {"time", wait + receive},
          {"request", request_of(exchange)},
          {"response", response_of(exchange)},
          {"cache", json::object()},
          {"timings", {{"send", 0}, {"wait", wait}, {"receive", receive}}},
          {"connection", std::to_string(exchange.connection)},
          {"comment", fmt::format("#{}", exchange.seq)},
          {"_gcmock",
           {{"seq", exchange.seq},
            {"arrived_ms", milliseconds(exchange.arrived)},
            {"subject", journalled.at("subject")},
            {"refusal", journalled.at("answer").at("refusal")},
            {"trail", journalled.at("trail")},
            {"rule", journalled.at("rule")},
            {"delivery", journalled.at("delivery")}}}};
}

}  // namespace

std::string har_report(const ScenarioResult& scenario, std::string_view gcmock_version) {
  json entries = json::array();
  for (const Exchange& exchange : scenario.journal) entries.push_back(entry_of(exchange));
  const std::string verdict = fmt::format("{}: {}", scenario.id, to_string(scenario.status));
  const json archive = {
      {"log",
       {{"version", "1.2"},
        {"creator", {{"name", "gcmock"}, {"version", gcmock_version}}},
        {"pages", json::array()},
        {"entries", entries},
        {"comment", verdict + ". Dates are virtual time, durations real; credentials are replaced by their labels."}}}};
  return archive.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

}  // namespace gcmock
