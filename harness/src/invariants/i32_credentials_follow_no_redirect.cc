// I-32: who answers a request with a redirect chooses where the next one goes, and with it what that one carries. The
// journal shows it only where the redirect leads to this server, under whatever name.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/request_parts.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

struct Address {
  std::string host;
  std::string path;

  bool operator==(const Address&) const = default;
};

Address address_of(const Exchange& exchange) {
  const std::string* host = header_of(exchange, "Host");
  return {host == nullptr ? std::string{} : *host, exchange.path};
}

// Empty for an address relative to the path that was asked: nobody sends one.
std::optional<Address> resolved(std::string_view location, const Address& asked) {
  location = location.substr(0, location.find_first_of("?#"));
  if (location.starts_with('/') && !location.starts_with("//")) return Address{asked.host, std::string(location)};
  const auto authority = location.find("//");
  if (authority == std::string_view::npos) return std::nullopt;
  location.remove_prefix(authority + 2);
  const auto slash = std::min(location.find('/'), location.size());
  const std::string_view path = location.substr(slash);
  return Address{std::string(location.substr(0, slash)), path.empty() ? "/" : std::string(path)};
}

struct Redirection {
  const Exchange* answer = nullptr;
  Address target;
};

// Of a request with credentials, to somewhere else. Within one host the API may move what it serves: a bearer token may
// go along. The token endpoint may not (RFC 9700 §4.12).
std::optional<Redirection> redirect_in(const Exchange& exchange) {
  const bool is_redirect = exchange.status >= 300 && exchange.status < 400 && was_delivered(exchange);
  const bool is_concerned = is_token_request(exchange) || is_api_request(exchange);
  const std::string* location = answer_header_of(exchange, "Location");
  if (!is_redirect || !is_concerned || location == nullptr || exchange.sightings.empty()) return std::nullopt;
  const Address asked = address_of(exchange);
  const auto target = resolved(*location, asked);
  if (!target || *target == asked) return std::nullopt;
  if (!is_token_request(exchange) && target->host == asked.host) return std::nullopt;
  return Redirection{&exchange, *target};
}

// A credential that both requests carried; null where there is none.
const Fingerprint* carried_by_both(const Exchange& left, const Exchange& right) {
  const auto is_in_left = [&](const Sighting& sighting) {
    return std::any_of(left.sightings.begin(), left.sightings.end(),
                       [&](const Sighting& other) { return other.credential == sighting.credential; });
  };
  const auto found = std::find_if(right.sightings.begin(), right.sightings.end(), is_in_left);
  return found == right.sightings.end() ? nullptr : &found->credential;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    std::vector<Redirection> redirects;
    for (const Exchange* exchange : episode.exchanges) {
      for (const Redirection& redirect : redirects) {
        const bool follows = address_of(*exchange) == redirect.target && knew(*exchange, *redirect.answer);
        const Fingerprint* carried = follows ? carried_by_both(*redirect.answer, *exchange) : nullptr;
        if (carried == nullptr) continue;
        verdict.violations.push_back({fmt::format("{} was sent to {} as the {} in #{} said", carried->label,
                                                  exchange->path, redirect.answer->status, redirect.answer->seq),
                                      {exchange->seq}});
      }
      if (auto redirect = redirect_in(*exchange)) {
        redirects.push_back(std::move(*redirect));
        ++verdict.looked_at;
      }
    }
  }
  return verdict;
}

}  // namespace

Invariant credentials_follow_no_redirect() {
  return {"I-32", "no credential is sent where a redirect points", "RFC 9700 §4.12; RFC 6749 §10.3, §10.4",
          Severity::warning, check};
}

}  // namespace gcmock
