// How a report for a terminal looks: ANSI colours where they are wanted, lines, paragraphs, headings.
#include "report/console_style.h"

#include <algorithm>

#include "report/text_layout.h"

namespace gcmock {
namespace {

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::green:
      return "\x1b[32m";
    case Ink::red:
      return "\x1b[31m";
    case Ink::yellow:
      return "\x1b[33m";
    case Ink::dim:
      return "\x1b[2m";
    case Ink::bold:
      return "\x1b[1m";
  }
  return "";
}

}  // namespace

std::string painted(std::string_view text, Ink ink, Colour colour) {
  if (colour == Colour::off || ink == Ink::plain || text.empty()) return std::string(text);
  return std::string(code_of(ink)).append(text).append("\x1b[0m");
}

void Page::line(std::size_t indent, std::string_view text, Ink ink) {
  text_ += std::string(indent, ' ') + painted(printable(text), ink, style_.colour) + '\n';
}

void Page::paragraph(std::size_t indent, std::string_view text, Ink ink) {
  const std::size_t room = style_.width > indent + 20 ? style_.width - indent : 20;
  for (const std::string& each : wrapped(printable(text), room)) {
    text_ += std::string(indent, ' ') + painted(each, ink, style_.colour) + '\n';
  }
}

void Page::heading(std::string_view title, std::string_view rest) {
  text_ += std::string(heading_indent, ' ') + painted(printable(title), Ink::bold, style_.colour);
  if (!rest.empty()) text_ += "  " + printable(rest);
  text_ += '\n';
}

void Page::blank() {
  text_ += '\n';
}

}  // namespace gcmock
