// HTML and SVG, element by element.
#include "report/markup.h"

#include <algorithm>
#include <array>

#include "report/xml_escaping.h"

namespace gcmock {
namespace {

/// Elements behind which a line of the file ends. Behind all others it would cost a browser a node each, or show as a
/// blank within a line.
bool ends_a_line(std::string_view tag) {
  constexpr std::array<std::string_view, 22> tags{"article", "body", "details", "div",    "footer", "g",  "h1",   "h2",
                                                  "h3",      "h4",   "head",    "header", "html",   "li", "main", "ol",
                                                  "p",       "pre",  "section", "style",  "svg",    "ul"};
  return std::ranges::find(tags, tag) != tags.end();
}

}  // namespace

void Markup::start(std::string_view tag, Attributes attributes) {
  written_.append("<").append(tag);
  for (const Attribute& attribute : attributes) {
    written_.append(" ").append(attribute.name).append("=\"").append(xml_escaped(attribute.value)).append("\"");
  }
}

void Markup::close(std::string_view tag) {
  written_.append("</").append(tag).append(ends_a_line(tag) ? ">\n" : ">");
}

Markup::Element Markup::open(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  written_ += '>';
  return {*this, tag};
}

void Markup::put(std::string_view tag, std::string_view text, Attributes attributes) {
  const Element element = open(tag, attributes);
  written_ += xml_escaped(text);
}

void Markup::empty(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  written_ += "/>";
}

void Markup::text(std::string_view text) {
  written_ += xml_escaped(text);
}

}  // namespace gcmock
