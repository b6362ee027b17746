// The client credentials grant, RFC 6749 §4.4: no user, no refresh token, and the org is the one that owns the client
// (source: vendor_doc).
#include "domain/decide_grants.h"
#include "domain/token_checks.h"

namespace gcmock {

namespace {

bool may_have_a_token(const Hearing& hearing, const ClientCredentialsRequest& request, TrailRecorder& trail) {
  return client_is_identified(hearing, trail) && client_is_known(hearing, trail) && org_is_active(hearing, trail) &&
         client_is_active(hearing, trail) && client_secret_matches(hearing, SecretNeed::required, trail) &&
         grant_type_is_authorized(hearing, GrantType::client_credentials, trail) &&
         rate_is_within_limit(hearing, trail) &&
         scope_is_within_grant(request.scope, hearing.client->scopes(), trail) &&
         roles_are_assigned_in_org(hearing, trail);
}

Granted grant(const Hearing& hearing, const ClientCredentialsRequest& request) {
  Granted granted;
  granted.org = hearing.org->name;
  granted.client = request.client.id;
  granted.scopes = request.scope.empty() ? hearing.client->scopes() : request.scope;
  granted.access_token_lifetime = hearing.client->registration->access_token_lifetime;
  return granted;
}

}  // namespace

Ruling decide_client_credentials(const World& world, const Ledger& ledger, const ClientCredentialsRequest& request,
                                 Instant now) {
  Ruling ruling;
  ruling.subject = identify(world, request);
  Hearing hearing{
      .world = world, .ledger = ledger, .presented = request.client, .now = now, .org = nullptr, .client = {}};
  if (ruling.subject.org) {
    hearing.org = find_org(world, *ruling.subject.org);
    hearing.client = find_client(world, *ruling.subject.org, request.client.id);
  }

  TrailRecorder trail(ruling.subject);
  if (may_have_a_token(hearing, request, trail)) {
    ruling.outcome = grant(hearing, request);
  } else {
    ruling.outcome = trail.take_refusal();
  }
  ruling.trail = trail.take_steps();
  return ruling;
}

}  // namespace gcmock
