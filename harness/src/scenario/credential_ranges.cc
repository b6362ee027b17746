// A scanner that knows strings, comments and brackets only: it must find credentials in texts that do not parse.
#include "scenario/credential_ranges.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "scenario/spelling.h"

namespace gcmock {
namespace {

constexpr std::array<std::string_view, 13> credential_names = {
    "secret",    "value",    "client_secret", "refresh_token", "access_token", "auth_code",   "authorization",
    "assertion", "password", "code_verifier", "cookie",        "token",        "environment",
};

/// Near to one of those, and none.
constexpr std::array<std::string_view, 4> harmless_names = {"access_tokens", "refresh_tokens", "live_refresh_tokens",
                                                            "live_access_tokens"};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<TextRange> scan() {
    while (at_ < text_.size()) step();
    return std::move(found_);
  }

 private:
  void step() {
    switch (text_[at_]) {
      case '"':
        return string();
      case '/':
        return comment();
      case '{':
      case '[':
        open_.push_back(key_);
        break;
      case '}':
      case ']':
        close();
        break;
      // In an object the next key replaces this; in a list the list's own key goes on counting.
      case ',':
        key_ = open_.empty() ? "" : open_.back();
        break;
      default:
        break;
    }
    ++at_;
  }

  void close() {
    if (open_.empty()) return;
    key_ = open_.back();
    open_.pop_back();
  }

  void comment() {
    if (text_.substr(at_, 2) == "//") {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (text_.substr(at_, 2) == "/*") {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else {
      ++at_;
    }
  }

  void string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n') at_ += text_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, text_.size());
    at_ = std::min(end + 1, text_.size());
    if (next_is_colon()) {
      key_ = text_.substr(begin, end - begin);
    } else if (end > begin && is_credential()) {
      found_.push_back({begin, end});
    }
  }

  bool next_is_colon() const {
    const std::size_t next = text_.find_first_not_of(" \t\r\n", at_);
    return next != std::string_view::npos && text_[next] == ':';
  }

  bool is_inside(std::string_view key) const { return std::find(open_.begin(), open_.end(), key) != open_.end(); }

  bool is_credential() const {
    if (is_inside("ledger")) return false;
    if (names_a_credential(key_) || (key_ == "code" && is_inside("fields"))) return true;
    return std::any_of(open_.begin(), open_.end(), names_a_credential);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string key_;
  std::vector<std::string> open_;  // the key of each bracket that is open
  std::vector<TextRange> found_;
};

}  // namespace

bool names_a_credential(std::string_view key) {
  std::string lower(key);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (std::find(harmless_names.begin(), harmless_names.end(), lower) != harmless_names.end()) return false;
  // A key that is misspelt by a letter or two is the one whose line will be shown.
  return std::any_of(credential_names.begin(), credential_names.end(),
                     [&](std::string_view name) { return edit_distance(lower, name) <= (name.size() < 6 ? 1U : 2U); });
}

std::vector<TextRange> credential_ranges(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace gcmock
