#include "run/redactor.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "gcmock/mock_server.h"

namespace gcmock {
namespace {

// Shorter "credentials" are words of the language; taking them out would leave nothing to read.
constexpr std::size_t shortest_credential = 4;

bool lie_over_each_other(const EncodedHit& left, const EncodedHit& right) {
  return left.at < right.at + right.length && right.at < left.at + left.length;
}

}  // namespace

Redactor::Redactor(const MockServer& server, const std::map<OrgName, ClientSettings>& settings) : server_(server) {
  using Kind = CredentialKind;
  for (const auto& [org, told] : settings) {
    const std::tuple<const std::string&, std::string_view, Kind> credentials[] = {
        {told.client_secret, "client_secret", Kind::client_secret},
        {told.refresh_token, "refresh_token", Kind::refresh_token},
        {told.access_token, "access_token", Kind::access_token},
        {told.auth_code, "auth_code", Kind::authorization_code},
        {told.saml_assertion, "saml_assertion", Kind::saml_assertion}};
    for (const auto& [value, name, kind] : credentials) {
      if (value.size() < shortest_credential) continue;
      const std::string label = org.value + "/" + std::string(name) + " as configured";
      believed_.try_emplace(value, Fingerprint{kind, label, org, std::nullopt});
    }
  }
}

std::vector<FoundCredential> Redactor::find_believed(const std::string& text) const {
  const auto first = [this](std::string_view searched, std::size_t from) {
    PlainHit found{std::string_view::npos, 0};
    for (const auto& [value, fingerprint] : believed_) {
      const std::size_t at = searched.find(value, from);
      const bool is_better = at < found.at || (at == found.at && value.size() > found.length);
      if (at != std::string_view::npos && is_better) found = {at, value.size()};
    }
    return found;
  };
  std::vector<FoundCredential> found;
  if (believed_.empty()) return found;
  for (EncodedHit& hit : find_encoded(text, first)) found.push_back({believed_.at(hit.value), std::move(hit)});
  return found;
}

// What the world knows of a credential is more than that somebody was configured with it.
std::vector<FoundCredential> Redactor::find(const std::string& text) const {
  std::vector<FoundCredential> found = server_.find_credentials(text);
  std::vector<FoundCredential> believed = find_believed(text);
  std::erase_if(believed, [&](const FoundCredential& one) {
    return std::ranges::any_of(found,
                               [&](const FoundCredential& other) { return lie_over_each_other(one.hit, other.hit); });
  });
  std::ranges::move(believed, std::back_inserter(found));
  std::ranges::sort(found, std::ranges::less{}, [](const FoundCredential& one) { return one.hit.at; });
  return found;
}

std::string Redactor::operator()(std::string text) const {
  std::string clean;
  std::size_t copied = 0;
  for (const auto& [credential, hit] : find(text)) {
    clean.append(text, copied, hit.at - copied).append("‹" + credential.label + "›");
    copied = hit.at + hit.length;
  }
  return clean.append(text, copied);
}

}  // namespace gcmock
