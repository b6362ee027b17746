// I-10: a refresh token is bound to the client and the org that it was issued for. Presented with another client's id
// or secret it has leaked across: the classic mistake of multi-org apps that share one token cache.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

const Fingerprint* secret_of(const Exchange& exchange) {
  const auto found = std::find_if(exchange.sightings.begin(), exchange.sightings.end(), [](const Sighting& sighting) {
    return sighting.credential.kind == CredentialKind::client_secret;
  });
  return found == exchange.sightings.end() ? nullptr : &found->credential;
}

// Policy's own finding; a script's refusal says nothing of what was sent.
bool was_refused_for(const Exchange& exchange, RefusalReason reason) {
  return exchange.refusal == reason && !(exchange.rule && exchange.rule->stage == Stage::instead_of_ruling);
}

// With what of another owner the token was presented; empty where all belongs together. The secret of a vendor client
// belongs to the org that registered it, so another org's secret is a mix-up only where policy did not accept it.
std::optional<std::string> mix_up(const Exchange& exchange, const Fingerprint& token) {
  const Fingerprint* secret = secret_of(exchange);
  if (exchange.subject.client && token.client && *exchange.subject.client != *token.client) {
    return "by client " + exchange.subject.client->value;
  }
  if (secret != nullptr && secret->client && token.client && *secret->client != *token.client) {
    return "with the secret of client " + secret->client->value;
  }
  const bool of_another_org = secret != nullptr && secret->org && token.org && *secret->org != *token.org;
  if (of_another_org && was_refused_for(exchange, RefusalReason::client_secret_wrong)) {
    return "with the secret of org " + secret->org->value;
  }
  if (was_refused_for(exchange, RefusalReason::refresh_token_of_another_client)) return "by another client";
  if (was_refused_for(exchange, RefusalReason::refresh_token_of_another_org)) return "for another org";
  return std::nullopt;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Exchange& exchange : evidence.journal) {
    const Fingerprint* token = is_refresh(exchange) ? refresh_token_of(exchange) : nullptr;
    if (token == nullptr || !token->org || !token->client) continue;
    ++verdict.looked_at;
    if (const auto with = mix_up(exchange, *token)) {
      verdict.violations.push_back({fmt::format("{}, issued to client {} in org {}, was presented {}", token->label,
                                                token->client->value, token->org->value, *with),
                                    {exchange.seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant refresh_token_stays_in_its_org() {
  return {"I-10", "a refresh token is presented only by its own client, in its own org", "RFC 6749 §6, §10.4",
          Severity::error, check};
}

}  // namespace gcmock
