// Changes the ledger: the only file that may.
#include "domain/settle.h"

#include <utility>

#include "domain/rate_limits.h"

namespace gcmock {

/// The changes that there are. A friend of the ledger, so that each has one place.
struct LedgerChanges {
  Ledger& ledger;

  std::uint64_t family_of(const Granted& granted) { return granted.family ? *granted.family : ledger.next_family_++; }

  void spend_refresh_token(const std::string& value, Instant now) {
    const auto spent = ledger.refresh_tokens_.find(value);
    // A token within its grace window is presented again: the window runs from the first time.
    if (spent != ledger.refresh_tokens_.end() && !spent->second.spent_at) spent->second.spent_at = now;
  }

  void use_code(const std::string& value, Instant now) {
    const auto used = ledger.codes_.find(value);
    if (used != ledger.codes_.end()) used->second.spent_at = now;
  }

  void use_assertion(const std::string& value, Instant now) {
    const auto used = ledger.saml_assertions_.find(value);
    if (used != ledger.saml_assertions_.end()) used->second.spent_at = now;
  }

  void add_access_token(FreshCredential fresh, IssuedToken token) {
    ++ledger.counts_[token.org].access_tokens;
    token.label = std::move(fresh.label);
    ledger.add_access_token(std::move(fresh.value), std::move(token));
  }

  void add_refresh_token(FreshCredential fresh, IssuedToken token) {
    ++ledger.counts_[token.org].refresh_tokens;
    token.label = std::move(fresh.label);
    ledger.add(ledger.refresh_tokens_, std::move(fresh.value), std::move(token));
  }

  void add_code(FreshCredential fresh, IssuedCode code) {
    ++ledger.counts_[code.org].codes;
    code.label = std::move(fresh.label);
    code.family = ledger.next_family_++;
    ledger.codes_.emplace(std::move(fresh.value), std::move(code));
  }

  void revoke_family(std::uint64_t family) {
    const auto newest = ledger.newest_of_family_.find(family);
    if (newest == ledger.newest_of_family_.end()) return;
    for (IssuedToken* token = newest->second; token != nullptr; token = token->older_in_family) token->revoked = true;
    // Nothing is issued to a revoked family: a client that goes on presenting a dead token costs no walk again.
    ledger.newest_of_family_.erase(newest);
  }

  void revoke_access_token(const std::string& value) {
    const auto found = ledger.access_tokens_.find(value);
    if (found != ledger.access_tokens_.end()) found->second.revoked = true;
  }

  void note_use(std::string_view value, Instant now) {
    const auto found = ledger.access_tokens_.find(value);
    if (found != ledger.access_tokens_.end()) found->second.last_used = now;
  }

  /// Revokes the oldest live access tokens of a holder until `at_most` are left; gives their labels.
  std::vector<std::string> make_room(const Holder& holder, int at_most, Instant now) {
    std::vector<std::string> labels;
    auto& tokens = ledger.access_tokens_of_[holder];
    std::erase_if(tokens, [](const IssuedToken* token) { return token->revoked; });
    int live = 0;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
      if ((*token)->is_expired(now) || ++live <= at_most) continue;
      (*token)->revoked = (*token)->crowded_out = true;
      labels.push_back((*token)->label);
    }
    return labels;
  }

  /// Calls `change` for each token and code that `is_meant`.
  template <class IsMeant, class Change>
  void change_where(const IsMeant& is_meant, const Change& change) {
    for (auto* tokens : {&ledger.access_tokens_, &ledger.refresh_tokens_}) {
      for (auto& [value, token] : *tokens) {
        if (is_meant(token)) change(token);
      }
    }
    for (auto& [value, code] : ledger.codes_) {
      if (is_meant(code)) change(code);
    }
  }

  void count(const LimitInForce& limit, Instant now) {
    RateWindow& window = ledger.windows_.try_emplace(limit.counted).first->second;
    if (window.requests == 0 || !window.is_open(limit.limit, now)) window = {.opened_at = now, .requests = 0};
    ++window.requests;
  }
};

namespace {

IssuedToken issue(const Granted& granted, std::uint64_t family, Instant now) {
  IssuedToken token;
  token.org = granted.org;
  token.client = granted.client;
  token.user = granted.user;
  token.home = granted.home;
  token.scopes = granted.scopes;
  token.family = family;
  token.issued_at = now;
  return token;
}

IssuedToken issue_access_token(const Granted& granted, std::uint64_t family, Instant now) {
  IssuedToken token = issue(granted, family, now);
  token.expires_at = now + granted.access_token_lifetime;
  return token;
}

IssuedToken issue_refresh_token(const Ledger& ledger, const Granted& granted, std::uint64_t family, Instant now) {
  IssuedToken token = issue(granted, family, now);
  // RFC 6749 §6: a fresh refresh token has the scope of the one presented, even where the access token got less.
  if (granted.spends_refresh_token) {
    if (const IssuedToken* const presented = ledger.refresh_token(*granted.spends_refresh_token)) {
      token.scopes = presented->scopes;
    }
  }
  if (granted.refresh_token_lifetime) token.expires_at = now + *granted.refresh_token_lifetime;
  return token;
}

Holder holder_of(const Granted& granted) {
  return {granted.org, granted.home, granted.user, granted.user ? std::nullopt : std::optional(granted.client)};
}

std::string_view word_in_label(CredentialKind kind) {
  switch (kind) {
    case CredentialKind::access_token:
      return "access";
    case CredentialKind::refresh_token:
      return "refresh";
    case CredentialKind::authorization_code:
      return "code";
    case CredentialKind::client_secret:
      return "secret";
    case CredentialKind::code_verifier:
      return "verifier";
    case CredentialKind::saml_assertion:
      return "assertion";
  }
  return "?";
}

}  // namespace

std::string next_label(const Ledger& ledger, CredentialKind kind, const OrgName& org) {
  std::string label = org.value;
  label.append("/").append(word_in_label(kind)).append("-");
  return label += std::to_string(ledger.issued_count(kind, org) + 1);
}

Tokens settle(Ledger& ledger, const Granted& granted, FreshTokens fresh, Instant now) {
  LedgerChanges changes{ledger};
  Tokens tokens;
  tokens.access_token = fresh.access.value;
  tokens.access_label = fresh.access.label;
  tokens.expires_in = granted.access_token_lifetime;

  const std::uint64_t family = changes.family_of(granted);
  changes.add_access_token(std::move(fresh.access), issue_access_token(granted, family, now));
  if (fresh.refresh) {
    tokens.refresh_token = fresh.refresh->value;
    tokens.refresh_label = fresh.refresh->label;
    changes.add_refresh_token(*std::move(fresh.refresh), issue_refresh_token(ledger, granted, family, now));
  } else if (granted.refresh == RefreshIssue::same) {
    tokens.refresh_token = granted.same_refresh_token;
    if (const auto* const same = ledger.refresh_token(granted.same_refresh_token)) tokens.refresh_label = same->label;
  }
  if (granted.spends_refresh_token) changes.spend_refresh_token(*granted.spends_refresh_token, now);
  if (granted.uses_code) changes.use_code(*granted.uses_code, now);
  if (granted.uses_assertion) changes.use_assertion(*granted.uses_assertion, now);
  if (granted.live_tokens_at_most) {
    tokens.crowded_out = changes.make_room(holder_of(granted), *granted.live_tokens_at_most, now);
  }
  return tokens;
}

void settle(Ledger& ledger, const Authorized& authorized, FreshCredential code, Instant now) {
  IssuedCode issued;
  issued.org = authorized.login.org;
  issued.client = authorized.client;
  issued.user = authorized.login.user;
  issued.home = authorized.login.home;
  issued.scopes = authorized.scopes;
  issued.issued_at = now;
  issued.expires_at = now + authorized.lifetime;
  issued.redirect_uri = authorized.redirect_uri;
  issued.code_challenge = authorized.code_challenge;
  LedgerChanges{ledger}.add_code(std::move(code), std::move(issued));
}

void settle(Ledger& ledger, const Refused& refused) {
  if (refused.revokes_family) LedgerChanges{ledger}.revoke_family(*refused.revokes_family);
}

void count_token_request(Ledger& ledger, const World& world, const OrgName& org, Instant now) {
  const Org* const found = find_org(world, org);
  if (found == nullptr) return;
  if (const auto limit = limit_of_token_requests(*found, ledger)) LedgerChanges{ledger}.count(*limit, now);
}

void count_api_request(Ledger& ledger, const World& world, std::string_view bearer, Instant now) {
  const IssuedToken* const token = ledger.access_token(bearer);
  const Org* const org = token == nullptr ? nullptr : find_org(world, token->org);
  if (org == nullptr) return;
  for (const auto& limit : limits_of_api_request(*org, ledger, *token)) LedgerChanges{ledger}.count(limit, now);
}

void note_use(Ledger& ledger, std::string_view access_token, Instant now) {
  LedgerChanges{ledger}.note_use(access_token, now);
}

void revoke_access_token(Ledger& ledger, const std::string& value) {
  LedgerChanges{ledger}.revoke_access_token(value);
}

namespace {

auto labelled(const std::string& label) {
  return [&label](const IssuedToken& token) { return token.label == label; };
}

void revoke(IssuedToken& token) {
  token.revoked = true;
}

}  // namespace

void revoke_token(Ledger& ledger, const std::string& label) {
  LedgerChanges{ledger}.change_where(labelled(label), revoke);
}

void revoke_family_of(Ledger& ledger, const std::string& label) {
  std::optional<std::uint64_t> family;
  LedgerChanges{ledger}.change_where(labelled(label), [&](const IssuedToken& token) { family = token.family; });
  if (family) LedgerChanges{ledger}.revoke_family(*family);
}

void expire_token(Ledger& ledger, const std::string& label, Instant now) {
  LedgerChanges{ledger}.change_where(labelled(label), [&](IssuedToken& token) { token.expires_at = now; });
}

void revoke_tokens_of(Ledger& ledger, const OrgName& org, const UserName& user) {
  LedgerChanges{ledger}.change_where(
      [&](const IssuedToken& token) { return token.org == org && token.user == user && !token.home; }, revoke);
}

void revoke_tokens_of(Ledger& ledger, const OrgName& org, const ClientId& client) {
  LedgerChanges{ledger}.change_where(
      [&](const IssuedToken& token) { return token.org == org && token.client == client; }, revoke);
}

}  // namespace gcmock
