#include "sweep/probes.h"

#include <iterator>
#include <string_view>
#include <utility>

#include "gcmock/wire/operations.h"
#include "sweep/operation_samples.h"
#include "sweep/sweep_world.h"

namespace gcmock {
namespace {

/// What may be wrong about a request whatever it asks for, one thing at a time.
class Wrongs {
 public:
  explicit Wrongs(const Operation& operation) : operation_(operation), right_(right_request(operation).request) {}

  std::vector<Probe> all() && {
    of_the_caller();
    of_the_address();
    if (!right_.content_type.empty()) of_the_body();
    return std::move(probes_);
  }

 private:
  ProbeRequest& add(std::string_view what) {
    probes_.push_back({std::string(operation_.id) + ": " + std::string(what), right_, {}, Probe::Server::shared});
    return probes_.back().request;
  }
  void add_with_token(std::string_view what, std::string_view token) { add(what).authorization = bearer(token); }
  void add_with_body(std::string_view what, std::string_view body) { add(what).body = std::string(body); }

  void of_the_caller() {
    add("no token").authorization.clear();
    add_with_token("a token that nobody issued", "nobodys-token");
    add_with_token("an expired token", swept::expired_token);
    add_with_token("a revoked token", swept::revoked_token);
    add_with_token("a token of an inactive user", swept::ivans_token);
    add_with_token("a token of an inactive org", swept::closed_token);
    add_with_token("a token of an org without room", swept::busy_token);
    add_with_token("a token without the scope", swept::narrow_token);
    add_with_token("a token of a user without a role", swept::powerless_token);
    if (operation_.user == UserContext::required) add_with_token("a token without a user", swept::machine_token);
  }

  void of_the_address() {
    if (operation_.path.find('{') != std::string_view::npos) {
      add("what is not there").target = target_of_nothing(operation_);
    }
    for (const auto parameter : words_of(operation_.query)) {
      add("a wrong " + std::string(parameter)).target += "?" + std::string(parameter) + "=%00wrong";
    }
    add("a method that the path has not").method = "TRACE";
  }

  void of_the_body() {
    add("a body of another media type").content_type = "text/plain";
    add_with_body("a body that is no JSON", "{");
    add_with_body("an empty object", "{}");
    add_with_body("a list", "[1]");
    for (const auto member : words_of(operation_.required_members)) {
      add_with_body("a wrong " + std::string(member), with_wrong(member));
    }
  }

  // The right body, but for one member.
  [[nodiscard]] std::string with_wrong(std::string_view member) const {
    std::string body = right_.body;
    const auto key = body.find("\"" + std::string(member) + "\":");
    if (key == std::string::npos) return body;
    const auto value = key + member.size() + 3;
    const bool is_text = body[value] == '"';
    body.insert(value, is_text ? "7,\"was\":" : "\"wrong\",\"was\":");
    return body;
  }

  const Operation& operation_;
  ProbeRequest right_;
  std::vector<Probe> probes_;
};

void append(std::vector<Probe>& probes, std::vector<Probe> more) {
  probes.insert(probes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Probe> all_probes() {
  std::vector<Probe> probes;
  for (const auto& operation : all_operations()) {
    probes.push_back(right_request(operation));
    append(probes, Wrongs(operation).all());
  }
  append(probes, fault_probes());
  append(probes, token_probes());
  return probes;
}

}  // namespace gcmock
