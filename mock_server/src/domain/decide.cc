// Chooses the policy by grant.
#include "domain/decide.h"

#include "domain/decide_grants.h"

namespace gcmock {

namespace {

struct DecideByGrant {
  const World& world;
  const Ledger& ledger;
  Instant now;

  Ruling operator()(const RefreshRequest& request) const { return decide_refresh(world, ledger, request, now); }
  Ruling operator()(const AuthorizationCodeRequest& request) const { return decide_code(world, ledger, request, now); }
  Ruling operator()(const ClientCredentialsRequest& request) const {
    return decide_client_credentials(world, ledger, request, now);
  }
  Ruling operator()(const Saml2BearerRequest& request) const { return decide_saml2(world, ledger, request, now); }
};

struct IdentifyByGrant {
  const World& world;
  const Ledger& ledger;

  Subject operator()(const RefreshRequest& request) const { return identify(world, ledger, request); }
  Subject operator()(const AuthorizationCodeRequest& request) const { return identify(world, ledger, request); }
  Subject operator()(const ClientCredentialsRequest& request) const { return identify(world, request); }
  Subject operator()(const Saml2BearerRequest& request) const { return identify(world, ledger, request); }
};

}  // namespace

std::optional<int> live_tokens_at_most(const World& world, const Granted& granted) {
  const Org* const org = find_org(world, granted.org);
  if (org == nullptr) return std::nullopt;
  return granted.user ? org->tokens_per_user : org->tokens_per_client;
}

Subject identify(const World& world, const Ledger& ledger, const TokenRequest& request) {
  return std::visit(IdentifyByGrant{.world = world, .ledger = ledger}, request);
}

Ruling decide(const World& world, const Ledger& ledger, const TokenRequest& request, Instant now) {
  Ruling ruling = std::visit(DecideByGrant{.world = world, .ledger = ledger, .now = now}, request);
  if (auto* const granted = std::get_if<Granted>(&ruling.outcome)) {
    granted->live_tokens_at_most = live_tokens_at_most(world, *granted);
  }
  return ruling;
}

}  // namespace gcmock
