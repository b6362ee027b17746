// The refresh token grant, RFC 6749 §6.
//
// Order of the checks: who asks (RFC 6749 §5.2 wants the client authenticated first), in the org that the token belongs
// to; may it ask at all; is the token good; is what it gives still to be had. The first check that fails refuses.
//
// Whose token? Where the org knows the presented client but issued the token to another one, it is
// refresh_token_of_another_client. Where the org does not know the presented client and the token is not its own, the
// client brought one org's token for another: refresh_token_of_another_org. Where the token is the client's own, the
// org has lost the registration since: client_not_registered_in_org, which is what the community report is about.
#include <fmt/format.h>

#include "domain/decide_grants.h"
#include "domain/token_checks.h"

namespace gcmock {

namespace {

bool token_is_known(const Hearing& hearing, const IssuedToken* token, TrailRecorder& trail) {
  if (token != nullptr) return trail.pass(Check::token_is_known);
  return client_secret_matches_anywhere(hearing, trail) &&
         trail.refuse(Check::token_is_known, RefusalReason::refresh_token_unknown, "a refresh token of this world",
                      "one that was never issued");
}

bool client_is_of_the_tokens_org(const Hearing& hearing, const IssuedToken& token, TrailRecorder& trail) {
  if (hearing.client || token.client == hearing.presented.id) return client_is_registered_in_org(hearing, trail);
  return client_secret_matches_anywhere(hearing, trail) &&
         trail.refuse(Check::token_belongs_to_client, RefusalReason::refresh_token_of_another_org,
                      "an org that knows this client", fmt::format("a refresh token of org {}", token.org.value));
}

bool token_belongs_to_client(const Hearing& hearing, const IssuedToken& token, TrailRecorder& trail) {
  return token.client == hearing.presented.id
             ? trail.pass(Check::token_belongs_to_client)
             : trail.refuse(Check::token_belongs_to_client, RefusalReason::refresh_token_of_another_client,
                            hearing.presented.id.value, token.client.value);
}

bool token_is_not_revoked(const IssuedToken& token, TrailRecorder& trail) {
  return !token.revoked ? trail.pass(Check::token_is_not_revoked)
                        : trail.refuse(Check::token_is_not_revoked, RefusalReason::refresh_token_revoked, "not revoked",
                                       "revoked");
}

bool token_is_not_spent(const Hearing& hearing, const IssuedToken& token, TrailRecorder& trail) {
  const RefreshPolicy& policy = hearing.world.refresh;
  if (!token.spent_at) return trail.pass(Check::token_is_not_spent);
  if (hearing.now < *token.spent_at + policy.grace_window) return trail.pass(Check::token_is_not_spent);
  const auto ago = std::chrono::duration_cast<std::chrono::seconds>(hearing.now - *token.spent_at);
  trail.refuse(Check::token_is_not_spent, RefusalReason::refresh_token_spent, "not spent",
               fmt::format("spent {} s ago", ago.count()));
  if (policy.reuse_detection == ReuseDetection::revoke_family) trail.revoke_family(token.family);
  return false;
}

bool token_is_not_expired(const Hearing& hearing, const IssuedToken& token, TrailRecorder& trail) {
  if (!token.is_expired(hearing.now)) return trail.pass(Check::token_is_not_expired);
  const auto ago = std::chrono::duration_cast<std::chrono::seconds>(hearing.now - *token.expires_at);
  return trail.refuse(Check::token_is_not_expired, RefusalReason::refresh_token_expired, "not expired",
                      fmt::format("expired {} s ago", ago.count()));
}

bool may_refresh(const Hearing& hearing, const IssuedToken* token, const RefreshRequest& request,
                 TrailRecorder& trail) {
  return client_is_identified(hearing, trail) && client_is_known(hearing, trail) &&
         token_is_known(hearing, token, trail) && org_is_active(hearing, trail) &&
         client_is_of_the_tokens_org(hearing, *token, trail) && client_is_authorized_in_org(hearing, trail) &&
         client_is_active(hearing, trail) && client_secret_matches(hearing, SecretNeed::required, trail) &&
         token_belongs_to_client(hearing, *token, trail) &&
         grant_type_is_authorized(hearing, GrantType::refresh_token, trail) && rate_is_within_limit(hearing, trail) &&
         token_is_not_revoked(*token, trail) && token_is_not_spent(hearing, *token, trail) &&
         token_is_not_expired(hearing, *token, trail) && user_may_act(hearing, token->user, token->home, trail) &&
         scope_is_within_grant(request.scope, token->scopes, trail) &&
         scopes_are_granted_in_org(hearing, token->scopes, trail) && roles_are_assigned_in_org(hearing, trail);
}

Granted grant(const Hearing& hearing, const IssuedToken& token, const RefreshRequest& request) {
  const OAuthClient& client = *hearing.client->registration;
  Granted granted;
  granted.org = token.org;
  granted.client = token.client;
  granted.user = token.user;
  granted.home = token.home;
  granted.scopes = request.scope.empty() ? token.scopes : request.scope;
  granted.access_token_lifetime = client.access_token_lifetime;
  granted.refresh_token_lifetime = client.refresh_token_lifetime;
  granted.family = token.family;
  switch (hearing.world.refresh.rotation) {
    case Rotation::rotate:
      granted.refresh = RefreshIssue::fresh;
      granted.spends_refresh_token = request.refresh_token;
      break;
    case Rotation::same_token:
      granted.refresh = RefreshIssue::same;
      granted.same_refresh_token = request.refresh_token;
      break;
    case Rotation::none_returned:
      granted.refresh = RefreshIssue::none;
      break;
  }
  return granted;
}

}  // namespace

Ruling decide_refresh(const World& world, const Ledger& ledger, const RefreshRequest& request, Instant now) {
  Ruling ruling;
  ruling.subject = identify(world, ledger, request);
  const IssuedToken* const token = ledger.refresh_token(request.refresh_token);
  Hearing hearing{
      .world = world, .ledger = ledger, .presented = request.client, .now = now, .org = nullptr, .client = {}};
  if (token != nullptr) {
    hearing.org = find_org(world, token->org);
    hearing.client = find_client(world, token->org, request.client.id);
  }

  TrailRecorder trail(ruling.subject);
  if (may_refresh(hearing, token, request, trail)) {
    ruling.outcome = grant(hearing, *token, request);
  } else {
    ruling.outcome = trail.take_refusal();
  }
  ruling.trail = trail.take_steps();
  return ruling;
}

}  // namespace gcmock
