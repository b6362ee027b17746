// Which rule of the script speaks for a request.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "gcmock/domain/trail.h"
#include "gcmock/script/script.h"

namespace gcmock {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// What a rule can ask about a request.
struct Asked {
  Endpoint endpoint = Endpoint::unknown;
  std::optional<GrantType> grant;
  const Subject& subject;
  std::string_view method;
  std::string_view path = {};
  const NamedTexts* headers = nullptr;       ///< null: none
  const NamedTexts* fields = nullptr;        ///< likewise
  std::chrono::milliseconds since_start{0};  ///< of domain time
};

/// How an exchange ended: what rules that come "after" it look for.
struct EndedExchange {
  const Asked& asked;
  int status = 0;
  std::optional<RefusalReason> refusal;
};

/// Does the request match, all counts, `after` and `probability` aside.
bool matches(const When& when, const Asked& asked);
bool matches(const EarlierExchange& earlier, const EndedExchange& ended);

/// Counts what each rule matched, and picks the first that is due. Not thread-safe.
class RuleChooser {
 public:
  explicit RuleChooser(Script script, std::uint64_t seed = 1);

  /// The rule's index, or empty where policy alone answers. Every rule counts every request that it matches, whoever
  /// speaks: `nth` means the client's nth such request. Call once a request.
  std::optional<std::size_t> choose(const Asked& asked);

  /// Told of each exchange when it is answered: rules that come after such a one are armed.
  void note(const EndedExchange& ended);

  [[nodiscard]] const Rule& rule(std::size_t index) const { return script_.rules[index]; }
  [[nodiscard]] const std::vector<Rule>& rules() const { return script_.rules; }
  /// How often each rule spoke.
  [[nodiscard]] const std::vector<std::size_t>& fired() const { return fired_; }

 private:
  struct Count {
    int in_all = 0;
    std::map<OrgName, int> per_org;
  };

  /// How many requests, this one with them, the rule has matched.
  int count(std::size_t index, const Asked& asked);
  [[nodiscard]] bool is_drawn(std::size_t index) const;

  Script script_;
  std::uint64_t seed_;
  std::vector<Count> matched_;
  std::vector<char> armed_;  ///< was there an exchange that the rule's `after` asks for
  std::vector<std::size_t> fired_;
};

/// All actions of a rule in words: "delay 200ms; cut before headers".
std::string describe(const Rule& rule);

}  // namespace gcmock
