#include "record/reconstruct.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "capture/scenario_of.h"
#include "gcmock/error.h"
#include "record/remedies.h"
#include "record/replay.h"
#include "record/seen_credentials.h"

namespace gcmock {
namespace {

// Improves a draft until its replay is what was recorded, as far as any remedy helps.
class Improvement {
 public:
  Improvement(const Replay& replay, const SeenCredentials& credentials, WorldDraft draft)
      : replay_(replay), credentials_(credentials), draft_(std::move(draft)) {}

  void improve() {
    const std::size_t count = replay_.traffic().size();
    while (const auto index = first_deviation(count)) {
      if (!find_remedy(*index)) given_up_.insert(*index);
    }
  }

  [[nodiscard]] const WorldDraft& draft() const { return draft_; }
  [[nodiscard]] const std::set<std::size_t>& given_up() const { return given_up_; }
  [[nodiscard]] const std::optional<Replayed>& replayed() const { return replayed_; }

 private:
  std::optional<std::size_t> first_deviation(std::size_t count) {
    replayed_ = replay_.run(draft_, count);
    if (!replayed_) throw Error("what was recorded makes no world");
    return deviation_in(*replayed_);
  }

  [[nodiscard]] std::optional<std::size_t> deviation_in(const Replayed& replayed) const {
    for (std::size_t i = 0; i < replayed.journal.size(); ++i) {
      if (!given_up_.contains(i) && !replay_.is_same(replayed, i)) return i;
    }
    return std::nullopt;
  }

  // A remedy counts where everything up to and with this exchange is then as it was.
  bool find_remedy(std::size_t index) {
    for (const Remedy& remedy : remedies_for({index, replayed_->journal}, replay_, credentials_)) {
      WorldDraft candidate = draft_;
      remedy(candidate);
      const auto tried = replay_.run(candidate, index + 1);
      if (!tried || deviation_in(*tried)) continue;
      draft_ = std::move(candidate);
      return true;
    }
    return false;
  }

  const Replay& replay_;
  const SeenCredentials& credentials_;
  WorldDraft draft_;
  std::set<std::size_t> given_up_;
  std::optional<Replayed> replayed_;
};

std::string remark_on(const Overheard& heard, const Exchange& replayed, const SeenCredentials& credentials) {
  return fmt::format("not replayed as recorded: {} {} was answered {} {}, and is {} {} here", heard.exchange->method,
                     credentials.redacted(heard.path), heard.exchange->status, heard.error, replayed.status,
                     replayed.error_code);
}

std::string text_of(const SeenCredentials& credentials, std::string text) {
  return credentials.stand_in(text) ? credentials.redacted(text) : text;
}

// The journal of the replay, at the times of the recording.
Captured captured_of(const Replay& replay, const Improvement& improvement, const SeenCredentials& credentials,
                     const ReconstructOptions& options) {
  const Replayed& replayed = *improvement.replayed();
  Captured captured;
  captured.journal = replayed.journal;
  for (std::size_t i = 0; i < captured.journal.size(); ++i) {
    const RecordedExchange& recorded = *replay.traffic()[i].exchange;
    Exchange& exchange = captured.journal[i];
    exchange.arrived = recorded.arrived;
    exchange.decided = recorded.answered;
    exchange.delivery.state = recorded.came == AnswerPart::all ? DeliveryState::complete : DeliveryState::cut;
    if (replay.traffic()[i].kind == Overheard::Kind::call && !recorded.body.empty()) {
      captured.bodies[exchange.seq] = {header_of(recorded.headers, "Content-Type"),
                                       credentials.redacted_body(recorded.body)};
    }
  }
  captured.happenings = improvement.draft().happenings;
  captured.world = replayed.scenario.world;
  captured.client_settings = replayed.scenario.client_settings;
  captured.title = options.title;
  captured.source = "recorded by gcmock record";
  captured.tags = {"recorded"};
  captured.world_file = options.world_file;
  captured.schema_file = options.scenario_schema;
  captured.carried = members_of(improvement.draft());
  return captured;
}

}  // namespace

Reconstructed reconstruct(const std::vector<RecordedExchange>& recorded, const ReconstructOptions& options) {
  const SeenCredentials credentials(recorded);
  const std::vector<Overheard> traffic = overhear(recorded);
  const OrgsOfTraffic orgs = orgs_of(traffic, options.org_names);
  if (orgs.in_order.empty()) throw Error("nothing was recorded that presents a token or asks for one");
  const Replay replay(traffic, orgs, options.folder);
  Improvement improvement(replay, credentials, draft_of(traffic, orgs));
  improvement.improve();

  Reconstructed result;
  result.orgs = orgs.in_order;
  result.exchanges = recorded.size();
  result.same = recorded.size() - improvement.given_up().size();
  for (const std::size_t index : improvement.given_up())
    result.remarks.push_back(remark_on(traffic[index], improvement.replayed()->journal[index], credentials));
  Captured captured = captured_of(replay, improvement, credentials, options);
  captured.remarks = result.remarks;
  result.world = text_of(credentials, world_text(improvement.draft(), options.world_schema));
  result.scenario = text_of(credentials, scenario_of(captured));
  return result;
}

}  // namespace gcmock
