// Says where in the world file a check looked: JSON pointers (RFC 6901) as docs/formats.md names the members.
#include <algorithm>
#include <array>
#include <cctype>

#include "gcmock/domain/trail.h"

namespace gcmock {

namespace {

std::string escape(std::string_view name) {
  std::string token;
  for (const char letter : name) {
    if (letter == '~') {
      token += "~0";
    } else if (letter == '/') {
      token += "~1";
    } else {
      token += letter;
    }
  }
  return token;
}

std::string org_place(const std::optional<OrgName>& org, std::string_view below) {
  return org ? "/orgs/" + escape(org->value) + std::string(below) : "";
}

std::string client_place(const std::optional<OrgName>& org, const Subject& subject, std::string_view member) {
  if (!subject.client) return "";
  return org_place(org, "/clients/" + escape(subject.client->value) + std::string(member));
}

/// The client's registration, which for a vendor client is in another org than the one it was judged in.
std::string registration_place(const Subject& subject, std::string_view member) {
  return client_place(subject.registered_in ? subject.registered_in : subject.org, subject, member);
}

/// What the org granted the client: its authorization, or else its registration.
std::string granted_place(const Subject& subject, std::string_view member) {
  if (!subject.registered_in) return client_place(subject.org, subject, member);
  if (!subject.client) return "";
  return org_place(subject.org, "/authorizations/" + escape(subject.client->value) + std::string(member));
}

/// In the org that the user is of.
std::string user_place(const Subject& subject, std::string_view member) {
  if (!subject.user) return "";
  return org_place(subject.home ? subject.home : subject.org,
                   "/users/" + escape(subject.user->value) + std::string(member));
}

/// Of the org in which a user acts in the user's own.
std::string trust_place(const Subject& subject, std::string_view member) {
  return subject.home ? org_place(subject.org, "/trusts/" + escape(subject.home->value) + std::string(member)) : "";
}

std::string trusted_user_place(const Subject& subject, std::string_view member) {
  if (!subject.user) return "";
  return trust_place(subject, "/users/" + escape(subject.user->value) + std::string(member));
}

struct KindOfToken {
  std::string_view in_label;
  std::string_view in_world;
};
constexpr std::array kinds_of_token{KindOfToken{"refresh-", "refresh_tokens"}, KindOfToken{"access-", "access_tokens"},
                                    KindOfToken{"code-", "codes"}, KindOfToken{"assertion-", "saml_assertions"}};

/// "secondary/refresh-main" is at "/orgs/secondary/refresh_tokens/main". What the mock issued has a number for a
/// name and no place in the world.
std::string token_place(const Subject& subject, std::string_view member) {
  const std::string_view label = subject.token;
  const std::size_t slash = label.find('/');
  if (slash == std::string_view::npos) return "";
  const std::string_view rest = label.substr(slash + 1);
  for (const auto& [in_label, in_world] : kinds_of_token) {
    if (!rest.starts_with(in_label)) continue;
    const std::string_view name = rest.substr(in_label.size());
    if (std::ranges::all_of(name, [](unsigned char letter) { return std::isdigit(letter) != 0; })) return "";
    return "/orgs/" + escape(label.substr(0, slash)) + "/" + std::string(in_world) + "/" + escape(name) +
           std::string(member);
  }
  return "";
}

std::string limit_place(const Subject& subject) {
  const bool is_api_request = subject.token.find("/access-") != std::string::npos;
  return org_place(subject.org, is_api_request ? "/limits/api_requests" : "/limits/token_requests");
}

/// Scopes of the access token; where the mock issued it they come from what the org granted.
std::string token_scopes_place(const Subject& subject) {
  const std::string initial = token_place(subject, "/scopes");
  return initial.empty() ? granted_place(subject, "/scopes") : initial;
}

/// What bounds a requested scope: the refresh token, or for client credentials what the client is registered with.
std::string grant_place(const Subject& subject) {
  return subject.token.empty() ? registration_place(subject, "/scopes") : token_place(subject, "/scopes");
}

std::string roles_of_caller(const Subject& subject) {
  if (subject.home) return trusted_user_place(subject, "/roles");
  return subject.user ? user_place(subject, "/roles") : granted_place(subject, "/roles");
}

}  // namespace

std::string place(const TrailStep& step, const Subject& subject) {
  switch (step.check) {
    case Check::bearer_is_not_idle:
      return org_place(subject.org, "/idle_timeout");
    case Check::org_is_active:
      return org_place(subject.org, "/status");
    case Check::client_is_known:
    case Check::client_is_registered_in_org:
      return client_place(subject.org, subject, "");
    case Check::client_is_authorized_in_org:
      return granted_place(subject, "/state");
    case Check::client_is_active:
      return registration_place(subject, "/state");
    case Check::client_secret_matches:
      return registration_place(subject, "/secret");
    case Check::grant_type_is_authorized:
      return registration_place(subject, "/authorized_grant_types");
    case Check::redirect_uri_is_registered:
      return registration_place(subject, "/redirect_uris");
    case Check::scopes_are_granted_in_org:
      return granted_place(subject, "/scopes");
    case Check::roles_are_assigned_in_org:
      return granted_place(subject, "/roles");
    case Check::scope_is_within_grant:
      return grant_place(subject);
    case Check::user_is_active:
      return user_place(subject, "/status");
    case Check::home_org_is_trusted:
      return trust_place(subject, "");
    case Check::trust_is_enabled:
      return trust_place(subject, "/enabled");
    case Check::trust_is_not_expired:
      return trust_place(subject, "/expires_in");
    case Check::user_is_trusted:
      return trusted_user_place(subject, "");
    case Check::rate_is_within_limit:
      return limit_place(subject);
    case Check::rate_of_token_is_within_limit:
      return org_place(subject.org, "/limits/api_requests_per_token");
    case Check::rate_of_user_is_within_limit:
      return org_place(subject.org, "/limits/api_requests_per_user");
    case Check::rate_of_client_is_within_limit:
      return org_place(subject.org, "/limits/api_requests_per_client");
    case Check::permission_allows_operation:
      return roles_of_caller(subject);
    case Check::token_belongs_to_client:
    case Check::code_belongs_to_client:
      return token_place(subject, "/client");
    case Check::code_challenge_is_acceptable:
      return registration_place(subject, "/proof_key");
    case Check::token_is_not_revoked:
    case Check::assertion_is_not_used:
    case Check::token_is_not_spent:
    case Check::code_is_not_used:
    case Check::bearer_is_not_revoked:
      return token_place(subject, "/life");
    case Check::token_is_not_expired:
    case Check::assertion_is_not_expired:
    case Check::code_is_not_expired:
    case Check::bearer_is_not_expired:
      return token_place(subject, "/expires_in");
    case Check::redirect_uri_matches_code:
      return token_place(subject, "/redirect_uri");
    case Check::pkce_verifier_matches:
      return token_place(subject, "/code_challenge");
    case Check::scope_allows_operation:
      return token_scopes_place(subject);
    case Check::user_context_is_present:
      return token_place(subject, "/user");
    case Check::token_is_known:
    case Check::code_is_known:
    case Check::assertion_is_known:
    case Check::assertion_belongs_to_org:
    case Check::bearer_is_known:
      return token_place(subject, "");
    case Check::host_is_of_the_worlds_region:
      return "/region";
    case Check::request_is_well_formed:
    case Check::grant_type_is_supported:
    case Check::client_is_identified:
    case Check::bearer_is_present:
    case Check::oauth_client_exists:
    case Check::response_type_is_supported:
    case Check::login_org_is_known:
    case Check::login_user_is_known:
    case Check::user_consents:
    case Check::media_type_is_supported:
    case Check::query_is_acceptable:
    case Check::body_is_acceptable:
    case Check::entity_exists:
    case Check::state_allows_operation:
    case Check::limit_allows_operation:
    case Check::trust_allows_operation:
    case Check::caller_may_grant:
    case Check::path_is_known:
    case Check::method_is_allowed:
      return "";
  }
  return "";
}

}  // namespace gcmock
