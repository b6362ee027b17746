// The table of operations: permissions and scopes are the Platform API description's (vendor_openapi).
#include "wire/routes.h"

#include <array>
#include <optional>

namespace gcmock {
namespace {

struct Operations {
  ApiOperation view_clients{{Scope("oauth:readonly"), Scope("oauth")}, {Permission("oauth:client:view")}, false};
  ApiOperation read_user{{Scope("user-basic-info")}, {}, true};
  ApiOperation read_organization{{Scope("organization:readonly"), Scope("organization")}, {}, false};
  ApiOperation own_token{{Scope("user-basic-info")}, {}, false};
};

const Operations& operations() {
  static const Operations all;
  return all;
}

struct Row {
  Endpoint endpoint;
  std::string_view pattern;                   ///< "{id}" stands for one segment
  std::string_view methods;                   ///< "GET, HEAD, DELETE"
  const ApiOperation Operations::*operation;  ///< null: a token endpoint
};

constexpr std::array rows{
    Row{Endpoint::token, "/oauth/token", "POST", nullptr},
    Row{Endpoint::token, "/api/v2/oauth/token", "POST", nullptr},
    Row{Endpoint::oauth_clients, "/api/v2/oauth/clients", "GET", &Operations::view_clients},
    Row{Endpoint::oauth_client, "/api/v2/oauth/clients/{id}", "GET", &Operations::view_clients},
    Row{Endpoint::users_me, "/api/v2/users/me", "GET", &Operations::read_user},
    Row{Endpoint::organizations_me, "/api/v2/organizations/me", "GET", &Operations::read_organization},
    Row{Endpoint::tokens_me, "/api/v2/tokens/me", "GET, HEAD, DELETE", &Operations::own_token},
};

constexpr std::string_view api_root = "/api/";

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// What stands at {id}, which may be nothing but a whole segment; empty text where the pattern has none.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
  const auto hole = pattern.find("{id}");
  if (hole == std::string_view::npos) return pattern == path ? std::optional<std::string_view>("") : std::nullopt;
  if (!starts_with(path, pattern.substr(0, hole))) return std::nullopt;
  const auto id = path.substr(hole);
  return id.empty() || id.find('/') != std::string_view::npos ? std::nullopt : std::optional(id);
}

bool lists(std::string_view methods, std::string_view method) {
  while (!methods.empty()) {
    const auto comma = methods.find(", ");
    if (methods.substr(0, comma) == method) return true;
    methods = comma == std::string_view::npos ? std::string_view{} : methods.substr(comma + 2);
  }
  return false;
}

std::string_view without(std::string_view prefix, std::string_view path) {
  const bool has_it = !prefix.empty() && starts_with(path, prefix) && path.substr(prefix.size(), 1) == "/";
  return has_it ? path.substr(prefix.size()) : path;
}

std::string_view without_prefixes(std::string_view path, const RouteOptions& options) {
  const auto rest = without(options.login_prefix, path);
  return rest.size() != path.size() ? rest : without(options.api_prefix, path);
}

bool exists(const Row& row, Host host, Dialect dialect) {
  return row.operation != nullptr || host == Host::login || dialect == Dialect::reported;
}

AnsweredBy answerer_of(const Row& row, Host host) {
  if (row.operation != nullptr) return AnsweredBy::api;
  return host == Host::login ? AnsweredBy::oauth_token : AnsweredBy::reported_token;
}

}  // namespace

Route find_route(std::string_view method, std::string_view path, const RouteOptions& options) {
  path = without_prefixes(path, options);
  Route route;
  route.host = starts_with(path, api_root) ? Host::api : Host::login;
  for (const auto& row : rows) {
    const auto id = match(row.pattern, path);
    if (!id || !exists(row, route.host, options.dialect)) continue;
    route.endpoint = row.endpoint;
    route.id = *id;
    route.allowed_methods = row.methods;
    if (lists(row.methods, method)) {
      route.match = RouteMatch::found;
      route.answerer = answerer_of(row, route.host);
      route.operation = row.operation == nullptr ? nullptr : &(operations().*row.operation);
    } else {
      route.match = RouteMatch::method_not_allowed;
    }
    return route;
  }
  return route;
}

}  // namespace gcmock
