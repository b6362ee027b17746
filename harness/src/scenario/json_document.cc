// A recursive descent over the text, one function for each thing of the grammar.
#include "scenario/json_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "scenario/json_string.h"
#include "scenario/removal.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

constexpr int deepest = 64;
constexpr std::uintmax_t longest_file = 4U * 1024 * 1024;

class Reader {
 public:
  Reader(const std::shared_ptr<const SourceText>& source, Mistakes& mistakes)
      : source_(source), text_(source->text()), mistakes_(mistakes) {}

  std::optional<JsonValue> document() {
    if (!is_utf8()) return std::nullopt;
    if (!skip()) return std::nullopt;
    if (at_ == text_.size()) return fail("GC107", "the file holds no JSON value", "an object is wanted: { … }");
    std::optional<JsonValue> value = this->value();
    if (!value || !skip()) return std::nullopt;
    if (at_ < text_.size()) {
      return fail("GC106", "there is more text behind the end of the value",
                  "remove it, or a bracket too many before it");
    }
    return value;
  }

 private:
  using Kind = JsonValue::Kind;

  bool is_utf8() {
    const std::size_t bad = find_invalid_utf8(text_);
    if (bad == std::string_view::npos) return true;
    at_ = bad;
    fail("GC103", "this is not UTF-8", "save the file in the encoding UTF-8");
    return false;
  }

  std::nullopt_t fail(std::string code, std::string what, std::string fix = {}) {
    const std::size_t end = at_ < text_.size() ? end_of_character(text_, at_) : at_;
    return fail_at({at_, end}, std::move(code), std::move(what), std::move(fix));
  }

  std::nullopt_t fail_at(TextRange range, std::string code, std::string what, std::string fix = {},
                         std::optional<TextEdit> repair = {}) {
    mistakes_.add({std::move(code), spot(range), std::move(what), std::move(fix), std::move(repair)});
    return std::nullopt;
  }

  std::nullopt_t fail_unclosed(std::size_t opened, std::string_view what, std::string_view closing) {
    mistakes_.add({"GC105", spot({at_, at_}), fmt::format("the file ends inside {}", what),
                   fmt::format("close it with {}", closing)},
                  spot({opened, opened + 1}), "opened here");
    return std::nullopt;
  }

  Spot spot(TextRange range) const { return {source_, range}; }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool at_end() const { return at_ == text_.size(); }

  /// Over white space and comments. False where a comment does not end.
  bool skip() {
    while (!at_end()) {
      const char c = peek();
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        ++at_;
      } else if (text_.substr(at_, 2) == "//") {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (text_.substr(at_, 2) == "/*") {
        const std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos) {
          const std::size_t opened = std::exchange(at_, text_.size());
          fail_unclosed(opened, "a comment", "*/");
          return false;
        }
        at_ = end + 2;
      } else {
        break;
      }
    }
    return true;
  }

  std::optional<JsonValue> value() {
    switch (peek()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
      case 't':
        return word("true", Kind::boolean);
      case 'f':
        return word("false", Kind::boolean);
      case 'n':
        return word("null", Kind::null);
      default:
        break;
    }
    if (peek() == '-' || (peek() >= '0' && peek() <= '9')) return number();
    return fail("GC104", "a value is wanted here", help_for_value());
  }

  std::string help_for_value() const {
    if (peek() == '\'') return "strings stand in double quotes";
    if (is_word_character(peek())) return help_for_word(at_);
    if (peek() == ',') return "remove the comma, or put a value before it";
    if (peek() == '+' || peek() == '.') return "a number starts with a digit or '-'";
    return R"(a string "…", a number, true, false, null, a list […] or an object {…})";
  }

  JsonValue made(Kind kind, std::size_t begin, std::string text = {}) const {
    JsonValue value;
    value.kind = kind;
    value.text = std::move(text);
    value.spot = spot({begin, at_});
    return value;
  }

  /// For a word without quotes that starts at `begin`.
  std::string help_for_word(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_word_character(text_[end])) ++end;
    const std::string_view written = text_.substr(begin, end - begin);
    static const std::vector<std::string> known = {"true", "false", "null"};
    if (const std::optional<std::string> meant = closest(written, known))
      return fmt::format("did you mean {}?", *meant);
    return "words are true, false and null; strings stand in double quotes";
  }

  std::optional<JsonValue> word(std::string_view wanted, Kind kind) {
    const std::size_t begin = at_;
    while (!at_end() && is_word_character(peek())) ++at_;
    if (text_.substr(begin, at_ - begin) != wanted) {
      return fail_at({begin, at_}, "GC104", "this is no value", help_for_word(begin));
    }
    JsonValue value = made(kind, begin);
    value.boolean = wanted == "true";
    return value;
  }

  static bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  std::optional<JsonValue> number() {
    const std::size_t begin = at_;
    while (!at_end() && (is_word_character(peek()) || peek() == '+' || peek() == '-' || peek() == '.')) ++at_;
    const std::string_view written = text_.substr(begin, at_ - begin);
    if (!is_json_number(written)) {
      return fail_at({begin, at_}, "GC104", "this is no number as JSON writes them",
                     "like 0, -12, 3.5 or 1e6; no leading zeros");
    }
    double parsed = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), parsed);
    if (error == std::errc::result_out_of_range) {
      return fail_at({begin, at_}, "GC104", "this number is too large or too small to be read", "use a smaller one");
    }
    return made(Kind::number, begin, std::string(written));
  }

  std::optional<JsonValue> string() {
    const std::size_t begin = at_;
    const JsonString read = read_json_string(text_, at_);
    if (read.mistake.empty()) {
      at_ = read.range.end;
      return made(Kind::string, begin, read.content);
    }
    return fail_at(read.range, "GC108", read.mistake, read.fix);
  }

  /// Behind an item: true where another one follows or the end was reached.
  bool comma_or(char closing, std::string_view what, std::size_t opened) {
    const std::size_t behind_item = at_;
    if (!skip()) return false;
    if (peek() == closing) return true;
    if (peek() == ',') {
      behind_comma_ = ++at_;
      return skip();
    }
    if (at_end()) {
      fail_unclosed(opened, what, fmt::format("'{}'", closing));
    } else {
      fail_at(place_of_missing(behind_item), "GC104",
              fmt::format("a comma or '{}' is wanted here, in {}", closing, what), help_for_comma(closing),
              missing_comma(closing, behind_item));
    }
    return false;
  }

  /// What is missing is missing on the line that `behind` ends, though it is noticed on the next one.
  TextRange place_of_missing(std::size_t behind) const {
    const bool is_far = text_.substr(behind, at_ - behind).find('\n') != std::string_view::npos;
    const std::size_t place = is_far ? behind : at_;
    return {place, place < text_.size() ? end_of_character(text_, place) : place};
  }

  bool is_key_ahead() const {
    if (peek() != '"') return false;
    const JsonString key = read_json_string(text_, at_);
    const std::size_t behind = key.mistake.empty() ? text_.find_first_not_of(" \t\r\n", key.range.end) : text_.size();
    return behind < text_.size() && text_[behind] == ':';
  }

  std::string help_for_comma(char closing) const {
    if (peek() == ';') return "a comma, and no semicolon";
    const bool closes_another = peek() == '}' || peek() == ']';
    const bool opens = peek() == '{' && closing == '}';
    if (closes_another || opens) return fmt::format("is a '{}' missing before the '{}'?", closing, peek());
    if (closing == ']' && is_key_ahead()) return "a list has no keys: is a ']' missing before this one?";
    return "is the comma behind the previous one missing?";
  }

  /// A comma can be all that is missing only where another member or item starts.
  std::optional<TextEdit> missing_comma(char closing, std::size_t behind_item) const {
    const std::string_view starts = closing == '}' ? R"(")" : R"("{[)";
    if (starts.find(peek()) == std::string_view::npos || (closing == ']' && is_key_ahead())) return std::nullopt;
    return TextEdit{behind_item, behind_item, ","};
  }

  bool enter() {
    if (++depth_ <= deepest) return true;
    fail("GC109", fmt::format("this is nested deeper than {} levels", deepest),
         "no file that gcmock reads needs so many");
    return false;
  }

  std::optional<JsonValue> array() {
    const std::size_t begin = at_;
    if (!enter()) return std::nullopt;
    JsonValue list;
    list.kind = Kind::array;
    ++at_;
    if (!skip()) return std::nullopt;
    while (peek() != ']' || at_end()) {
      if (at_end()) return fail_unclosed(begin, "a list", "']'");
      std::optional<JsonValue> item = value();
      if (!item) return std::nullopt;
      if (!is_no_key(*item, begin)) return std::nullopt;
      list.items.push_back(std::move(*item));
      if (!comma_or(']', "a list", begin)) return std::nullopt;
    }
    ++at_;
    --depth_;
    list.spot = spot({begin, at_});
    return list;
  }

  /// A key in a list: most often the list was to end before it.
  bool is_no_key(const JsonValue& item, std::size_t opened) {
    if (!item.is(Kind::string)) return true;
    const std::size_t behind_item = at_;
    if (!skip()) return false;
    if (peek() != ':') {
      at_ = behind_item;
      return true;
    }
    at_ = item.spot.range.begin;
    mistakes_.add({"GC104", spot(place_of_missing(std::max(opened, behind_comma_))),
                   fmt::format("a list has no keys, but \"{}\" is one", item.text),
                   fmt::format("is a ']' missing before \"{}\"?", item.text)},
                  spot({opened, opened + 1}), "the list was opened here");
    return false;
  }

  std::optional<JsonValue> object() {
    const std::size_t begin = at_;
    if (!enter()) return std::nullopt;
    JsonValue object;
    object.kind = Kind::object;
    ++at_;
    if (!skip()) return std::nullopt;
    while (peek() != '}' || at_end()) {
      if (at_end()) return fail_unclosed(begin, "an object", "'}'");
      if (!member(object)) return std::nullopt;
      if (!comma_or('}', "an object", begin)) return std::nullopt;
    }
    ++at_;
    --depth_;
    object.spot = spot({begin, at_});
    return object;
  }

  bool member(JsonValue& object) {
    if (peek() != '"') {
      fail_at(opens_or_closes() ? place_of_missing(behind_comma_) : place_of_missing(at_), "GC104",
              "a key in double quotes is wanted here", help_for_key());
      return false;
    }
    const std::optional<JsonValue> key = string();
    if (!key || !skip()) return false;
    if (peek() != ':') {
      const bool runs_on = key->text.find_first_of(":,{}") != std::string::npos;
      fail("GC104", fmt::format("a colon is wanted here, behind the key \"{}\"", key->text),
           runs_on ? "is a quote missing in the key?" : "put ':' between the key and its value");
      return false;
    }
    ++at_;
    if (!skip()) return false;
    std::optional<JsonValue> value = this->value();
    if (!value) return false;
    add(object, *key, std::move(*value));
    return true;
  }

  bool opens_or_closes() const { return std::string_view("{[]").find(peek()) != std::string_view::npos && !at_end(); }

  std::string help_for_key() const {
    if (opens_or_closes()) return fmt::format("is a '}}' missing before the '{}'?", peek());
    if (peek() >= '0' && peek() <= '9') return "a number has no comma in it; a key stands in double quotes";
    if (peek() == ',') return "one comma is enough";
    return "put the key in double quotes";
  }

  void add(JsonValue& object, const JsonValue& key, JsonValue value) {
    if (const JsonMember* first = object.find(key.text)) {
      const TextRange whole{key.spot.range.begin, value.spot.range.end};
      const auto repair = same_value(first->value, value) ? std::optional(removal_of(text_, whole)) : std::nullopt;
      mistakes_.add({"GC110", key.spot, fmt::format("the key \"{}\" stands here for the second time", key.text),
                     "remove one of the two, or put their contents together", repair},
                    first->key_spot, "first");
      return;
    }
    object.members.push_back({key.text, key.spot, std::move(value)});
  }

  const std::shared_ptr<const SourceText>& source_;
  std::string_view text_;
  Mistakes& mistakes_;
  std::size_t at_ = 0;
  std::size_t behind_comma_ = 0;  ///< the last one between members or items
  int depth_ = 0;
};

}  // namespace

std::optional<JsonValue> read_json(const std::shared_ptr<const SourceText>& source, Mistakes& mistakes) {
  return Reader(source, mistakes).document();
}

ParsedFile parse_text(const std::string& file, std::string text) {
  Mistakes mistakes;
  std::optional<JsonValue> json = read_json(std::make_shared<const SourceText>(file, std::move(text)), mistakes);
  return {file, std::move(json), mistakes.findings()};
}

ParsedFile parse_file(const std::string& file) {
  Mistakes mistakes;
  std::optional<JsonValue> json = read_json_file(file, mistakes);
  return {file, std::move(json), mistakes.findings()};
}

std::optional<JsonValue> read_json_file(const std::string& file, Mistakes& mistakes) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    mistakes.add(file, "GC101", "there is no such file", "check the path; it is relative to where gcmock runs");
    return std::nullopt;
  }
  if (std::filesystem::file_size(file, error) > longest_file) {
    mistakes.add(file, "GC102", "this file is larger than 4 MiB", "split it: a world or scenario needs far less");
    return std::nullopt;
  }
  std::ifstream stream(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream) {
    mistakes.add(file, "GC101", "this file cannot be read", "check its permissions");
    return std::nullopt;
  }
  return read_json(std::make_shared<const SourceText>(file, std::move(text)), mistakes);
}

}  // namespace gcmock
