// I-2: what a token request presents is a form in UTF-8. Servers that guess otherwise read something else.
#include <fmt/format.h>

#include <cctype>
#include <optional>
#include <string>
#include <string_view>

#include "invariants/list.h"
#include "reading/request_parts.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// In lower case, without blanks and quotes, which mean nothing in a media type.
std::string plain(std::string_view media_type) {
  std::string text;
  for (const unsigned char c : media_type) {
    if (c != ' ' && c != '\t' && c != '"') text.push_back(static_cast<char>(std::tolower(c)));
  }
  return text;
}

// What is wrong with the body's type; empty where nothing is.
std::optional<std::string> fault_of(const Exchange& exchange) {
  const std::string* type = header_of(exchange, "Content-Type");
  if (type == nullptr) return "without a Content-Type";
  const std::string media = plain(*type);
  const std::string_view charset = ";charset=";
  const auto said = media.find(charset);
  const bool is_utf8 = said == std::string::npos || media.substr(said + charset.size()) == "utf-8";
  if (media.substr(0, media.find(';')) == "application/x-www-form-urlencoded" && is_utf8) return std::nullopt;
  return "as " + *type;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Exchange& exchange : evidence.journal) {
    if (!is_token_request(exchange) || exchange.method != "POST") continue;
    ++verdict.looked_at;
    if (const auto fault = fault_of(exchange)) {
      verdict.violations.push_back({fmt::format("a token request was sent {}", *fault), {exchange.seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant form_at_the_token_endpoint() {
  return {"I-2", "a token request is a form in UTF-8", "RFC 6749 §4.1.3, §6, appendix B", Severity::error, check};
}

}  // namespace gcmock
