#include "gcmock/domain/credential_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace gcmock {

bool says_credential(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (lower == "token_type" || lower == "grant_type") return false;
  constexpr std::array<std::string_view, 9> parts = {"token",         "secret", "password", "assertion", "verifier",
                                                     "authorization", "apikey", "api_key",  "credential"};
  return std::ranges::any_of(parts, [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

}  // namespace gcmock
