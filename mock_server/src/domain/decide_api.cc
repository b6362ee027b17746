// May an access token do this operation? Scopes limit the client, permissions the user (source: vendor_openapi, each
// operation's security and x-inin-requires-permissions).
//
// Order of the checks: is the token good; are those it stands for; is there room; is the operation allowed.
#include <fmt/format.h>

#include <algorithm>

#include "domain/decide.h"
#include "domain/rate_limits.h"
#include "domain/token_checks.h"
#include "domain/trail_recorder.h"
#include "domain/trusts.h"

namespace gcmock {

namespace {

struct ApiHearing {
  const World& world;
  const Ledger& ledger;
  const IssuedToken* token = nullptr;
  Instant now;
  const Org* org = nullptr;
  std::optional<ClientInOrg> client;
};

bool have(const std::vector<Permission>& held, const Permission& needed) {
  return std::ranges::any_of(held, [&](const Permission& each) { return permits(each, needed); });
}

bool have_one_of(const std::vector<Permission>& held, const std::vector<Permission>& needed) {
  return std::ranges::any_of(needed, [&](const Permission& each) { return have(held, each); });
}

bool have_all_of(const std::vector<Permission>& held, const std::vector<Permission>& needed) {
  return std::ranges::all_of(needed, [&](const Permission& each) { return have(held, each); });
}

template <class Names>
bool have_one_in_common(const Names& some, const Names& others) {
  return std::ranges::any_of(some, [&](const auto& name) { return std::ranges::find(others, name) != others.end(); });
}

bool bearer_is_known(const ApiHearing& hearing, const ApiRequest& request, TrailRecorder& trail) {
  if (!request.bearer) {
    return trail.refuse(Check::bearer_is_present, RefusalReason::bearer_missing, "an access token", "none");
  }
  trail.pass(Check::bearer_is_present);
  return hearing.token != nullptr ? trail.pass(Check::bearer_is_known)
                                  : trail.refuse(Check::bearer_is_known, RefusalReason::bearer_unknown,
                                                 "an access token of this world", "one that was never issued");
}

/// An org may end access tokens that nobody used for a while (source: vendor_openapi, IdleTokenTimeout).
bool bearer_is_not_idle(const ApiHearing& hearing, TrailRecorder& trail) {
  if (hearing.org == nullptr || !hearing.org->idle_timeout) return true;  // no time-out: nothing to check
  const auto timeout = *hearing.org->idle_timeout;
  const auto idles_at = hearing.token->idles_at(timeout);
  if (hearing.now < idles_at) return trail.pass(Check::bearer_is_not_idle);
  const auto unused = std::chrono::duration_cast<std::chrono::seconds>(hearing.now - idles_at) + timeout;
  return trail.refuse(Check::bearer_is_not_idle, RefusalReason::bearer_idle,
                      fmt::format("used within {} s", timeout.count()), fmt::format("unused for {} s", unused.count()));
}

bool bearer_is_live(const ApiHearing& hearing, TrailRecorder& trail) {
  const IssuedToken& token = *hearing.token;
  if (token.revoked) {
    return trail.refuse(
        Check::bearer_is_not_revoked, RefusalReason::bearer_revoked, "not revoked",
        token.crowded_out ? "revoked when its user or client was issued one token too many" : "revoked");
  }
  trail.pass(Check::bearer_is_not_revoked);
  if (!token.is_expired(hearing.now)) {
    trail.pass(Check::bearer_is_not_expired);
    return bearer_is_not_idle(hearing, trail);
  }
  const auto ago = std::chrono::duration_cast<std::chrono::seconds>(hearing.now - *token.expires_at);
  return trail.refuse(Check::bearer_is_not_expired, RefusalReason::bearer_expired, "not expired",
                      fmt::format("expired {} s ago", ago.count()));
}

bool org_is_active(const ApiHearing& hearing, TrailRecorder& trail) {
  return hearing.org->status == OrgStatus::active ? trail.pass(Check::org_is_active)
                                                  : trail.refuse(Check::org_is_active, RefusalReason::org_not_active,
                                                                 "active", std::string(to_string(hearing.org->status)));
}

/// Tokens die with their client: deleted (source: vendor_doc, "cuts off every org"), disabled (vendor_openapi,
/// OAuthClient.state), or no longer authorized in this org (assumed). An inactive client's tokens live on
/// (vendor_openapi).
bool client_still_stands(const ApiHearing& hearing, TrailRecorder& trail) {
  if (!hearing.client) {
    return trail.refuse(Check::client_is_registered_in_org, RefusalReason::bearer_revoked,
                        "registered or authorized there", "neither");
  }
  trail.pass(Check::client_is_registered_in_org);
  const ClientAuthorization* const authorization = hearing.client->authorization;
  if (authorization != nullptr && authorization->state != AuthorizationState::authorized) {
    return trail.refuse(Check::client_is_authorized_in_org, RefusalReason::bearer_revoked, "authorized",
                        std::string(to_string(authorization->state)));
  }
  if (authorization != nullptr) trail.pass(Check::client_is_authorized_in_org);
  return hearing.client->registration->state != ClientState::disabled
             ? trail.pass(Check::client_is_active)
             : trail.refuse(Check::client_is_active, RefusalReason::bearer_revoked, "not disabled", "disabled");
}

/// The user is judged in the org that he is of. A token by trust dies with the trust: disabled (vendor_openapi,
/// Trustee.enabled: "no trustee user will have access"), expired, removed, or without the user by now (assumed).
bool user_still_stands(const ApiHearing& hearing, TrailRecorder& trail) {
  const auto& user = hearing.token->user;
  const auto& home = hearing.token->home;
  const Org* const org_of_user = home ? find_org(hearing.world, *home) : hearing.org;
  if (org_of_user != nullptr && !user_is_active(*org_of_user, user, trail)) return false;
  return !user || !home ||
         trust_lets_user_in(hearing.world, *hearing.org, {*home, *user}, hearing.now, RefusalReason::bearer_revoked,
                            trail);
}

bool rate_is_within_limit(const ApiHearing& hearing, TrailRecorder& trail) {
  const auto limits = limits_of_api_request(*hearing.org, hearing.ledger, *hearing.token);
  const auto has_room_left = [&](const LimitInForce& limit) { return has_room(limit, hearing.now, trail); };
  if (!std::ranges::all_of(limits, has_room_left)) return false;
  return hearing.org->api_requests || trail.pass(Check::rate_is_within_limit);
}

/// A client's own token without any scope is not limited by scopes: "Scopes only apply to clients not using the
/// client_credential grant" (source: vendor_openapi, OAuthClient.scope).
bool scopes_apply(const IssuedToken& token) {
  return token.user || !token.scopes.empty();
}

bool scope_allows_operation(const ApiHearing& hearing, const ApiOperation& operation, TrailRecorder& trail) {
  const IssuedToken& token = *hearing.token;
  if (operation.scopes_any.empty() || !scopes_apply(token)) return true;  // no scope is asked: nothing to check
  if (!have_one_in_common(operation.scopes_any, token.scopes)) {
    return trail.refuse(Check::scope_allows_operation, RefusalReason::api_scope_missing,
                        "one of " + listed(operation.scopes_any), listed(token.scopes));
  }
  trail.pass(Check::scope_allows_operation);
  if (hearing.world.scopes_judged_at != JudgedAt::api_request) return true;  // judged when the token was asked for
  // The token must still have one: what the org granted then it may have taken back since.
  const auto allows = [&](const Scope& scope) {
    const auto& granted = hearing.client->scopes();
    return std::ranges::find(token.scopes, scope) != token.scopes.end() &&
           std::ranges::find(granted, scope) != granted.end();
  };
  return std::ranges::any_of(operation.scopes_any, allows)
             ? trail.pass(Check::scopes_are_granted_in_org)
             : trail.refuse(Check::scopes_are_granted_in_org, RefusalReason::api_scope_missing,
                            "one of " + listed(operation.scopes_any), listed(hearing.client->scopes()));
}

/// Roles of the user, by trust where he is of another org; of the client's service account where it asks for itself.
std::vector<RoleName> roles_of_caller(const ApiHearing& hearing) {
  const auto& user = hearing.token->user;
  const auto& home = hearing.token->home;
  if (!user) return hearing.client->roles();
  if (!home) return hearing.org->users.at(*user).roles;
  return roles_by_trust(*find_trust(*hearing.org, *home), *find_org(hearing.world, *home), *user);
}

bool permission_allows_operation(const ApiHearing& hearing, const ApiOperation& operation, TrailRecorder& trail) {
  if (operation.permissions_any.empty() && operation.permissions_all.empty()) return true;  // no permission is asked
  if (hearing.world.roles_judged_at != JudgedAt::api_request) return true;  // judged when the token was asked for
  const auto permissions = permissions_of(*hearing.org, roles_of_caller(hearing));
  if (!operation.permissions_any.empty() && !have_one_of(permissions, operation.permissions_any)) {
    return trail.refuse(Check::permission_allows_operation, RefusalReason::api_permission_missing,
                        "one of " + listed(operation.permissions_any), listed(permissions));
  }
  return have_all_of(permissions, operation.permissions_all)
             ? trail.pass(Check::permission_allows_operation)
             : trail.refuse(Check::permission_allows_operation, RefusalReason::api_permissions_missing,
                            "all of " + listed(operation.permissions_all), listed(permissions));
}

bool user_context_is_present(const ApiHearing& hearing, const ApiOperation& operation, TrailRecorder& trail) {
  if (!operation.needs_user) return true;
  return hearing.token->user ? trail.pass(Check::user_context_is_present)
                             : trail.refuse(Check::user_context_is_present, RefusalReason::user_context_required,
                                            "a user's token", "a client's own token");
}

bool may_call(const ApiHearing& hearing, const ApiRequest& request, TrailRecorder& trail) {
  return bearer_is_known(hearing, request, trail) && bearer_is_live(hearing, trail) && org_is_active(hearing, trail) &&
         client_still_stands(hearing, trail) && user_still_stands(hearing, trail) &&
         rate_is_within_limit(hearing, trail) && scope_allows_operation(hearing, request.operation, trail) &&
         permission_allows_operation(hearing, request.operation, trail) &&
         user_context_is_present(hearing, request.operation, trail);
}

}  // namespace

ApiRuling decide(const World& world, const Ledger& ledger, const ApiRequest& request, Instant now) {
  ApiRuling ruling;
  ruling.subject = identify(world, ledger, request);
  ApiHearing hearing{.world = world,
                     .ledger = ledger,
                     .token = request.bearer ? ledger.access_token(*request.bearer) : nullptr,
                     .now = now,
                     .org = nullptr,
                     .client = {}};
  if (hearing.token != nullptr) {
    hearing.org = find_org(world, hearing.token->org);
    hearing.client = find_client(world, hearing.token->org, hearing.token->client);
  }

  TrailRecorder trail(ruling.subject);
  if (may_call(hearing, request, trail)) {
    const IssuedToken& token = *hearing.token;
    ruling.outcome = Allowed{
        .org = token.org, .client = token.client, .user = token.user, .scopes = token.scopes, .home = token.home};
  } else {
    ruling.outcome = trail.take_refusal();
  }
  ruling.trail = trail.take_steps();
  return ruling;
}

}  // namespace gcmock
