#include "inquiry/written_request.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

namespace gcmock {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Takes the first word off `text`, and the blanks behind it.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(blanks), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool equal_in_any_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right,
                            [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

bool has_header(const OfflineRequest& request, std::string_view name) {
  return std::ranges::any_of(request.headers,
                             [&](const auto& header) { return equal_in_any_case(header.first, name); });
}

/// "https://api.mypurecloud.com/api/v2/users/me": the host goes to its header.
void take_host_off(OfflineRequest& request) {
  const std::size_t scheme = request.target.find("://");
  if (scheme == std::string::npos || request.target.starts_with('/')) return;
  const std::size_t path = std::min(request.target.find('/', scheme + 3), request.target.size());
  if (!has_header(request, "Host")) {
    request.headers.emplace_back("Host", request.target.substr(scheme + 3, path - scheme - 3));
  }
  request.target.erase(0, path);
  if (request.target.empty()) request.target = "/";
}

void say_content_type(OfflineRequest& request) {
  if (request.body.empty() || has_header(request, "Content-Type")) return;
  const bool is_json = request.body.starts_with('{') || request.body.starts_with('[');
  request.headers.emplace_back("Content-Type", is_json ? "application/json" : "application/x-www-form-urlencoded");
}

bool is_method(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](unsigned char c) { return std::isupper(c) != 0; });
}

std::string mistake_in_line(std::string_view method, std::string_view target) {
  if (!is_method(method)) return "a request begins with its method in capitals: GET /api/v2/users/me";
  if (!target.starts_with('/') && target.find("://") == std::string_view::npos) {
    return "behind the method comes a path, or a URL: GET /api/v2/users/me";
  }
  return {};
}

WrittenRequest read_one_line(std::string_view text) {
  OfflineRequest request;
  request.method = take_word(text);
  request.target = take_word(text);
  if (text.starts_with("HTTP/1.")) take_word(text);
  request.body = text;
  if (std::string mistake = mistake_in_line(request.method, request.target); !mistake.empty()) {
    return {std::nullopt, std::move(mistake)};
  }
  return {std::move(request), {}};
}

/// Content-Length was right for the text of which this is a copy, perhaps with other line ends: it is left out.
WrittenRequest read_message(std::string_view text) {
  WrittenRequest written = read_one_line(take_line(text));
  if (!written.request) return written;
  OfflineRequest& request = *written.request;
  if (!request.body.empty()) return {std::nullopt, "the request line has more than method, target and HTTP/1.1"};
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) {
      return {std::nullopt, "a header line is a name, a colon and a value; an empty line comes before the body"};
    }
    const std::string_view name = line.substr(0, colon);
    if (!equal_in_any_case(name, "Content-Length")) {
      request.headers.emplace_back(name, trimmed(line.substr(colon + 1)));
    }
  }
  request.body = trimmed(text);
  return written;
}

}  // namespace

WrittenRequest read_request(std::string_view text) {
  const std::string_view request = trimmed(text);
  if (request.empty()) return {std::nullopt, "the request is empty: write METHOD PATH BODY"};
  WrittenRequest written =
      request.find('\n') == std::string_view::npos ? read_one_line(request) : read_message(request);
  if (!written.request) return written;
  take_host_off(*written.request);
  say_content_type(*written.request);
  return written;
}

}  // namespace gcmock
