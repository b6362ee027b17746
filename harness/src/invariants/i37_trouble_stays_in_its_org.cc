// I-37: an org that answers 429 or 5xx, or not at all, keeps nobody from being served but itself.
#include "invariants/left_untried.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool is_trouble(const Exchange& exchange) {
  return exchange.subject.org && (puts_off(exchange) || !was_delivered(exchange));
}

InvariantVerdict check(const Evidence& evidence) {
  return orgs_left_untried(evidence, {is_trouble, "trouble of", ""});
}

}  // namespace

Invariant trouble_stays_in_its_org() {
  return {"I-37", "an org in trouble keeps no other org from being served", "field practice", Severity::warning, check};
}

}  // namespace gcmock
