// Each getter: the right kind, the right form, the right range; else a mistake with a way out.
#include "scenario/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "scenario/meant_times.h"
#include "scenario/spelling.h"
#include "scenario/times.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

std::vector<std::string> key_names(const Shape& shape) {
  std::vector<std::string> names;
  for (const Key& key : shape.keys) names.emplace_back(key.name);
  return names;
}

/// "$schema" is for editors; nobody looks for it.
std::vector<std::string> without_schema(std::vector<std::string> names) {
  std::erase(names, "$schema");
  return names;
}

std::string help_for(std::string_view wanted) {
  if (wanted == name_of(JsonValue::Kind::array)) return "in brackets: [ … ]";
  if (wanted == name_of(JsonValue::Kind::object)) return "in braces: { … }";
  if (wanted == name_of(JsonValue::Kind::string)) return "in double quotes: \"…\"";
  if (wanted == name_of(JsonValue::Kind::number)) return "digits, without quotes";
  return fmt::format("write {}", wanted);
}

/// The spot's text, quotes and all, by another string.
TextEdit rewritten(const Spot& spot, const std::string& text) {
  return {spot.range.begin, spot.range.end, "\"" + text + "\""};
}

std::optional<TextEdit> respelled(const Spot& spot, std::string_view word, std::span<const std::string> candidates) {
  const std::optional<std::string> meant = surely_meant(word, candidates);
  return meant ? std::optional(rewritten(spot, *meant)) : std::nullopt;
}

/// A number or truth that stands in quotes for no reason.
std::optional<TextEdit> unquoted(const JsonValue& value, std::string_view wanted) {
  if (!value.is(JsonValue::Kind::string)) return std::nullopt;
  const bool is_truth = value.text == "true" || value.text == "false";
  const bool is_number = !value.text.empty() && value.text.size() < 10 &&
                         value.text.find_first_not_of("0123456789") == std::string::npos &&
                         (value.text.size() == 1 || value.text[0] != '0');
  const bool is_wanted = (is_number && wanted == name_of(JsonValue::Kind::number)) ||
                         (is_truth && wanted == name_of(JsonValue::Kind::boolean));
  if (!is_wanted) return std::nullopt;
  return TextEdit{value.spot.range.begin, value.spot.range.end, value.text};
}

Spot first_character(const Spot& spot) {
  return {spot.source, {spot.range.begin, spot.range.begin + 1}};
}

}  // namespace

std::optional<long long> whole_number(const JsonValue& number) {
  long long value = 0;
  const char* const end = number.text.data() + number.text.size();
  const auto [behind, error] = std::from_chars(number.text.data(), end, value);
  return error == std::errc{} && behind == end ? std::optional(value) : std::nullopt;
}

Fields::Fields(const JsonValue& value, const Shape& shape, Mistakes& mistakes)
    : value_(value), shape_(shape), mistakes_(mistakes) {
  if (!value.is(JsonValue::Kind::object)) {
    mistakes_.add({"GC201", value.spot,
                   fmt::format("{} must be an object, but this is {}", shape.said, name_of(value.kind)),
                   help_for(name_of(JsonValue::Kind::object))});
    return;
  }
  tell_unknown_keys();
  tell_missing_keys();
}

void Fields::tell_unknown_keys() const {
  const std::vector<std::string> known = key_names(shape_);
  for (const JsonMember& member : value_.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    mistakes_.add({"GC203", member.key_spot, fmt::format("unknown key \"{}\" in {}", member.key, shape_.said),
                   suggest(member.key, without_schema(known), ""), respelled_key(member)});
  }
}

/// Not where the object has the key that was meant.
std::optional<TextEdit> Fields::respelled_key(const JsonMember& member) const {
  std::vector<std::string> known = without_schema(key_names(shape_));
  const std::optional<std::string> meant = surely_meant(member.key, known);
  if (!meant || value_.find(*meant) != nullptr) return std::nullopt;
  return rewritten(member.key_spot, *meant);
}

void Fields::tell_missing_keys() const {
  for (const Key& key : shape_.keys) {
    if (key.need == Need::optional || value_.find(key.name) != nullptr) continue;
    mistakes_.add({"GC202", first_character(value_.spot), fmt::format("\"{}\" is missing in {}", key.name, shape_.said),
                   fmt::format("add \"{}\": {}", key.name, key.example)});
  }
}

const JsonMember* Fields::member(std::string_view key) const {
  return value_.find(key);
}

bool Fields::is_null(std::string_view key) const {
  const JsonMember* found = member(key);
  return found != nullptr && found->value.is(JsonValue::Kind::null);
}

void Fields::wrong(std::string_view key, std::string code, std::string what, std::string fix) const {
  const JsonMember* found = member(key);
  const Spot spot = found != nullptr ? found->value.spot : first_character(value_.spot);
  mistakes_.add({std::move(code), spot, std::move(what), std::move(fix)});
}

void Fields::wrong_kind(const JsonValue& value, std::string_view key, std::string_view wanted) const {
  const bool is_container = value.is(JsonValue::Kind::object) || value.is(JsonValue::Kind::array);
  const std::optional<TextEdit> repair = unquoted(value, wanted);
  const std::string help = repair ? fmt::format("without quotes: {}", repair->replacement) : help_for(wanted);
  mistakes_.add({"GC201", is_container ? first_character(value.spot) : value.spot,
                 fmt::format("\"{}\" must be {}, but this is {}", key, wanted, name_of(value.kind)), help, repair});
}

const JsonMember* Fields::of_kind(std::string_view key, JsonValue::Kind kind) const {
  const JsonMember* found = member(key);
  if (found == nullptr || found->value.is(kind)) return found;
  wrong_kind(found->value, key, name_of(kind));
  return nullptr;
}

std::optional<Text> Fields::text(std::string_view key) const {
  const JsonMember* found = of_kind(key, JsonValue::Kind::string);
  return found == nullptr ? std::nullopt : std::optional(Text{found->value.text, found->value.spot});
}

std::optional<Text> Fields::said(std::string_view key) const {
  std::optional<Text> found = text(key);
  if (!found || found->text.find_first_not_of(" \t\n") != std::string::npos) return found;
  wrong(key, "GC207", fmt::format("\"{}\" is empty", key), "say something");
  return std::nullopt;
}

std::optional<bool> Fields::truth(std::string_view key) const {
  const JsonMember* found = of_kind(key, JsonValue::Kind::boolean);
  return found == nullptr ? std::nullopt : std::optional(found->value.boolean);
}

std::optional<int> Fields::integer(std::string_view key, int least, int most) const {
  const JsonMember* found = of_kind(key, JsonValue::Kind::number);
  if (found == nullptr) return std::nullopt;
  const std::optional<long long> value = whole_number(found->value);
  if (value && *value >= least && *value <= most) return static_cast<int>(*value);
  const bool has_top = most != std::numeric_limits<int>::max();
  wrong(key, "GC205", fmt::format("{} is no number that \"{}\" can be", found->value.text, key),
        has_top ? fmt::format("a whole number from {} to {}", least, most)
                : fmt::format("a whole number, {} at least", least));
  return std::nullopt;
}

std::optional<double> Fields::number(std::string_view key, double least, double most) const {
  const JsonMember* found = of_kind(key, JsonValue::Kind::number);
  if (found == nullptr) return std::nullopt;
  const std::string& text = found->value.text;
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);  // JSON's numbers are all read whole
  if (value >= least && value <= most) return value;
  wrong(key, "GC205", fmt::format("{} is no number that \"{}\" can be", text, key),
        fmt::format("a number from {} to {}", least, most));
  return std::nullopt;
}

std::optional<milliseconds> Fields::duration(std::string_view key, Span span) const {
  const JsonMember* found = member(key);
  if (found == nullptr) return std::nullopt;
  if (!found->value.is(JsonValue::Kind::string)) {
    wrong(key, "GC206", fmt::format("\"{}\" must be a duration, but this is {}", key, name_of(found->value.kind)),
          help_for_duration(found->value.text));
    return std::nullopt;
  }
  const std::optional<milliseconds> read = duration_from(found->value.text);
  if (!read) {
    wrong(key, "GC206", fmt::format("\"{}\" is no duration", found->value.text), help_for_duration(found->value.text));
  } else if (span == Span::positive && *read <= milliseconds(0)) {
    wrong(key, "GC401", fmt::format("\"{}\" must be longer than nothing", key), "a duration above zero");
  } else if (span == Span::not_negative && *read < milliseconds(0)) {
    wrong(key, "GC401", fmt::format("\"{}\" cannot be negative", key), "a duration of zero or more");
  } else {
    return read;
  }
  return std::nullopt;
}

std::optional<std::chrono::seconds> Fields::seconds(std::string_view key, Span span) const {
  const std::optional<milliseconds> read = duration(key, span);
  if (!read) return std::nullopt;
  const auto whole = std::chrono::duration_cast<std::chrono::seconds>(*read);
  if (whole == *read) return whole;
  wrong(key, "GC206", fmt::format("\"{}\" is counted in whole seconds", key),
        "a whole number of seconds, or a larger unit");
  return std::nullopt;
}

std::optional<Instant> Fields::instant(std::string_view key) const {
  const std::optional<Text> found = text(key);
  if (!found) return std::nullopt;
  const std::optional<Instant> read = instant_from(found->text);
  if (!read)
    wrong(key, "GC206", fmt::format("\"{}\" is no moment", found->text), R"(UTC, like "2026-01-01T00:00:00Z")");
  return read;
}

std::optional<std::chrono::year_month_day> Fields::date(std::string_view key) const {
  const std::optional<Text> found = text(key);
  if (!found) return std::nullopt;
  const std::optional<std::chrono::year_month_day> read = date_from(found->text);
  if (!read) wrong(key, "GC206", fmt::format("\"{}\" is no date", found->text), help_for_date(found->text));
  return read;
}

std::span<const JsonValue> Fields::items(std::string_view key) const {
  const JsonMember* found = of_kind(key, JsonValue::Kind::array);
  return found == nullptr ? std::span<const JsonValue>() : std::span<const JsonValue>(found->value.items);
}

std::span<const JsonMember> Fields::entries(std::string_view key) const {
  const JsonMember* found = of_kind(key, JsonValue::Kind::object);
  return found == nullptr ? std::span<const JsonMember>() : std::span<const JsonMember>(found->value.members);
}

std::vector<Text> Fields::texts(std::string_view key) const {
  std::vector<Text> texts;
  for (const JsonValue& item : items(key)) {
    if (item.is(JsonValue::Kind::string)) {
      texts.push_back({item.text, item.spot});
    } else {
      mistakes_.add({"GC201", item.spot, fmt::format("\"{}\" lists strings, but this is {}", key, name_of(item.kind)),
                     "write a string"});
    }
  }
  return texts;
}

std::optional<std::size_t> Fields::choice(const JsonValue& value, std::string_view key,
                                          std::span<const std::string> words) const {
  if (!value.is(JsonValue::Kind::string)) {
    wrong_kind(value, key, "a string");
    return std::nullopt;
  }
  const auto found = std::find(words.begin(), words.end(), value.text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::optional<std::string> meant = closest(value.text, words);
  // A long list is no help to who has nearly found the word.
  constexpr std::size_t short_list = 6;
  const std::string list = meant && words.size() > short_list ? "" : "one of " + listed(words, "or");
  const std::string help =
      meant ? fmt::format("did you mean \"{}\"?{}{}", *meant, list.empty() ? "" : " It is ", list) : list;
  mistakes_.add({"GC204", value.spot, fmt::format("unknown word \"{}\" for \"{}\"", value.text, key), help,
                 respelled(value.spot, value.text, words)});
  return std::nullopt;
}

}  // namespace gcmock
