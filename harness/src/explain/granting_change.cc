#include "explain/granting_change.h"

#include "explain/change_draft.h"

namespace gcmock {

std::string granting_change(const Scenario& scenario, const Exchange& refused, const std::vector<std::string>& places) {
  return refused.trail.empty() || !refused.refusal ? std::string{} : ChangeDraft(scenario, refused, places).text();
}

}  // namespace gcmock
