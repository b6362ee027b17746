#include "client/browser.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "client/form_encoding.h"

namespace gcmock {
namespace {

constexpr int most_redirects = 10;

// What stands behind the redirect URI, where `location` is that and more parameters; an address that only begins alike
// is somebody else's.
std::optional<std::string_view> behind(std::string_view redirect_uri, std::string_view location) {
  if (!location.starts_with(redirect_uri)) return std::nullopt;
  std::string_view rest = location.substr(redirect_uri.size());
  const char separator = redirect_uri.find('?') == std::string_view::npos ? '?' : '&';
  if (!rest.empty() && rest.front() != separator && rest.front() != '#') return std::nullopt;
  return rest.substr(std::min<std::size_t>(rest.size(), 1));
}

CalledBack called_back(std::string_view query) {
  CalledBack callback;
  query = query.substr(0, query.find('#'));
  while (!query.empty()) {
    const std::size_t ampersand = query.find('&');
    const std::string_view pair = query.substr(0, ampersand);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    callback.parameters.emplace_back(pair.substr(0, equals), pair.substr(std::min(equals + 1, pair.size())));
    query = ampersand == std::string_view::npos ? std::string_view{} : query.substr(ampersand + 1);
  }
  return callback;
}

// RFC 9110 §10.2.2 allows an address relative to the one that was asked; ours knows the one that starts with a slash.
std::string resolved(const std::string& location, const std::string& asked) {
  if (!location.starts_with('/')) return location;
  const std::size_t host = asked.find("://") + 3;
  return asked.substr(0, asked.find('/', host)) + location;
}

}  // namespace

std::string CalledBack::parameter(const std::string& name) const {
  const auto found = std::ranges::find(parameters, name, [](const auto& pair) { return pair.first; });
  return found == parameters.end() ? std::string{} : found->second;
}

BrowserAnswer browse(const std::string& url, const std::string& redirect_uri, const std::string& ca_file,
                     Deadline deadline) {
  std::string address = url;
  int status = 0;
  for (int redirects = 0; redirects < most_redirects; ++redirects) {
    const HttpResult result = exchange({"GET", address, {{"Accept", "text/html"}}, "", "", ca_file}, deadline);
    if (const auto* none = std::get_if<NoAnswer>(&result)) return *none;
    const auto& answer = std::get<ReceivedAnswer>(result);
    status = answer.status;
    const bool is_redirect = status >= 300 && status < 400 && !answer.location.empty();
    if (!is_redirect) return ShownAPage{status};
    if (const auto query = behind(decode_percent(redirect_uri), answer.location)) return called_back(*query);
    address = resolved(answer.location, address);
  }
  return ShownAPage{status};
}

}  // namespace gcmock
