#include "run/redactor.h"

#include <algorithm>
#include <string_view>

#include "gcmock/mock_server.h"

namespace gcmock {
namespace {

// Shorter "credentials" are words of the language; taking them out would leave nothing to read.
constexpr std::size_t shortest_credential = 4;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

Redactor::Redactor(const MockServer& server, const std::map<OrgName, ClientSettings>& settings) : server_(server) {
  for (const auto& [org, told] : settings) {
    const std::pair<const std::string&, std::string_view> credentials[] = {{told.client_secret, "client_secret"},
                                                                           {told.refresh_token, "refresh_token"},
                                                                           {told.access_token, "access_token"},
                                                                           {told.auth_code, "auth_code"},
                                                                           {told.saml_assertion, "saml_assertion"}};
    for (const auto& [value, name] : credentials) {
      if (value.size() < shortest_credential) continue;
      believed_.emplace_back(value, "‹" + org.value + "/" + std::string(name) + " as configured›");
    }
  }
  std::ranges::stable_sort(believed_, std::ranges::greater{}, [](const auto& entry) { return entry.first.size(); });
}

std::string Redactor::operator()(std::string text) const {
  if (text.empty()) return text;
  text = server_.redact(std::move(text));
  for (const auto& [value, shown] : believed_) replace_all(text, value, shown);
  return text;
}

}  // namespace gcmock
