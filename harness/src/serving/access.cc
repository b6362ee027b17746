#include "serving/access.h"

#include <algorithm>
#include <cctype>

#include "serving/answers.h"

namespace gcmock {
namespace {

/// Without telling by its time how much of it is right.
bool is_same_secret(std::string_view left, std::string_view right) {
  unsigned difference = left.size() == right.size() ? 0 : 1;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const char other = right.empty() ? '\0' : right[i % right.size()];
    difference |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(other);
  }
  return difference == 0;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// "[::1]:80" is "::1".
std::string name_of_host(std::string_view host) {
  if (host.starts_with('[')) return std::string(host.substr(1, host.find(']') - 1));
  return lower(host.substr(0, host.find(':')));
}

}  // namespace

bool is_loopback_name(std::string_view host) {
  return host == "localhost" || host == "::1" || host.ends_with(".localhost") ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

std::optional<ServiceAnswer> why_not(const ServiceRequest& request, const std::string& token) {
  if (token.empty()) {
    const std::string* host = request.header("Host");
    if (host != nullptr && is_loopback_name(name_of_host(*host))) return std::nullopt;
    return problem(403, "without a token this API is for this machine: name it 127.0.0.1 or localhost");
  }
  const std::string* authorization = request.header("Authorization");
  constexpr std::string_view scheme = "bearer ";
  const bool is_bearer = authorization != nullptr && lower(authorization->substr(0, scheme.size())) == scheme;
  if (is_bearer && is_same_secret(std::string_view(*authorization).substr(scheme.size()), token)) return std::nullopt;
  ServiceAnswer refusal = problem(401, "send the token that gcmock serve was given: Authorization: Bearer …");
  refusal.headers.emplace_back("WWW-Authenticate", "Bearer");
  return refusal;
}

std::optional<ServiceAnswer> why_no_change(const ServiceRequest& request) {
  if (request.method == "GET" || request.method == "HEAD") return std::nullopt;
  const std::string* origin = request.header("Origin");
  const std::string* host = request.header("Host");
  if (origin != nullptr && (host == nullptr || lower(*origin) != "http://" + lower(*host))) {
    return problem(403, "a page of another site may change nothing here");
  }
  if (request.body.empty() && request.method == "DELETE") return std::nullopt;
  const std::string* type = request.header("Content-Type");
  if (type == nullptr || !lower(*type).starts_with("application/json")) {
    return problem(415, "send JSON, and say so: Content-Type: application/json");
  }
  return std::nullopt;
}

}  // namespace gcmock
