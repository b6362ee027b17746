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
    case Endpoint::oauth_clients:
      return "oauth_clients";
    case Endpoint::oauth_client:
      return "oauth_client";
    case Endpoint::users_me:
      return "users_me";
    case Endpoint::organizations_me:
      return "organizations_me";
    case Endpoint::tokens_me:
      return "tokens_me";
    case Endpoint::unknown:
      return "unknown";
  }
  return "?";
}

std::span<const Endpoint> all_endpoints() {
  static constexpr std::array all{Endpoint::token,    Endpoint::oauth_clients,    Endpoint::oauth_client,
                                  Endpoint::users_me, Endpoint::organizations_me, Endpoint::tokens_me,
                                  Endpoint::unknown};
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
