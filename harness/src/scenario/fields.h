// Typed access to the members of one object. What is wrong is collected, not thrown: reading goes on.
#pragma once

#include <chrono>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/time.h"
#include "scenario/json_value.h"
#include "scenario/mistakes.h"
#include "scenario/shapes.h"

namespace gcmock {

/// A word of a file and what it means.
template <class T>
struct Word {
  std::string_view word;
  T meaning;
};

/// A string and where it stands.
struct Text {
  std::string text;
  Spot spot;
};

/// What a duration may be.
enum class Span { any, not_negative, positive };

/// Built, it has told unknown and missing keys, or that this is no object at all. A getter gives nothing where the
/// key is missing or, with a mistake told, where its value is wrong.
class Fields {
 public:
  Fields(const JsonValue& value, const Shape& shape, Mistakes& mistakes);

  [[nodiscard]] const JsonMember* member(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return member(key) != nullptr; }
  [[nodiscard]] bool is_null(std::string_view key) const;

  [[nodiscard]] std::optional<Text> text(std::string_view key) const;
  /// Not empty.
  [[nodiscard]] std::optional<Text> said(std::string_view key) const;
  [[nodiscard]] std::optional<bool> truth(std::string_view key) const;
  [[nodiscard]] std::optional<int> integer(std::string_view key, int least,
                                           int most = std::numeric_limits<int>::max()) const;
  /// A number, perhaps with a fraction.
  [[nodiscard]] std::optional<double> number(std::string_view key, double least, double most) const;
  [[nodiscard]] std::optional<std::chrono::milliseconds> duration(std::string_view key, Span span) const;
  /// A duration without a fraction of a second: domain lifetimes have none.
  [[nodiscard]] std::optional<std::chrono::seconds> seconds(std::string_view key, Span span) const;
  [[nodiscard]] std::optional<Instant> instant(std::string_view key) const;
  [[nodiscard]] std::optional<std::chrono::year_month_day> date(std::string_view key) const;
  /// Items of a list of strings; empty where there is none.
  [[nodiscard]] std::vector<Text> texts(std::string_view key) const;
  /// Items of a list.
  [[nodiscard]] std::span<const JsonValue> items(std::string_view key) const;
  /// Members of an object whose keys are names.
  [[nodiscard]] std::span<const JsonMember> entries(std::string_view key) const;

  template <class Words>
  [[nodiscard]] auto word(std::string_view key, const Words& known) const {
    using Meaning = decltype(known.begin()->meaning);
    const JsonMember* found = member(key);
    return found == nullptr ? std::optional<Meaning>() : meaning_of(found->value, key, known);
  }

  /// The meaning of one word, wherever it stands; `key` says what it is a word for.
  template <class Words>
  [[nodiscard]] auto meaning_of(const JsonValue& value, std::string_view key, const Words& known) const {
    using Meaning = decltype(known.begin()->meaning);
    std::vector<std::string> words;
    for (const auto& each : known) words.emplace_back(each.word);
    const std::optional<std::size_t> index = choice(value, key, words);
    return index ? std::optional<Meaning>((known.begin() + static_cast<std::ptrdiff_t>(*index))->meaning)
                 : std::nullopt;
  }

  /// Tells a mistake about the value of a key.
  void wrong(std::string_view key, std::string code, std::string what, std::string fix) const;
  /// Tells that `value` is not of the kind that `key` wants.
  void wrong_kind(const JsonValue& value, std::string_view key, std::string_view wanted) const;

 private:
  [[nodiscard]] const JsonMember* of_kind(std::string_view key, JsonValue::Kind kind) const;
  [[nodiscard]] std::optional<std::size_t> choice(const JsonValue& value, std::string_view key,
                                                  std::span<const std::string> words) const;
  void tell_unknown_keys() const;
  void tell_missing_keys() const;
  [[nodiscard]] std::optional<TextEdit> respelled_key(const JsonMember& member) const;

  const JsonValue& value_;
  const Shape& shape_;
  Mistakes& mistakes_;
};

/// Reads a whole number; empty where it has a fraction, an exponent or is too large.
std::optional<long long> whole_number(const JsonValue& number);

}  // namespace gcmock
