// HTML and SVG, element by element: nothing gets into it unescaped, whatever a client wrote.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace gcmock {

struct Attribute {
  std::string_view name;
  std::string value;
};
using Attributes = std::initializer_list<Attribute>;

class Markup {
 public:
  /// An element that is open: its end closes it. The markup must outlive it.
  class Element {
   public:
    Element(Markup& markup, std::string_view tag) : markup_(markup), tag_(tag) {}
    ~Element() { markup_.close(tag_); }
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

   private:
    Markup& markup_;
    std::string_view tag_;
  };

  /// Names of tags and attributes are written as they are: they are ours.
  [[nodiscard]] Element open(std::string_view tag, Attributes attributes = {});
  /// A whole element with text in it.
  void put(std::string_view tag, std::string_view text, Attributes attributes = {});
  /// One that holds nothing: `<input …/>`, `<path …/>`.
  void empty(std::string_view tag, Attributes attributes = {});
  void text(std::string_view text);
  /// As it is: for our own style and script.
  void verbatim(std::string_view text) { written_ += text; }

  [[nodiscard]] std::string written() && { return std::move(written_); }

 private:
  void start(std::string_view tag, Attributes attributes);
  void close(std::string_view tag);

  std::string written_;
};

}  // namespace gcmock
