// The SAML2 bearer grant, RFC 7522: an assertion that an org's identity provider gave to one of its users is presented
// with the org's name (source: sdk_source, loginSaml2BearerGrant). No refresh token (sdk_source).
//
// Order of the checks: as for a refresh; here the request names the org that judges, not the assertion. An assertion is
// good once (RFC 7522 §3 lets a server ensure that; that the vendor does is assumed).
#include <fmt/format.h>

#include "domain/decide_grants.h"
#include "domain/token_checks.h"

namespace gcmock {

namespace {

bool org_is_known(const Hearing& hearing, const Saml2BearerRequest& request, TrailRecorder& trail) {
  if (hearing.org != nullptr) return trail.pass(Check::login_org_is_known);
  return client_secret_matches_anywhere(hearing, trail) &&
         trail.refuse(Check::login_org_is_known, RefusalReason::login_org_unknown, "an org of this world",
                      request.org_name);
}

bool assertion_is_known(const IssuedToken* assertion, TrailRecorder& trail) {
  return assertion != nullptr ? trail.pass(Check::assertion_is_known)
                              : trail.refuse(Check::assertion_is_known, RefusalReason::saml_assertion_unknown,
                                             "an assertion of an identity provider of this world", "another");
}

bool assertion_belongs_to_org(const Hearing& hearing, const IssuedToken& assertion, TrailRecorder& trail) {
  return assertion.org == hearing.org->name
             ? trail.pass(Check::assertion_belongs_to_org)
             : trail.refuse(Check::assertion_belongs_to_org, RefusalReason::saml_assertion_of_another_org,
                            "one of org " + hearing.org->name.value, "one of org " + assertion.org.value);
}

bool assertion_is_not_used(const IssuedToken& assertion, TrailRecorder& trail) {
  return !assertion.spent_at && !assertion.revoked
             ? trail.pass(Check::assertion_is_not_used)
             : trail.refuse(Check::assertion_is_not_used, RefusalReason::saml_assertion_used, "not used", "used");
}

bool assertion_is_not_expired(const Hearing& hearing, const IssuedToken& assertion, TrailRecorder& trail) {
  if (!assertion.is_expired(hearing.now)) return trail.pass(Check::assertion_is_not_expired);
  const auto ago = std::chrono::duration_cast<std::chrono::seconds>(hearing.now - *assertion.expires_at);
  return trail.refuse(Check::assertion_is_not_expired, RefusalReason::saml_assertion_expired, "not expired",
                      fmt::format("expired {} s ago", ago.count()));
}

bool may_have_a_token(const Hearing& hearing, const IssuedToken* assertion, const Saml2BearerRequest& request,
                      TrailRecorder& trail) {
  return client_is_identified(hearing, trail) && client_is_known(hearing, trail) &&
         org_is_known(hearing, request, trail) && org_is_active(hearing, trail) &&
         client_is_registered_in_org(hearing, trail) && client_is_authorized_in_org(hearing, trail) &&
         client_is_active(hearing, trail) && client_secret_matches(hearing, SecretNeed::required, trail) &&
         grant_type_is_authorized(hearing, GrantType::saml2_bearer, trail) && rate_is_within_limit(hearing, trail) &&
         assertion_is_known(assertion, trail) && assertion_belongs_to_org(hearing, *assertion, trail) &&
         assertion_is_not_used(*assertion, trail) && assertion_is_not_expired(hearing, *assertion, trail) &&
         user_may_act(hearing, assertion->user, assertion->home, trail) &&
         scope_is_within_grant(request.scope, hearing.client->scopes(), trail) &&
         roles_are_assigned_in_org(hearing, trail);
}

Granted grant(const Hearing& hearing, const IssuedToken& assertion, const Saml2BearerRequest& request) {
  Granted granted;
  granted.org = hearing.org->name;
  granted.client = request.client.id;
  granted.user = assertion.user;
  granted.scopes = request.scope.empty() ? hearing.client->scopes() : request.scope;
  granted.access_token_lifetime = hearing.client->registration->access_token_lifetime;
  granted.uses_assertion = request.assertion;
  return granted;
}

}  // namespace

Ruling decide_saml2(const World& world, const Ledger& ledger, const Saml2BearerRequest& request, Instant now) {
  Ruling ruling;
  ruling.subject = identify(world, ledger, request);
  const IssuedToken* const assertion = ledger.saml_assertion(request.assertion);
  const OrgName org(request.org_name);
  const Hearing hearing{.world = world,
                        .ledger = ledger,
                        .presented = request.client,
                        .now = now,
                        .org = find_org(world, org),
                        .client = find_client(world, org, request.client.id)};

  TrailRecorder trail(ruling.subject);
  if (may_have_a_token(hearing, assertion, request, trail)) {
    ruling.outcome = grant(hearing, *assertion, request);
  } else {
    ruling.outcome = trail.take_refusal();
  }
  ruling.trail = trail.take_steps();
  return ruling;
}

}  // namespace gcmock
