#include "engine/gates.h"

#include <algorithm>
#include <utility>

namespace gcmock {
namespace {

/// Fisher and Yates.
void shuffle(std::vector<Gates::Held>& all, Chance chance) {
  for (std::size_t left = all.size(); left > 1; --left) {
    const auto drawn = static_cast<std::size_t>(chance.share() * static_cast<double>(left));
    std::swap(all[left - 1], all[drawn]);
  }
}

}  // namespace

void Gates::arrive(Held held, const std::string& name, const Gate& gate, const Chance& chance, Time now) {
  const auto [gathering, is_new] = gathering_.try_emplace(name, batches_made_ + 1);
  const auto id = gathering->second;
  if (is_new)
    batches_[++batches_made_] = {.name = name, .gate = gate, .chance = chance, .last_came = now, .waiting = {}};
  auto& batch = batches_.at(id);
  batch.last_came = now;
  batch.waiting.push_back(held);
  batch_of_[held.seq] = id;
  if (batch.waiting.size() >= static_cast<std::size_t>(batch.gate.until)) open(batch);
}

void Gates::open(Batch& batch) {
  batch.is_open = true;
  gathering_.erase(batch.name);
  switch (batch.gate.release) {
    case ReleaseOrder::arrival:
      break;
    case ReleaseOrder::reverse:
      std::ranges::reverse(batch.waiting);
      break;
    case ReleaseOrder::seeded:
      shuffle(batch.waiting, batch.chance);
      break;
  }
  released_.push_back(batch.waiting.front().connection);
}

std::optional<std::chrono::milliseconds> Gates::time_left(std::uint64_t seq, Time now) {
  const auto found = batch_of_.find(seq);
  if (found == batch_of_.end()) return std::nullopt;
  auto& batch = batches_.at(found->second);
  if (batch.is_open) return std::nullopt;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(batch.last_came + batch.gate.quiet - now);
  if (left.count() > 0) return left;
  open(batch);
  return std::nullopt;
}

void Gates::done(std::uint64_t seq) {
  const auto found = batch_of_.find(seq);
  if (found == batch_of_.end()) return;
  const auto id = found->second;
  batch_of_.erase(found);
  auto& batch = batches_.at(id);
  const bool had_its_turn = batch.is_open && batch.waiting.front().seq == seq;
  std::erase_if(batch.waiting, [&](const Held& held) { return held.seq == seq; });
  if (batch.waiting.empty()) {
    if (!batch.is_open) gathering_.erase(batch.name);
    batches_.erase(id);
  } else if (had_its_turn) {
    released_.push_back(batch.waiting.front().connection);
  }
}

std::vector<std::uint64_t> Gates::take_released() {
  return std::exchange(released_, {});
}

}  // namespace gcmock
