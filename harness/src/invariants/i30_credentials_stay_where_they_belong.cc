// I-30: a log is read by many and kept for long, and so are headers that gateways write down. A credential belongs
// where the protocol asks for it, and besides into a file that nobody else may read. URLs are for I-5, refresh tokens
// at the API for I-25, access tokens there for I-26 and I-27.
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/sighting_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool is_an_output(const WrittenCredential& written) {
  return written.file == "standard output" || written.file == "standard error";
}

std::string place_of(const WrittenCredential& written) {
  return is_an_output(written) ? fmt::format("in line {} of its {}", written.line, written.file)
                               : fmt::format("at {}:{}", written.file, written.line);
}

std::string named(const Fingerprint& credential) {
  return fmt::format("{} {}", to_string(credential.kind), credential.label);
}

struct Place {
  std::string first;
  std::size_t more = 0;
};

void look_at_writings(const Writings& writings, InvariantVerdict& verdict) {
  verdict.looked_at += writings.searched;
  std::map<std::pair<std::string, std::string>, Place> seen;
  for (const WrittenCredential& written : writings.found) {
    const std::string what = named(written.credential) + behind_comma(written.encodings);
    const auto [place, is_new] = seen.try_emplace({what, written.file}, Place{place_of(written), 0});
    if (!is_new) ++place->second.more;
  }
  for (const auto& [what, place] : seen) {
    const std::string more = place.more == 0 ? "" : fmt::format(", and {} more", count_of(place.more, "time"));
    verdict.violations.push_back({fmt::format("the client wrote {} {}{}", what.first, place.first, more), {}});
  }
}

bool belongs_to_another_org(const Sighting& sighting, const Exchange& exchange) {
  return sighting.credential.org && exchange.subject.org && *sighting.credential.org != *exchange.subject.org;
}

// Where another invariant has nothing to say of it.
bool has_strayed(const Sighting& sighting, const Exchange& exchange) {
  const CredentialKind kind = sighting.credential.kind;
  if (sighting.where == SightingPlace::other_header) {
    return !is_api_request(exchange) || (kind != CredentialKind::access_token && kind != CredentialKind::refresh_token);
  }
  return sighting.where == SightingPlace::body_field && is_api_request(exchange) &&
         kind != CredentialKind::refresh_token && belongs_to_another_org(sighting, exchange);
}

std::string described(const Sighting& sighting, const Exchange& exchange) {
  const std::string whose = belongs_to_another_org(sighting, exchange)
                                ? fmt::format(" of a request for org {}", exchange.subject.org->value)
                                : fmt::format(" of {} {}", exchange.method, exchange.path);
  return fmt::format("{} stood {}{}", named(sighting.credential), describe_place(sighting), whose);
}

void look_at_requests(const std::vector<Exchange>& journal, InvariantVerdict& verdict) {
  std::map<std::string, std::vector<std::uint64_t>> seen;
  for (const Exchange& exchange : journal) {
    if (!exchange.sightings.empty()) ++verdict.looked_at;
    for (const Sighting& sighting : exchange.sightings) {
      if (!has_strayed(sighting, exchange)) continue;
      auto& numbers = seen[described(sighting, exchange)];
      if (numbers.empty() || numbers.back() != exchange.seq) numbers.push_back(exchange.seq);
    }
  }
  for (auto& [what, numbers] : seen) verdict.violations.push_back({what, std::move(numbers)});
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  look_at_writings(evidence.writings, verdict);
  look_at_requests(evidence.journal, verdict);
  return verdict;
}

}  // namespace

Invariant credentials_stay_where_they_belong() {
  return {"I-30", "no credential is written to a log, or into a request where it does not belong",
          "RFC 6749 §10.3, §10.4; RFC 6819 §5.1", Severity::error, check};
}

}  // namespace gcmock
