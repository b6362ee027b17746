// Which operation a request is for: one table of paths, no expressions, no allocation.
#pragma once

#include <string>
#include <string_view>

#include "domain/decide.h"
#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/world.h"
#include "gcmock/wire/evidence.h"

namespace gcmock {

struct RouteOptions {
  Dialect dialect = Dialect::genesys;
  std::string login_prefix;  ///< further path prefix of the login host; empty: none
  std::string api_prefix;    ///< the same of the API host
  std::string region = {};   ///< the world's, for hosts named in it
};

enum class RouteMatch { found, path_unknown, method_not_allowed, of_another_host };

struct Route {
  RouteMatch match = RouteMatch::path_unknown;
  Endpoint endpoint = Endpoint::unknown;
  Host host = Host::api;
  AnsweredBy answerer = AnsweredBy::api;
  std::string_view id;                      ///< what stands at `{id}` in the path, as sent
  std::string_view allowed_methods;         ///< for method_not_allowed: "GET, HEAD, DELETE"
  const ApiOperation* operation = nullptr;  ///< null for the token endpoint and where nothing was found
};

/// The views in the route are into `path` and into static storage.
Route find_route(std::string_view method, std::string_view path, const RouteOptions& options);

}  // namespace gcmock
