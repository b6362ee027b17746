// Why a request was refused, as JSON, for programs.
#include "report/explanation_json.h"

#include <nlohmann/json.hpp>

namespace gcmock {

using json = nlohmann::ordered_json;

json explanation_entry(const Explanation& explanation) {
  json trail = json::array();
  for (const Explanation::Line& line : explanation.trail) {
    trail.push_back({{"passed", line.passed}, {"claim", line.claim}, {"compared", line.compared}});
  }
  return {{"exchange", explanation.exchange},
          {"request", explanation.request},
          {"status", explanation.status},
          {"reason", to_string(explanation.reason)},
          {"trail", trail},
          {"decided_at", explanation.decided_at},
          {"remedy", explanation.remedy},
          {"genesys_shows", explanation.genesys_shows},
          {"change", explanation.change}};
}

}  // namespace gcmock
