#include "contract/operation_comparison.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "contract/json_members.h"
#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

using nlohmann::json;
using About = Difference::About;
using Names = std::set<std::string>;

constexpr std::array<std::string_view, 7> methods{"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"};
constexpr std::array<std::string_view, 3> served_whole{"/api/v2/oauth/", "/api/v2/tokens/",
                                                       "/api/v2/orgauthorization/"};

Names names_in(std::string_view listed) {
  const auto words = words_of(listed);
  return {words.begin(), words.end()};
}

std::string in_words(const Names& names) {
  std::string text;
  for (const auto& name : names) text.append(text.empty() ? "" : " ").append(name);
  return text.empty() ? "none" : text;
}

/// One row against one operation of the description.
class Comparison {
 public:
  Comparison(const OpenApiDocument& document, const Operation& ours, const json& theirs,
             std::vector<Difference>& differences)
      : document_(document), ours_(ours), theirs_(theirs), differences_(differences) {}

  void compare() {
    tell(About::operation, "/operationId", std::string(ours_.id), text(member(theirs_, "operationId")));
    tell(About::success, "/responses", ours_.success == 0 ? "default" : std::to_string(ours_.success), success());
    tell(About::parameters, "/parameters", names_in(ours_.query), query_parameters());
    tell(About::scopes, "/security", names_in(ours_.scopes), scopes());
    tell(About::permissions, "/x-inin-requires-permissions", names_in(ours_.permissions), permissions());
    tell(About::permissions, "/x-inin-requires-permissions/type", rule_of_ours(), rule_of_theirs());
    tell(About::user, "/responses/400", ours_.user == UserContext::required ? "not.a.user" : "none", user());
    compare_body();
  }

 private:
  void tell(About about, const std::string& below, const std::string& ours, const std::string& theirs) {
    if (ours == theirs) return;
    const std::string operation = std::string(ours_.method) + " " + std::string(ours_.path);
    differences_.push_back({about, operation, operation_pointer(ours_.path, ours_.method) + below, ours, theirs});
  }
  void tell(About about, const std::string& below, const Names& ours, const Names& theirs) {
    tell(about, below, in_words(ours), in_words(theirs));
  }

  // The first status that says that it was done. Some have a second: 202, where the work goes on.
  [[nodiscard]] std::string success() const {
    for (const auto& [status, response] : member(theirs_, "responses").items()) {
      if (status.starts_with('2')) return status;
    }
    return "default";
  }

  [[nodiscard]] Names query_parameters() const {
    Names names;
    for (const auto& parameter : member(theirs_, "parameters")) {
      if (text(member(parameter, "in")) == "query") names.insert(text(member(parameter, "name")));
    }
    return names;
  }

  [[nodiscard]] Names scopes() const {
    Names scopes;
    for (const auto& alternative : member(theirs_, "security")) {
      for (const auto& [scheme, listed] : alternative.items()) scopes.merge(texts(listed));
    }
    return scopes;
  }

  [[nodiscard]] Names permissions() const {
    return texts(member(member(theirs_, "x-inin-requires-permissions"), "permissions"));
  }

  // Where no permission is asked for, there is nothing to have one or all of.
  [[nodiscard]] std::string rule_of_ours() const {
    if (ours_.permissions.empty()) return "none";
    return ours_.rule == PermissionRule::all ? "ALL" : "ANY";
  }
  [[nodiscard]] std::string rule_of_theirs() const {
    if (permissions().empty()) return "none";
    return text(member(member(theirs_, "x-inin-requires-permissions"), "type"));
  }

  [[nodiscard]] std::string user() const {
    const auto& codes = member(member(member(theirs_, "responses"), "400"), "x-inin-error-codes");
    return codes.contains("not.a.user") ? "not.a.user" : "none";
  }

  void compare_body() {
    const auto& parameters = member(theirs_, "parameters");
    const auto body =
        std::ranges::find_if(parameters, [](const json& parameter) { return text(member(parameter, "in")) == "body"; });
    if (body == parameters.end()) return tell(About::body, "/parameters", body_use(), "none");
    const std::string place = "/parameters/" + std::to_string(body - parameters.begin());
    tell(About::body, place, body_use(), member(*body, "required") == true ? "required" : "optional");
    const auto* schema = document_.resolved(member(*body, "schema"));
    const Names required = schema == nullptr ? Names{} : texts(member(*schema, "required"));
    tell(About::body, place + "/schema", names_in(ours_.required_members), required);
  }

  [[nodiscard]] std::string body_use() const {
    switch (ours_.body) {
      case BodyUse::none:
        return "none";
      case BodyUse::optional:
        return "optional";
      case BodyUse::required:
        return "required";
    }
    return {};
  }

  const OpenApiDocument& document_;
  const Operation& ours_;
  const json& theirs_;
  std::vector<Difference>& differences_;
};

/// "/api/v2/authorization/roles" of "/api/v2/authorization/roles/{roleId}/users".
std::string_view four_segments(std::string_view path) {
  std::size_t end = 0;
  for (int i = 0; i < 4 && end != std::string_view::npos; ++i) end = path.find('/', end + 1);
  return path.substr(0, end);
}

bool is_served(std::string_view path) {
  const auto is_below = [&](std::string_view prefix) { return path.starts_with(prefix); };
  const auto is_beside = [&](const Operation& ours) {
    return ours.path == path || four_segments(ours.path) == four_segments(path);
  };
  return std::ranges::any_of(served_whole, is_below) || std::ranges::any_of(all_operations(), is_beside);
}

bool has_row(std::string_view path, std::string_view method) {
  return std::ranges::any_of(all_operations(),
                             [&](const Operation& ours) { return ours.path == path && ours.method == method; });
}

void add_new_ones(const OpenApiDocument& document, std::vector<Difference>& differences) {
  for (const auto& [path, described] : document.root()["paths"].items()) {
    if (!is_served(path)) continue;
    for (const auto method : methods) {
      const auto* theirs = document.operation(path, method);
      if (theirs == nullptr || has_row(path, method)) continue;
      differences.push_back({About::operation, std::string(method) + " " + path, operation_pointer(path, method),
                             "not served", text(member(*theirs, "operationId"))});
    }
  }
}

Difference gone(const OpenApiDocument& document, const Operation& ours) {
  const bool has_path = document.root()["paths"].contains(std::string(ours.path));
  const std::string path_pointer = "/paths/" + pointer_token(ours.path);
  return {About::operation, std::string(ours.method) + " " + std::string(ours.path), has_path ? path_pointer : "/paths",
          std::string(ours.id), has_path ? "no such method" : "no such path"};
}

}  // namespace

std::vector<Difference> compare_operations(const OpenApiDocument& document) {
  std::vector<Difference> differences;
  for (const auto& ours : all_operations()) {
    const auto* theirs = document.operation(ours.path, ours.method);
    if (theirs == nullptr) {
      differences.push_back(gone(document, ours));
    } else {
      Comparison(document, ours, *theirs, differences).compare();
    }
  }
  add_new_ones(document, differences);
  return differences;
}

}  // namespace gcmock
