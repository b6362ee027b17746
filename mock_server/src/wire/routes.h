// Which operation a request is for: one table of paths, no expressions, no allocation.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "domain/decide.h"
#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/world.h"
#include "gcmock/wire/evidence.h"
#include "gcmock/wire/operations.h"

namespace gcmock {

struct RouteOptions {
  Dialect dialect = Dialect::genesys;
  std::string login_prefix;  ///< further path prefix of the login host; empty: none
  std::string api_prefix;    ///< the same of the API host
  std::string region = {};   ///< the world's, for hosts named in it
};

enum class RouteMatch { found, path_unknown, method_not_allowed, of_another_host };

/// What stands at the placeholders of a path, as sent, from left to right; empty beyond the last one.
using PathParameters = std::array<std::string_view, 3>;

struct Route {
  RouteMatch match = RouteMatch::path_unknown;
  Endpoint endpoint = Endpoint::unknown;
  Host host = Host::api;
  AnsweredBy answerer = AnsweredBy::api;
  PathParameters parameters;
  std::string_view prefix;                ///< the part of the path before the vendor's
  std::string_view allowed_methods;       ///< for method_not_allowed: "GET, HEAD, DELETE"
  const Operation* operation = nullptr;   ///< null at the login host and where nothing was found
  const ApiOperation* demands = nullptr;  ///< what that operation asks of its caller; null where it is
};

/// The views in the route are into `path` and into static storage.
Route find_route(std::string_view method, std::string_view path, const RouteOptions& options);

}  // namespace gcmock
