// I-38: what is over in one org is over there alone: where its user revoked a grant, the other orgs' grants are as good
// as before. A client that is refused as such is I-19's.
#include "invariants/left_untried.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool ended_a_grant(const Exchange& exchange) {
  return is_token_request(exchange) && client_was_told(exchange) == Told::grant_is_dead && exchange.subject.org;
}

InvariantVerdict check(const Evidence& evidence) {
  return orgs_left_untried(evidence, {ended_a_grant, "grant of", " had ended"});
}

}  // namespace

Invariant refusal_stays_in_its_org() {
  return {"I-38", "a grant that is over in one org leaves the other orgs alone", "RFC 7009 §2.2", Severity::warning,
          check};
}

}  // namespace gcmock
