// What each code means, why it is told, and what to write instead.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gcmock {

struct DiagnosticPage {
  std::string_view code;
  std::string_view meaning;
  std::string_view told;  ///< an example of its text; the fixtures have it
  std::string_view fix;
  std::string_view why;
  std::string_view wrong;  ///< a piece of a file, or a command
  std::string_view right;
};

/// By code.
std::span<const DiagnosticPage> diagnostic_pages();
/// Null where there is no such code.
const DiagnosticPage* find_page(std::string_view code);

std::string to_string(const DiagnosticPage& page);

}  // namespace gcmock
