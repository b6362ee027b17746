// Every credential that went by, so that none of them is ever written.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/recorded.h"

namespace gcmock {

class SeenCredentials {
 public:
  /// Takes all that a request or answer carries: in forms, JSON, queries, Authorization and cookies.
  explicit SeenCredentials(const std::vector<RecordedExchange>& recorded);

  /// `text` without any of them, however they are encoded, and without e-mail addresses.
  [[nodiscard]] std::string redacted(const std::string& text) const;
  /// Likewise of JSON, where members that name people lose their values as well; a text that is no JSON as above.
  [[nodiscard]] std::string redacted_body(const std::string& body) const;
  /// Is one of them in the text? Not those that are too short to be told from words.
  [[nodiscard]] bool stand_in(const std::string& text) const;

 private:
  void add(std::string value);
  void add_header(const std::string& name, const std::string& value);
  void add_body(const std::string& content_type, const std::string& body);
  [[nodiscard]] std::string without(const std::string& text, std::size_t at_least_as_long) const;

  std::set<std::string> values_;
};

}  // namespace gcmock
