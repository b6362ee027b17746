// Which rule of the script speaks for a request.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/trail.h"
#include "gcmock/script/script.h"

namespace gcmock {

/// What a rule can ask about a request.
struct Asked {
  Endpoint endpoint = Endpoint::unknown;
  std::optional<GrantType> grant;
  const Subject& subject;
  std::string_view method;
};

/// Does the request match, `nth` aside.
bool matches(const When& when, const Asked& asked);

/// Counts what each rule matched, and picks the first that is due. Not thread-safe.
class RuleChooser {
 public:
  explicit RuleChooser(Script script);

  /// The rule's index, or empty where policy alone answers. Every rule counts every request that it matches, whoever
  /// speaks: `nth` means the client's nth such request. Call once a request.
  std::optional<std::size_t> choose(const Asked& asked);

  [[nodiscard]] const Rule& rule(std::size_t index) const { return script_.rules[index]; }
  [[nodiscard]] const std::vector<Rule>& rules() const { return script_.rules; }
  /// How often each rule spoke.
  [[nodiscard]] const std::vector<std::size_t>& fired() const { return fired_; }

 private:
  Script script_;
  std::vector<int> matched_;
  std::vector<std::size_t> fired_;
};

/// All actions of a rule in words: "delay 200ms; cut before headers".
std::string describe(const Rule& rule);

}  // namespace gcmock
