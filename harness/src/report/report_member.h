// Members of a JSON report, read with what is wrong told by its place.
#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// A value and its place in the document. A mistake throws Error: "report.json: /scenarios/3/status: no such status".
class ReportMember {
 public:
  ReportMember(const nlohmann::json& value, std::string file, std::string pointer = {})
      : value_(value), file_(std::move(file)), pointer_(std::move(pointer)) {}

  /// A member that must be there.
  [[nodiscard]] ReportMember operator[](const std::string& name) const;
  [[nodiscard]] std::vector<ReportMember> items() const;
  [[nodiscard]] bool is_null() const { return value_.is_null(); }

  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool yes_or_no() const;
  [[nodiscard]] std::int64_t whole_number() const;
  /// Milliseconds, as reports have them.
  [[nodiscard]] std::chrono::nanoseconds duration() const;
  [[nodiscard]] std::vector<std::string> texts() const;
  [[nodiscard]] std::vector<std::uint64_t> numbers() const;

  /// A word of `Enum`, by its to_string, whose enumerators count from 0 to `last`.
  template <class Enum>
  [[nodiscard]] Enum word(Enum last) const {
    const std::string written = text();
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      if (to_string(static_cast<Enum>(i)) == written) return static_cast<Enum>(i);
    }
    wrong("\"" + written + "\" is no word that this gcmock knows here");
  }

  /// Empty where it is null.
  template <class Read>
  [[nodiscard]] auto if_any(Read read) const -> std::optional<decltype(read(*this))> {
    if (is_null()) return std::nullopt;
    return read(*this);
  }

  [[noreturn]] void wrong(const std::string& what) const;

 private:
  const nlohmann::json& value_;
  std::string file_;
  std::string pointer_;
};

}  // namespace gcmock
