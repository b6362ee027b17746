#include "client/captured_text.h"

#include <algorithm>

namespace gcmock {
namespace {

constexpr std::size_t most_text = 1024 * 1024;
constexpr std::size_t most_line = 4 * 1024;

}  // namespace

void CapturedText::append(std::string_view bytes) {
  const std::size_t fits = std::min(bytes.size(), most_text - first_.size());
  first_.append(bytes.substr(0, fits));
  cut_ = cut_ || fits < bytes.size();
  last_.append(bytes.substr(bytes.size() - std::min(bytes.size(), most_line)));
  if (last_.size() > most_line) last_.erase(0, last_.size() - most_line);
}

std::string CapturedText::text() const {
  return cut_ ? first_ + "\n[cut at 1 MiB]\n" : first_;
}

std::string CapturedText::last_line() const {
  const std::size_t end = last_.find_last_not_of("\r\n");
  if (end == std::string::npos) return {};
  const std::size_t before = last_.rfind('\n', end);
  return last_.substr(before + 1, end - before);  // npos + 1 is 0: the line is all there is
}

}  // namespace gcmock
