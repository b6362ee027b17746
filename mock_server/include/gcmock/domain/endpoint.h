// Which operation of Genesys Cloud a request was for.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

namespace gcmock {

/// `token` is both POST /oauth/token and the report's POST /api/v2/oauth/token: the path tells them apart.
enum class Endpoint { token, oauth_clients, oauth_client, users_me, organizations_me, tokens_me, unknown };

/// Login host or API host. One port serves both; the path decides.
enum class Host { login, api };

std::string_view to_string(Endpoint endpoint);
std::optional<Endpoint> endpoint_from(std::string_view word);
std::span<const Endpoint> all_endpoints();
std::ostream& operator<<(std::ostream& out, Endpoint endpoint);
std::string_view to_string(Host host);

}  // namespace gcmock
