// The table of paths: the login host's by hand, the API host's from the vendor's operations.
#include "wire/routes.h"

#include <optional>
#include <vector>

namespace gcmock {
namespace {

/// An operation, and what it asks in the words of policy.
struct Served {
  const Operation* operation;
  ApiOperation demands;
};

struct PathEntry {
  Endpoint endpoint;
  std::string_view pattern;        ///< "{name}" stands for one segment
  std::string methods;             ///< "GET, HEAD, DELETE"
  std::vector<Served> operations;  ///< empty: a path of the login host
};

constexpr std::string_view api_root = "/api/";
constexpr std::string_view reported_token_path = "/api/v2/oauth/token";

template <class Name>
std::vector<Name> names(std::string_view listed) {
  std::vector<Name> all;
  for (const auto word : words_of(listed)) all.emplace_back(std::string(word));
  return all;
}

ApiOperation demands_of(const Operation& operation) {
  ApiOperation demands;
  demands.scopes_any = names<Scope>(operation.scopes);
  auto& permissions = operation.rule == PermissionRule::all ? demands.permissions_all : demands.permissions_any;
  permissions = names<Permission>(operation.permissions);
  demands.needs_user = operation.user == UserContext::required;
  return demands;
}

std::vector<PathEntry> make_paths() {
  std::vector<PathEntry> paths{{Endpoint::authorize, "/oauth/authorize", "GET", {}},
                               {Endpoint::authorize, "/oauth/consent", "POST", {}},  // the consent page's; ours
                               {Endpoint::metadata, "/.well-known/oauth-authorization-server", "GET", {}},
                               {Endpoint::logout, "/logout", "GET", {}},
                               {Endpoint::token, "/oauth/token", "POST", {}},
                               {Endpoint::token, reported_token_path, "POST", {}},
                               {Endpoint::authorize, "/api/v2/oauth/authorize", "GET", {}},
                               {Endpoint::authorize, "/api/v2/oauth/consent", "POST", {}}};
  for (const auto& operation : all_operations()) {
    if (paths.back().pattern != operation.path) paths.push_back({operation.endpoint, operation.path, "", {}});
    auto& path = paths.back();
    path.methods.append(path.methods.empty() ? "" : ", ").append(operation.method);
    path.operations.push_back({&operation, demands_of(operation)});
  }
  return paths;
}

const std::vector<PathEntry>& all_paths() {
  static const auto paths = make_paths();
  return paths;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string_view take_segment(std::string_view& path) {
  const auto slash = path.find('/', 1);
  const auto segment = path.substr(0, slash);
  path.remove_prefix(segment.size());
  return segment;
}

// Fills in what stands at the placeholders: each is a whole segment, and not empty.
bool matches(std::string_view pattern, std::string_view path, PathParameters& parameters) {
  std::size_t filled = 0;
  while (!pattern.empty() && !path.empty()) {
    const auto wanted = take_segment(pattern);
    const auto segment = take_segment(path);
    if (!starts_with(wanted, "/{")) {
      if (wanted != segment) return false;
      continue;
    }
    if (segment.size() < 2) return false;
    parameters.at(filled++) = segment.substr(1);
  }
  return pattern.empty() && path.empty();
}

const Served* serving(const PathEntry& path, std::string_view method) {
  for (const auto& served : path.operations) {
    if (served.operation->method == method) return &served;
  }
  return nullptr;
}

std::string_view without(std::string_view prefix, std::string_view path) {
  const bool has_it = !prefix.empty() && starts_with(path, prefix) && path.substr(prefix.size(), 1) == "/";
  return has_it ? path.substr(prefix.size()) : path;
}

std::string_view without_prefixes(std::string_view path, const RouteOptions& options) {
  const auto rest = without(options.login_prefix, path);
  return rest.size() != path.size() ? rest : without(options.api_prefix, path);
}

// In the report's world the login host is below /api/v2 as well, since its clients have one base URL for all (assumed).
bool exists(const PathEntry& path, Dialect dialect) {
  const bool is_the_reports = path.operations.empty() && starts_with(path.pattern, api_root);
  return !is_the_reports || dialect == Dialect::reported;
}

AnsweredBy answerer_of(const PathEntry& path) {
  if (!path.operations.empty() || path.endpoint == Endpoint::metadata) return AnsweredBy::api;
  if (path.endpoint != Endpoint::token) return AnsweredBy::authorize;
  return path.pattern == reported_token_path ? AnsweredBy::reported_token : AnsweredBy::oauth_token;
}

void fill(Route& route, const PathEntry& path, std::string_view method) {
  route.endpoint = path.endpoint;
  route.allowed_methods = path.methods;
  const auto* served = serving(path, method);
  const bool is_allowed = path.operations.empty() ? path.methods == method : served != nullptr;
  route.match = is_allowed ? RouteMatch::found : RouteMatch::method_not_allowed;
  if (!is_allowed) return;
  route.answerer = answerer_of(path);
  if (served == nullptr) return;
  route.operation = served->operation;
  route.demands = &served->demands;
}

}  // namespace

Route find_route(std::string_view method, std::string_view path, const RouteOptions& options) {
  Route route;
  const auto whole = path;
  path = without_prefixes(path, options);
  route.prefix = whole.substr(0, whole.size() - path.size());
  route.host = starts_with(path, api_root) ? Host::api : Host::login;
  for (const auto& entry : all_paths()) {
    PathParameters parameters;
    if (!exists(entry, options.dialect) || !matches(entry.pattern, path, parameters)) continue;
    route.parameters = parameters;
    fill(route, entry, method);
    return route;
  }
  return route;
}

}  // namespace gcmock
