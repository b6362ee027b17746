#include "expect/silent_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "expect/near_miss.h"
#include "gcmock/domain/duration.h"
#include "gcmock/harness/matchers.h"

namespace gcmock {
namespace {

ExchangePattern pattern_of(const When& when) {
  ExchangePattern pattern;
  pattern.endpoint = when.endpoint;
  pattern.grant = when.grant;
  pattern.org = when.org;
  pattern.client = when.client;
  pattern.user = when.user;
  pattern.method = when.method;
  pattern.path = when.path;
  pattern.headers = when.headers;
  pattern.fields = when.fields;
  return pattern;
}

ExchangePattern pattern_of(const EarlierExchange& earlier) {
  ExchangePattern pattern;
  pattern.endpoint = earlier.endpoint;
  pattern.grant = earlier.grant;
  pattern.org = earlier.org;
  pattern.client = earlier.client;
  pattern.user = earlier.user;
  pattern.method = earlier.method;
  pattern.status = earlier.status;
  pattern.refusal = earlier.refusal;
  return pattern;
}

std::string requests(std::size_t count) {
  return fmt::format("{} such request{}", count, count == 1 ? "" : "s");
}

/// Of a rule whose requests came: what else it waited for.
class Waited {
 public:
  Waited(const Scenario& scenario, const When& when, const Exchanges& journal,
         const std::vector<std::uint64_t>& matching)
      : scenario_(scenario), when_(when), matching_(matching) {
    for (const Exchange& exchange : journal) {
      if (exchange.seq == matching.back()) last_ = &exchange;
    }
    if (when.after) compare_after(select(journal, pattern_of(*when.after)));
    compare_count("nth", when.nth);
    compare_count("every", when.every);
    compare_count("from", when.from);
    compare_time();
    if (when.probability) tell("probability", fmt::format("{}", *when.probability), "not drawn");
    if (miss_.differences.empty() && last_->rule) {
      tell("rule", "this one", fmt::format("rule {}, which speaks first", last_->rule->index + 1));
    }
  }

  NearMiss take() {
    miss_.exchange = last_->seq;
    return std::move(miss_);
  }

 private:
  void tell(std::string field, std::string wanted, std::string found) {
    miss_.differences.push_back({std::move(field), std::move(wanted), std::move(found)});
  }

  void compare_after(const std::vector<std::uint64_t>& armed_by) {
    const bool came_before = !armed_by.empty() && armed_by.front() < matching_.back();
    if (!came_before) tell("after", describe(pattern_of(*when_.after)), armed_by.empty() ? "none" : "none before");
  }

  void compare_count(const char* field, const std::optional<int>& wanted) {
    if (wanted && matching_.size() < static_cast<std::size_t>(*wanted)) {
      tell(field, std::to_string(*wanted), requests(matching_.size()));
    }
  }

  void compare_time() {
    const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(last_->at - scenario_.world.starts_at);
    if (when_.since && at < *when_.since) tell("since", duration_text(*when_.since), duration_text(at));
    if (when_.until && at >= *when_.until) tell("until", duration_text(*when_.until), duration_text(at));
  }

  const Scenario& scenario_;
  const When& when_;
  const std::vector<std::uint64_t>& matching_;
  const Exchange* last_ = nullptr;
  NearMiss miss_;
};

std::optional<NearMiss> near_miss_of(const Scenario& scenario, const When& when, const Exchanges& journal) {
  const ExchangePattern pattern = pattern_of(when);
  const std::vector<std::uint64_t> matching = select(journal, pattern);
  if (matching.empty()) return nearest(journal, pattern);
  return Waited(scenario, when, journal, matching).take();
}

}  // namespace

std::vector<SilentRule> silent_rules(const Scenario& scenario, const std::vector<std::size_t>& fired,
                                     const Exchanges& journal) {
  std::vector<SilentRule> silent;
  for (std::size_t i = 0; i < fired.size() && i < scenario.script.rules.size(); ++i) {
    const Rule& rule = scenario.script.rules[i];
    if (fired[i] == 0) silent.push_back({i + 1, rule.place, near_miss_of(scenario, rule.when, journal)});
  }
  return silent;
}

}  // namespace gcmock
