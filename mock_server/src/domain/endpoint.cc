// Words for endpoints and hosts.
#include "gcmock/domain/endpoint.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace gcmock {

std::string_view to_string(Endpoint endpoint) {
  switch (endpoint) {
    case Endpoint::token:
      return "token";
    case Endpoint::authorize:
      return "authorize";
    case Endpoint::metadata:
      return "metadata";
    case Endpoint::logout:
      return "logout";
    case Endpoint::oauth_authorizations:
      return "oauth_authorizations";
    case Endpoint::oauth_authorization:
      return "oauth_authorization";
    case Endpoint::oauth_clients:
      return "oauth_clients";
    case Endpoint::oauth_client:
      return "oauth_client";
    case Endpoint::oauth_client_secret:
      return "oauth_client_secret";
    case Endpoint::oauth_client_usage_query:
      return "oauth_client_usage_query";
    case Endpoint::oauth_client_usage_query_result:
      return "oauth_client_usage_query_result";
    case Endpoint::oauth_client_usage_summary:
      return "oauth_client_usage_summary";
    case Endpoint::oauth_scopes:
      return "oauth_scopes";
    case Endpoint::oauth_scope:
      return "oauth_scope";
    case Endpoint::tokens_me:
      return "tokens_me";
    case Endpoint::tokens_timeout:
      return "tokens_timeout";
    case Endpoint::user_tokens:
      return "user_tokens";
    case Endpoint::users_me:
      return "users_me";
    case Endpoint::user_roles:
      return "user_roles";
    case Endpoint::organizations_me:
      return "organizations_me";
    case Endpoint::authorization_divisions:
      return "authorization_divisions";
    case Endpoint::authorization_permissions:
      return "authorization_permissions";
    case Endpoint::authorization_products:
      return "authorization_products";
    case Endpoint::authorization_roles:
      return "authorization_roles";
    case Endpoint::authorization_roles_default:
      return "authorization_roles_default";
    case Endpoint::authorization_roles_settings:
      return "authorization_roles_settings";
    case Endpoint::authorization_role:
      return "authorization_role";
    case Endpoint::authorization_role_comparison:
      return "authorization_role_comparison";
    case Endpoint::authorization_role_subjectgrants:
      return "authorization_role_subjectgrants";
    case Endpoint::authorization_role_users:
      return "authorization_role_users";
    case Endpoint::authorization_role_users_add:
      return "authorization_role_users_add";
    case Endpoint::authorization_role_users_remove:
      return "authorization_role_users_remove";
    case Endpoint::authorization_subjects_me:
      return "authorization_subjects_me";
    case Endpoint::authorization_subjects_rolecounts:
      return "authorization_subjects_rolecounts";
    case Endpoint::authorization_subject:
      return "authorization_subject";
    case Endpoint::authorization_subject_bulkadd:
      return "authorization_subject_bulkadd";
    case Endpoint::authorization_subject_bulkremove:
      return "authorization_subject_bulkremove";
    case Endpoint::authorization_subject_bulkreplace:
      return "authorization_subject_bulkreplace";
    case Endpoint::authorization_subject_division_role:
      return "authorization_subject_division_role";
    case Endpoint::orgauthorization_pairings:
      return "orgauthorization_pairings";
    case Endpoint::orgauthorization_pairing:
      return "orgauthorization_pairing";
    case Endpoint::orgauthorization_trustees:
      return "orgauthorization_trustees";
    case Endpoint::orgauthorization_trustees_audits:
      return "orgauthorization_trustees_audits";
    case Endpoint::orgauthorization_trustees_care:
      return "orgauthorization_trustees_care";
    case Endpoint::orgauthorization_trustees_default:
      return "orgauthorization_trustees_default";
    case Endpoint::orgauthorization_trustee:
      return "orgauthorization_trustee";
    case Endpoint::orgauthorization_trustee_clonedusers:
      return "orgauthorization_trustee_clonedusers";
    case Endpoint::orgauthorization_trustee_cloneduser:
      return "orgauthorization_trustee_cloneduser";
    case Endpoint::orgauthorization_trustee_groups:
      return "orgauthorization_trustee_groups";
    case Endpoint::orgauthorization_trustee_group:
      return "orgauthorization_trustee_group";
    case Endpoint::orgauthorization_trustee_group_roledivisions:
      return "orgauthorization_trustee_group_roledivisions";
    case Endpoint::orgauthorization_trustee_group_roles:
      return "orgauthorization_trustee_group_roles";
    case Endpoint::orgauthorization_trustee_users:
      return "orgauthorization_trustee_users";
    case Endpoint::orgauthorization_trustee_user:
      return "orgauthorization_trustee_user";
    case Endpoint::orgauthorization_trustee_user_roledivisions:
      return "orgauthorization_trustee_user_roledivisions";
    case Endpoint::orgauthorization_trustee_user_roles:
      return "orgauthorization_trustee_user_roles";
    case Endpoint::orgauthorization_trustor_audits:
      return "orgauthorization_trustor_audits";
    case Endpoint::orgauthorization_trustors:
      return "orgauthorization_trustors";
    case Endpoint::orgauthorization_trustor:
      return "orgauthorization_trustor";
    case Endpoint::orgauthorization_trustor_clonedusers:
      return "orgauthorization_trustor_clonedusers";
    case Endpoint::orgauthorization_trustor_cloneduser:
      return "orgauthorization_trustor_cloneduser";
    case Endpoint::orgauthorization_trustor_groups:
      return "orgauthorization_trustor_groups";
    case Endpoint::orgauthorization_trustor_group:
      return "orgauthorization_trustor_group";
    case Endpoint::orgauthorization_trustor_users:
      return "orgauthorization_trustor_users";
    case Endpoint::orgauthorization_trustor_user:
      return "orgauthorization_trustor_user";
    case Endpoint::integrations:
      return "integrations";
    case Endpoint::integrations_clientapps:
      return "integrations_clientapps";
    case Endpoint::integrations_types:
      return "integrations_types";
    case Endpoint::integrations_type:
      return "integrations_type";
    case Endpoint::integrations_type_configschema:
      return "integrations_type_configschema";
    case Endpoint::integration:
      return "integration";
    case Endpoint::integration_config_current:
      return "integration_config_current";
    case Endpoint::unknown:
      return "unknown";
  }
  return "?";
}

std::span<const Endpoint> all_endpoints() {
  static constexpr auto all = [] {
    std::array<Endpoint, static_cast<std::size_t>(Endpoint::unknown) + 1> endpoints{};
    for (std::size_t i = 0; i < endpoints.size(); ++i) endpoints[i] = static_cast<Endpoint>(i);
    return endpoints;
  }();
  return all;
}

std::optional<Endpoint> endpoint_from(std::string_view word) {
  const auto all = all_endpoints();
  const auto found = std::ranges::find(all, word, [](Endpoint endpoint) { return to_string(endpoint); });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::ostream& operator<<(std::ostream& out, Endpoint endpoint) {
  return out << to_string(endpoint);
}

std::string_view to_string(Host host) {
  switch (host) {
    case Host::login:
      return "login";
    case Host::api:
      return "api";
  }
  return "?";
}

}  // namespace gcmock
