// The authorization code grant, RFC 6749 §4.1.3, with PKCE, RFC 7636 §4.6.
//
// Order of the checks: as for a refresh; then the redirect URI, registered and the same as when the code was asked for,
// and last the verifier. A used code is told before an expired one: reuse is the graver finding (RFC 6749 §4.1.2).
#include <fmt/format.h>

#include <algorithm>

#include "domain/decide_grants.h"
#include "domain/fingerprints.h"
#include "domain/token_checks.h"

namespace gcmock {

namespace {

bool code_is_known(const Hearing& hearing, const IssuedCode* code, TrailRecorder& trail) {
  if (code != nullptr) return trail.pass(Check::code_is_known);
  return client_secret_matches_anywhere(hearing, trail) &&
         trail.refuse(Check::code_is_known, RefusalReason::code_unknown, "a code of this world",
                      "one that was never issued");
}

/// As for a refresh token; but there is one reason only for a code of somebody else's, be it in this org or another.
bool client_is_of_the_codes_org(const Hearing& hearing, const IssuedCode& code, TrailRecorder& trail) {
  if (hearing.client || code.client == hearing.presented.id) return client_is_registered_in_org(hearing, trail);
  return client_secret_matches_anywhere(hearing, trail) &&
         trail.refuse(Check::code_belongs_to_client, RefusalReason::code_of_another_client,
                      "an org that knows this client", fmt::format("a code of org {}", code.org.value));
}

bool code_belongs_to_client(const Hearing& hearing, const IssuedCode& code, TrailRecorder& trail) {
  return code.client == hearing.presented.id
             ? trail.pass(Check::code_belongs_to_client)
             : trail.refuse(Check::code_belongs_to_client, RefusalReason::code_of_another_client,
                            hearing.presented.id.value, code.client.value);
}

/// The official SDKs send no secret with PKCE, though the client has one (source: sdk_source). Where the client must
/// use PKCE and sends neither, what it lacks is the verifier.
SecretNeed secret_need(const Hearing& hearing, const IssuedCode& code, const AuthorizationCodeRequest& request) {
  const bool proves_by_verifier = code.code_challenge && request.code_verifier;
  const bool must_prove = hearing.client->registration->proof_key == ProofKey::required;
  return proves_by_verifier || must_prove ? SecretNeed::replaced_by_pkce : SecretNeed::required;
}

bool code_is_not_used(const Hearing& hearing, const IssuedCode& code, TrailRecorder& trail) {
  if (!code.spent_at && !code.revoked) return trail.pass(Check::code_is_not_used);
  trail.refuse(Check::code_is_not_used, RefusalReason::code_used, "not used", code.revoked ? "revoked" : "used");
  if (code.spent_at && hearing.world.refresh.reuse_detection == ReuseDetection::revoke_family) {
    trail.revoke_family(code.family);
  }
  return false;
}

bool code_is_not_expired(const Hearing& hearing, const IssuedCode& code, TrailRecorder& trail) {
  if (!code.is_expired(hearing.now)) return trail.pass(Check::code_is_not_expired);
  const auto ago = std::chrono::duration_cast<std::chrono::seconds>(hearing.now - *code.expires_at);
  return trail.refuse(Check::code_is_not_expired, RefusalReason::code_expired, "not expired",
                      fmt::format("expired {} s ago", ago.count()));
}

/// "none" for no redirect URI at all, so that a report never shows an empty comparison.
std::string shown(const std::string& redirect_uri) {
  return redirect_uri.empty() ? "none" : redirect_uri;
}

bool redirect_uri_is_registered(const Hearing& hearing, const std::string& redirect_uri, TrailRecorder& trail) {
  // RFC 6749 §4.1.3: it may be left out where the authorization request had none; the next check sees to that.
  if (redirect_uri.empty()) return true;
  const auto& registered = hearing.client->registration->redirect_uris;
  return std::ranges::find(registered, redirect_uri) != registered.end()
             ? trail.pass(Check::redirect_uri_is_registered)
             : trail.refuse(Check::redirect_uri_is_registered, RefusalReason::redirect_uri_not_registered,
                            registered.empty() ? "none" : fmt::format("[{}]", fmt::join(registered, ", ")),
                            redirect_uri);
}

bool redirect_uri_matches_code(const IssuedCode& code, const std::string& redirect_uri, TrailRecorder& trail) {
  // A code without one was asked for without one: any registered one will do.
  return code.redirect_uri.empty() || code.redirect_uri == redirect_uri
             ? trail.pass(Check::redirect_uri_matches_code)
             : trail.refuse(Check::redirect_uri_matches_code, RefusalReason::redirect_uri_mismatch,
                            shown(code.redirect_uri), shown(redirect_uri));
}

bool pkce_verifier_matches(const Hearing& hearing, const IssuedCode& code, const std::optional<std::string>& verifier,
                           TrailRecorder& trail) {
  const bool must_prove = hearing.client->registration->proof_key == ProofKey::required;
  if (!code.code_challenge && !must_prove && !verifier) return true;  // PKCE is not used: nothing to check
  if (!verifier) {
    return trail.refuse(Check::pkce_verifier_matches, RefusalReason::pkce_verifier_missing, "a code_verifier", "none");
  }
  // RFC 9700 §4.8.2: a verifier for a code that was asked for without a challenge is a downgrade attack.
  return code.code_challenge && s256_challenge(*verifier) == *code.code_challenge
             ? trail.pass(Check::pkce_verifier_matches)
             : trail.refuse(Check::pkce_verifier_matches, RefusalReason::pkce_verifier_wrong,
                            code.code_challenge ? "the verifier of code challenge " + *code.code_challenge
                                                : "no verifier, as there was no code challenge",
                            "that of code challenge " + s256_challenge(*verifier));
}

bool may_redeem(const Hearing& hearing, const IssuedCode* code, const AuthorizationCodeRequest& request,
                TrailRecorder& trail) {
  return client_is_identified(hearing, trail) && client_is_known(hearing, trail) &&
         code_is_known(hearing, code, trail) && org_is_active(hearing, trail) &&
         client_is_of_the_codes_org(hearing, *code, trail) && client_is_authorized_in_org(hearing, trail) &&
         client_is_active(hearing, trail) &&
         client_secret_matches(hearing, secret_need(hearing, *code, request), trail) &&
         code_belongs_to_client(hearing, *code, trail) &&
         grant_type_is_authorized(hearing, GrantType::authorization_code, trail) &&
         rate_is_within_limit(hearing, trail) && code_is_not_used(hearing, *code, trail) &&
         code_is_not_expired(hearing, *code, trail) &&
         redirect_uri_is_registered(hearing, request.redirect_uri, trail) &&
         redirect_uri_matches_code(*code, request.redirect_uri, trail) &&
         pkce_verifier_matches(hearing, *code, request.code_verifier, trail) &&
         user_may_act(hearing, code->user, code->home, trail) &&
         scopes_are_granted_in_org(hearing, code->scopes, trail) && roles_are_assigned_in_org(hearing, trail);
}

Granted grant(const Hearing& hearing, const IssuedCode& code, const AuthorizationCodeRequest& request) {
  const OAuthClient& client = *hearing.client->registration;
  Granted granted;
  granted.org = code.org;
  granted.client = code.client;
  granted.user = code.user;
  granted.home = code.home;
  granted.scopes = code.scopes;
  granted.access_token_lifetime = client.access_token_lifetime;
  granted.refresh_token_lifetime = client.refresh_token_lifetime;
  granted.refresh = RefreshIssue::fresh;
  granted.uses_code = request.code;
  granted.family = code.family;
  return granted;
}

}  // namespace

Ruling decide_code(const World& world, const Ledger& ledger, const AuthorizationCodeRequest& request, Instant now) {
  Ruling ruling;
  ruling.subject = identify(world, ledger, request);
  const IssuedCode* const code = ledger.code(request.code);
  Hearing hearing{
      .world = world, .ledger = ledger, .presented = request.client, .now = now, .org = nullptr, .client = {}};
  if (code != nullptr) {
    hearing.org = find_org(world, code->org);
    hearing.client = find_client(world, code->org, request.client.id);
  }

  TrailRecorder trail(ruling.subject);
  if (may_redeem(hearing, code, request, trail)) {
    ruling.outcome = grant(hearing, *code, request);
  } else {
    ruling.outcome = trail.take_refusal();
  }
  ruling.trail = trail.take_steps();
  return ruling;
}

}  // namespace gcmock
