// The authorization endpoint, RFC 6749 §4.1.1 and §4.2.1, with PKCE, RFC 7636 §4.3.
//
// Order of the checks: may the browser be sent back at all; is it an authorization request; does somebody log in; may
// the client be used where he does; may he log in; does he consent. Where the consent page is shown, the person on it
// chooses who logs in: what depends on that is judged when the form comes back.
#include "domain/decide_authorize.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "domain/decide_grants.h"
#include "domain/token_checks.h"
#include "domain/trail_recorder.h"
#include "domain/trusts.h"

namespace gcmock {

namespace {

/// Lets whoever has it authorize other orgs' clients in his org (source: vendor_openapi, getOauthAuthorizations).
const Permission may_authorize_clients{"oauth:client:authorize"};

struct Application {
  Hearing hearing;
  const AuthorizationRequest& request;
  const PossibleLogins& possible;
  const Login* login = nullptr;  ///< null where nobody can log in
};

const Login* who_logs_in(const PossibleLogins& possible, const AuthorizationRequest& request) {
  if (request.login.empty()) return possible.logins.empty() ? nullptr : &possible.logins.front();
  const auto chosen =
      std::ranges::find_if(possible.logins, [&](const Login& login) { return key_of(login) == request.login; });
  return chosen == possible.logins.end() ? nullptr : &*chosen;
}

/// The client as the org sees it in which somebody logs in. An org that has not heard of another org's client yet sees
/// it as it is registered. In the report's dialect there is no such org: every one registers the client itself.
std::optional<ClientInOrg> client_seen_by(const World& world, const OrgName& org, const ClientId& client) {
  if (auto known = find_client(world, org, client)) return known;
  const auto registered_in = orgs_that_registered(world, client);
  if (world.dialect == Dialect::reported || registered_in.empty()) return std::nullopt;
  return ClientInOrg{.registration = &registered_in.front()->clients.at(client),
                     .authorization = nullptr,
                     .registered_in = registered_in.front()};
}

bool is_new_there(const World& world, const Login& login, const ClientId& client) {
  return !find_client(world, login.org, client);
}

/// Where no org has been told yet any registration will do.
std::vector<const OAuthClient*> registrations(const World& world, const Login* login, const ClientId& client) {
  if (login != nullptr) {
    if (const auto seen = client_seen_by(world, login->org, client)) return {seen->registration};
  }
  std::vector<const OAuthClient*> all;
  for (const Org* const org : orgs_that_registered(world, client)) all.push_back(&org->clients.at(client));
  return all;
}

bool is_registered(const std::vector<const OAuthClient*>& registrations, const std::string& redirect_uri) {
  return std::ranges::any_of(registrations, [&](const OAuthClient* client) {
    return std::ranges::find(client->redirect_uris, redirect_uri) != client->redirect_uris.end();
  });
}

bool redirect_uri_is_registered(const std::vector<const OAuthClient*>& registrations, const std::string& redirect_uri,
                                TrailRecorder& trail) {
  if (is_registered(registrations, redirect_uri)) return trail.pass(Check::redirect_uri_is_registered);
  std::vector<std::string> registered;
  for (const OAuthClient* const client : registrations) {
    registered.insert(registered.end(), client->redirect_uris.begin(), client->redirect_uris.end());
  }
  return trail.refuse(Check::redirect_uri_is_registered, RefusalReason::redirect_uri_not_registered,
                      registered.empty() ? "none" : fmt::format("[{}]", fmt::join(registered, ", ")),
                      redirect_uri.empty() ? "none" : redirect_uri);
}

ReturnAddress::Part part_for(const std::string& response_type) {
  return response_type == "token" ? ReturnAddress::Part::fragment : ReturnAddress::Part::query;
}

std::optional<ReturnAddress> return_address(const std::vector<const OAuthClient*>& registrations,
                                            const AuthorizationRequest& request) {
  if (!is_registered(registrations, request.redirect_uri)) return std::nullopt;
  return ReturnAddress{.uri = request.redirect_uri, .state = request.state, .part = part_for(request.response_type)};
}

/// The official SDKs send both or none (source: sdk_source); that the vendor refuses one alone is assumed.
bool request_is_well_formed(const AuthorizationRequest& request, TrailRecorder& trail) {
  const auto refuse = [&](std::string expected, std::string found) {
    return trail.refuse(Check::request_is_well_formed, RefusalReason::malformed_request, std::move(expected),
                        std::move(found));
  };
  if (!request.fault.empty()) return refuse("an authorization request", request.fault);
  if (request.response_type.empty()) return refuse("a response_type", "none");
  if (request.org.empty() != request.provider.empty()) {
    return refuse("org and provider together", request.org.empty() ? "provider alone" : "org alone");
  }
  return trail.pass(Check::request_is_well_formed);
}

bool response_type_is_supported(const AuthorizationRequest& request, TrailRecorder& trail) {
  return response_type_from(request.response_type)
             ? trail.pass(Check::response_type_is_supported)
             : trail.refuse(Check::response_type_is_supported, RefusalReason::response_type_unsupported,
                            "code or token", "another");
}

bool somebody_can_log_in(const Application& application, TrailRecorder& trail) {
  if (!application.possible.unknown_org.empty()) {
    return trail.refuse(Check::login_org_is_known, RefusalReason::login_org_unknown, "an org of this world",
                        application.possible.unknown_org);
  }
  trail.pass(Check::login_org_is_known);
  return application.login != nullptr ? trail.pass(Check::login_user_is_known)
                                      : trail.refuse(Check::login_user_is_known, RefusalReason::login_user_unknown,
                                                     "a user who can log in", "none that the request speaks of");
}

std::vector<RoleName> roles_of(const World& world, const Login& login) {
  if (!login.home) return find_user(world, login)->roles;
  const Trust* const trust = find_trust(world.orgs.at(login.org), *login.home);
  return trust == nullptr ? std::vector<RoleName>{} : roles_by_trust(*trust, world.orgs.at(*login.home), login.user);
}

bool may_authorize(const World& world, const Login& login) {
  const auto permissions = permissions_of(world.orgs.at(login.org), roles_of(world, login));
  return std::ranges::any_of(permissions, [](const Permission& held) { return permits(held, may_authorize_clients); });
}

/// Without scope enforcement an org lets its users log in with any client, which is authorized by that (assumed; that
/// enforcement is off by default is vendor_doc). With it, a user who may authorize clients does so on the consent page;
/// anyone else is denied (vendor_doc). What an org has said of a client itself always holds.
bool client_is_admitted(const Application& application, TrailRecorder& trail) {
  const Hearing& hearing = application.hearing;
  const bool is_new = hearing.client && is_new_there(hearing.world, *application.login, hearing.presented.id);
  if (!is_new) return client_is_registered_in_org(hearing, trail) && client_is_authorized_in_org(hearing, trail);
  const bool is_authorized_now =
      hearing.org->scope_enforcement == ScopeEnforcement::off ||
      (hearing.world.consent == Consent::page && may_authorize(hearing.world, *application.login));
  return is_authorized_now
             ? trail.pass(Check::client_is_authorized_in_org)
             : trail.refuse(Check::client_is_authorized_in_org, RefusalReason::client_not_authorized_in_org,
                            "authorized, as the org enforces scopes", "not authorized yet");
}

/// RFC 7636 §4.2: a SHA-256 in base64url.
bool is_challenge(const std::string& text) {
  const auto is_base64url = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
  return text.size() == 43 && std::ranges::all_of(text, is_base64url);
}

bool code_challenge_is_acceptable(const Application& application, TrailRecorder& trail) {
  const AuthorizationRequest& request = application.request;
  const bool must_prove = application.hearing.client->registration->proof_key == ProofKey::required;
  const bool is_used = request.code_challenge || !request.code_challenge_method.empty();
  if (request.response_type != "code" || (!is_used && !must_prove)) return true;  // PKCE is not used: nothing to check
  if (!request.code_challenge) {
    return trail.refuse(Check::code_challenge_is_acceptable, RefusalReason::pkce_challenge_missing, "a code_challenge",
                        "none");
  }
  if (request.code_challenge_method != "S256") {
    return trail.refuse(Check::code_challenge_is_acceptable, RefusalReason::pkce_challenge_invalid,
                        "code_challenge_method S256",
                        request.code_challenge_method.empty() ? "none, which means plain" : "another");
  }
  return is_challenge(*request.code_challenge)
             ? trail.pass(Check::code_challenge_is_acceptable)
             : trail.refuse(Check::code_challenge_is_acceptable, RefusalReason::pkce_challenge_invalid,
                            "43 base64url characters", "something else");
}

bool user_consents(const AuthorizationRequest& request, TrailRecorder& trail) {
  return request.decision != Decision::deny
             ? trail.pass(Check::user_consents)
             : trail.refuse(Check::user_consents, RefusalReason::consent_denied, "approved", "denied");
}

/// What does not depend on who logs in.
bool may_be_asked(const Application& application, const std::vector<const OAuthClient*>& registrations,
                  TrailRecorder& trail) {
  return client_is_identified(application.hearing, trail) && client_is_known(application.hearing, trail) &&
         redirect_uri_is_registered(registrations, application.request.redirect_uri, trail) &&
         request_is_well_formed(application.request, trail) && response_type_is_supported(application.request, trail) &&
         somebody_can_log_in(application, trail) && user_consents(application.request, trail);
}

bool may_be_granted(const Application& application, TrailRecorder& trail) {
  const Hearing& hearing = application.hearing;
  const Login& login = *application.login;
  return org_is_active(hearing, trail) && client_is_admitted(application, trail) && client_is_active(hearing, trail) &&
         grant_type_is_authorized(hearing, grant_of(*response_type_from(application.request.response_type)), trail) &&
         code_challenge_is_acceptable(application, trail) && user_may_act(hearing, login.user, login.home, trail) &&
         scope_is_within_grant(application.request.scope, hearing.client->scopes(), trail);
}

Authorized authorize(const Application& application) {
  const auto& [hearing, request, possible, login] = application;
  const ResponseType response = *response_type_from(request.response_type);
  Authorized authorized;
  authorized.response = response;
  authorized.login = *login;
  authorized.client = request.client;
  authorized.scopes = request.scope.empty() ? hearing.client->scopes() : request.scope;
  authorized.lifetime = response == ResponseType::code ? hearing.world.code_lifetime
                                                       : hearing.client->registration->access_token_lifetime;
  authorized.redirect_uri = request.redirect_uri;
  authorized.code_challenge = request.code_challenge;
  authorized.live_tokens_at_most = live_tokens_at_most(hearing.world, implicit_grant(authorized));
  if (is_new_there(hearing.world, *login, request.client)) {
    authorized.authorizes = ClientAuthorization{.client = request.client,
                                                .state = AuthorizationState::authorized,
                                                .scopes = hearing.client->scopes(),
                                                .roles = {}};
  }
  return authorized;
}

bool a_person_is_to_be_asked(const World& world, const AuthorizationRequest& request) {
  return world.consent == Consent::page && !request.decision;
}

Subject subject_of(const World& world, const ClientId& client, const Login* login) {
  Subject subject;
  if (!client.empty()) subject.client = client;
  if (login == nullptr) return subject;
  subject.org = login->org;
  subject.user = login->user;
  subject.home = login->home;
  const auto seen = client_seen_by(world, login->org, client);
  if (seen && seen->registered_in->name != login->org) subject.registered_in = seen->registered_in->name;
  return subject;
}

Hearing hearing_of(const World& world, const Ledger& ledger, const ClientAuthentication& presented, Instant now,
                   const Login* login) {
  Hearing hearing{.world = world, .ledger = ledger, .presented = presented, .now = now, .org = nullptr, .client = {}};
  if (login == nullptr) return hearing;
  hearing.org = find_org(world, login->org);
  hearing.client = client_seen_by(world, login->org, presented.id);
  return hearing;
}

}  // namespace

Granted implicit_grant(const Authorized& authorized) {
  Granted granted;
  granted.org = authorized.login.org;
  granted.client = authorized.client;
  granted.user = authorized.login.user;
  granted.home = authorized.login.home;
  granted.scopes = authorized.scopes;
  granted.access_token_lifetime = authorized.lifetime;
  granted.live_tokens_at_most = authorized.live_tokens_at_most;
  return granted;
}

std::optional<ReturnAddress> return_address(const World& world, const AuthorizationRequest& request) {
  const PossibleLogins possible = possible_logins(world, request);
  return return_address(registrations(world, who_logs_in(possible, request), request.client), request);
}

Subject identify(const World& world, const AuthorizationRequest& request) {
  const PossibleLogins possible = possible_logins(world, request);
  return subject_of(world, request.client, who_logs_in(possible, request));
}

AuthorizationRuling decide(const World& world, const Ledger& ledger, const AuthorizationRequest& request, Instant now) {
  const PossibleLogins possible = possible_logins(world, request);
  const Login* const login = who_logs_in(possible, request);
  const ClientAuthentication presented{.id = request.client, .secret = {}, .method = ClientAuthMethod::none};
  const auto registered = registrations(world, login, request.client);
  AuthorizationRuling ruling;
  ruling.subject = subject_of(world, request.client, login);
  ruling.return_address = return_address(registered, request);
  const Application application{.hearing = hearing_of(world, ledger, presented, now, login),
                                .request = request,
                                .possible = possible,
                                .login = login};

  TrailRecorder trail(ruling.subject);
  if (!may_be_asked(application, registered, trail)) {
    ruling.outcome = trail.take_refusal();
  } else if (a_person_is_to_be_asked(world, request)) {
    ruling.outcome = ConsentNeeded{.logins = possible.logins};
  } else if (may_be_granted(application, trail)) {
    ruling.outcome = authorize(application);
  } else {
    ruling.outcome = trail.take_refusal();
  }
  ruling.trail = trail.take_steps();
  return ruling;
}

LogoutRuling decide(const World& world, const Ledger& ledger, const LogoutRequest& request, Instant now) {
  const ClientAuthentication presented{.id = request.client, .secret = {}, .method = ClientAuthMethod::none};
  const Hearing hearing = hearing_of(world, ledger, presented, now, nullptr);
  LogoutRuling ruling;
  ruling.subject = subject_of(world, request.client, nullptr);

  TrailRecorder trail(ruling.subject);
  if (client_is_identified(hearing, trail) && client_is_known(hearing, trail) &&
      redirect_uri_is_registered(registrations(world, nullptr, request.client), request.redirect_uri, trail)) {
    ruling.outcome =
        ReturnAddress{.uri = request.redirect_uri, .state = request.state, .part = ReturnAddress::Part::query};
  } else {
    ruling.outcome = trail.take_refusal();
  }
  ruling.trail = trail.take_steps();
  return ruling;
}

}  // namespace gcmock
