// What a program wrote on one of its outputs, kept within bounds.
#pragma once

#include <string>
#include <string_view>

namespace gcmock {

/// Keeps the first MiB, and apart from them the last line. Reading goes on beyond: a program whose output nobody
/// reads would stand still.
class CapturedText {
 public:
  void append(std::string_view bytes);

  [[nodiscard]] std::string text() const;       ///< with a note where something was left out
  [[nodiscard]] std::string last_line() const;  ///< the last that is not empty; of a longer one its last 4 KiB

 private:
  std::string first_;
  std::string last_;
  bool cut_ = false;
};

}  // namespace gcmock
