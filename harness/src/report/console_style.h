// How a report for a terminal looks: colour, width, how much of it. The CLI decides; reports obey.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gcmock {

enum class Colour { off, on };

/// `problems`: a line for what passed, everything for what did not. `everything`: steps, checks and journal always.
enum class Detail { problems, everything };

struct ConsoleStyle {
  Colour colour = Colour::off;
  Detail detail = Detail::problems;
  std::size_t width = 100;
};

enum class Ink { plain, green, red, yellow, dim, bold };

std::string painted(std::string_view text, Ink ink, Colour colour);

/// Text that grows line by line. Everything written is made printable first.
class Page {
 public:
  explicit Page(const ConsoleStyle& style) : style_(style) {}

  /// One line, as it is.
  void line(std::size_t indent, std::string_view text, Ink ink = Ink::plain);
  /// Wrapped to the style's width.
  void paragraph(std::size_t indent, std::string_view text, Ink ink = Ink::plain);
  /// A heading with a second part behind it: "why #4 was refused  POST /oauth/token → 400".
  void heading(std::string_view title, std::string_view rest = {});
  void blank();

  [[nodiscard]] const ConsoleStyle& style() const { return style_; }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  ConsoleStyle style_;
  std::string text_;
};

/// Indents of headings and of what stands under them.
inline constexpr std::size_t heading_indent = 2;
inline constexpr std::size_t body_indent = 8;

}  // namespace gcmock
