#include "engine/draw.h"

#include <utility>

namespace gcmock {

FreshCredential draw(Bench bench, CredentialKind kind, const OrgName& org) {
  auto label = next_label(bench.ledger, kind, org);
  auto value = bench.ids.credential(kind, label);
  bench.credentials.add(value);
  return {std::move(value), std::move(label)};
}

FreshTokens draw_tokens(Bench bench, const Granted& granted) {
  FreshTokens fresh{draw(bench, CredentialKind::access_token, granted.org), std::nullopt};
  if (granted.refresh == RefreshIssue::fresh) {
    fresh.refresh = draw(bench, CredentialKind::refresh_token, granted.org);
  }
  return fresh;
}

namespace {

ChangeMade crowded_out(const std::string& label, const Granted& granted) {
  const std::string limit = granted.user ? "/limits/tokens_per_user" : "/limits/tokens_per_client";
  return {"/orgs/" + granted.org.value + limit,
          label + " was revoked: at most " + std::to_string(granted.live_tokens_at_most.value_or(0)) +
              " access tokens of a " + (granted.user ? "user" : "client") + " are live"};
}

}  // namespace

std::vector<ChangeMade> crowded_out(const Tokens& tokens, const Granted& granted) {
  std::vector<ChangeMade> changes;
  for (const auto& label : tokens.crowded_out) changes.push_back(crowded_out(label, granted));
  return changes;
}

std::vector<Fingerprint> fingerprints(const Tokens& tokens, const Granted& granted) {
  std::vector<Fingerprint> issued{{CredentialKind::access_token, tokens.access_label, granted.org, granted.client}};
  if (tokens.refresh_token) {
    issued.push_back({CredentialKind::refresh_token, tokens.refresh_label, granted.org, granted.client});
  }
  return issued;
}

}  // namespace gcmock
