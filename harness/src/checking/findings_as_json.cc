#include <algorithm>
#include <nlohmann/json.hpp>

#include "checking/finding_forms.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

json of(const SourcePlace& place) {
  return {{"file", place.file}, {"line", place.line}, {"column", place.column}};
}

json of(const FileFinding& finding) {
  const Diagnostic& told = finding.diagnostic;
  json out = {{"code", told.code},
              {"severity", finding.weight == FileFinding::Weight::mistake ? "error" : "warning"},
              {"file", told.place.file},
              {"line", told.place.line},
              {"column", told.place.column},
              {"length", told.length},
              {"what", told.what},
              {"fix", told.fix},
              {"can_be_fixed", finding.repair.has_value()}};
  if (told.also) {
    out["also"] = of(*told.also);
    out["also_what"] = told.also_what;
  }
  return out;
}

}  // namespace

std::size_t count_mistakes(const std::vector<FileFinding>& findings) {
  return static_cast<std::size_t>(std::ranges::count(findings, FileFinding::Weight::mistake, &FileFinding::weight));
}

std::string findings_as_json(const std::vector<FileFinding>& findings, std::size_t files) {
  const std::size_t mistakes = count_mistakes(findings);
  json out = {{"files", files}, {"mistakes", mistakes}, {"warnings", findings.size() - mistakes}};
  out["findings"] = json::array();
  for (const FileFinding& finding : findings) out["findings"].push_back(of(finding));
  return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace gcmock
