// Answers that wait for each other. Bookkeeping only: no thread, no clock, no socket. Not thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gcmock/script/actions.h"
#include "script/chance.h"

namespace gcmock {

class Gates {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// An answer, by the number of its exchange, and the connection that it is for.
  struct Held {
    std::uint64_t seq = 0;
    std::uint64_t connection = 0;
  };

  /// An answer has come to the gate of this name. The last that is waited for opens it.
  void arrive(Held held, const std::string& name, const Gate& gate, const Chance& chance, Time now);

  /// How much longer an answer waits for others to come; opens its gate where that is over. Empty: until it is its
  /// turn.
  std::optional<std::chrono::milliseconds> time_left(std::uint64_t seq, Time now);

  /// Its answer is delivered, or its client has gone. Nothing happens where it is at no gate.
  void done(std::uint64_t seq);

  /// Connections of those whose turn it has become since the last time.
  std::vector<std::uint64_t> take_released();

 private:
  /// Those that go through together.
  struct Batch {
    std::string name;
    Gate gate;
    Chance chance{0};
    Time last_came;
    bool is_open = false;
    std::vector<Held> waiting;  ///< in order of arrival; once open, of release: the first has its turn
  };

  void open(Batch& batch);

  std::map<std::uint64_t, Batch> batches_;
  std::map<std::string, std::uint64_t> gathering_;  ///< by name: the batch that is not open yet
  std::unordered_map<std::uint64_t, std::uint64_t> batch_of_;
  std::vector<std::uint64_t> released_;
  std::uint64_t batches_made_ = 0;
};

}  // namespace gcmock
