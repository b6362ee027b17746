// A scanner that knows strings, comments and brackets only: it must find credentials in texts that do not parse.
#include "scenario/credential_ranges.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "scenario/json_string.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

constexpr std::array<std::string_view, 14> credential_names = {
    "secret",    "value",    "client_secret", "refresh_token", "access_token", "auth_code",   "authorization",
    "assertion", "password", "code_verifier", "cookie",        "token",        "environment", "saml_assertion",
};

/// Near to one of those, and none.
constexpr std::array<std::string_view, 5> harmless_names = {"access_tokens", "refresh_tokens", "saml_assertions",
                                                            "live_refresh_tokens", "live_access_tokens"};

struct KeyInText {
  std::string name;
  bool hides = false;  // what stands under it
};

bool is_word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<TextRange> scan() {
    while (at_ < text_.size()) step();
    return std::move(found_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return string(c);
    if (c == '/') return comment();
    if (is_word_character(c)) return word();
    if (c == '{' || c == '[') open_.push_back(key_);
    if (c == '}' || c == ']') close();
    // In an object the next key replaces this; in a list the list's own key goes on counting.
    if (c == ',') key_ = open_.empty() ? KeyInText() : open_.back();
    ++at_;
  }

  void close() {
    if (open_.empty()) return;
    key_ = open_.back();
    open_.pop_back();
  }

  /// Behind the comment that starts at `at`; behind the slash where none does.
  std::size_t behind_comment(std::size_t at) const {
    const bool is_block = text_.substr(at, 2) == "/*";
    if (!is_block && text_.substr(at, 2) != "//") return at + 1;
    const std::size_t end = is_block ? text_.find("*/", at + 2) : text_.find('\n', at);
    return end == std::string_view::npos ? text_.size() : end + (is_block ? 2 : 0);
  }

  void comment() { at_ = behind_comment(at_); }

  void string(char quote) {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') at_ += text_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, text_.size());
    at_ = std::min(end + 1, text_.size());
    if (colon_follows()) {
      const JsonString decoded = read_json_string(text_, begin - 1);
      start_key(decoded.mistake.empty() ? decoded.content : std::string(text_.substr(begin, end - begin)));
    } else if (end > begin && is_credential()) {
      found_.push_back({begin, end});
    }
  }

  /// A key whose quotes were forgotten, a number, a word.
  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word_character(text_[at_])) ++at_;
    if (colon_follows()) start_key(std::string(text_.substr(begin, at_ - begin)));
  }

  void start_key(std::string name) {
    key_.hides = names_a_credential(name) || (name == "code" && is_inside("fields"));
    key_.name = std::move(name);
  }

  bool colon_follows() const {
    for (std::size_t next = at_; next < text_.size();) {
      if (text_[next] == ':') return true;
      if (text_[next] == '/') {
        next = behind_comment(next);
      } else if (std::string_view(" \t\r\n").find(text_[next]) != std::string_view::npos) {
        ++next;
      } else {
        return false;
      }
    }
    return false;
  }

  bool is_inside(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(), [&](const KeyInText& key) { return key.name == name; });
  }

  bool is_credential() const {
    const bool hides =
        key_.hides || std::any_of(open_.begin(), open_.end(), [](const KeyInText& key) { return key.hides; });
    return hides && !is_inside("ledger");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  KeyInText key_;
  std::vector<KeyInText> open_;  // the key of each bracket that is open
  std::vector<TextRange> found_;
};

}  // namespace

bool names_a_credential(std::string_view key) {
  std::string lower(key);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (std::find(harmless_names.begin(), harmless_names.end(), lower) != harmless_names.end()) return false;
  // A key that is misspelt by a letter or two is the one whose line will be shown.
  return std::any_of(credential_names.begin(), credential_names.end(), [&](std::string_view name) {
    const std::size_t forgiven = name.size() < 6 ? 1 : 2;
    const bool is_near = lower.size() + forgiven >= name.size() && name.size() + forgiven >= lower.size();
    return is_near && edit_distance(lower, name) <= forgiven;
  });
}

std::vector<TextRange> credential_ranges(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace gcmock
