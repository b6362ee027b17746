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
};

struct IdentifyByGrant {
  const World& world;
  const Ledger& ledger;

  Subject operator()(const RefreshRequest& request) const { return identify(world, ledger, request); }
  Subject operator()(const AuthorizationCodeRequest& request) const { return identify(world, ledger, request); }
  Subject operator()(const ClientCredentialsRequest& request) const { return identify(world, request); }
};

}  // namespace

Subject identify(const World& world, const Ledger& ledger, const TokenRequest& request) {
  return std::visit(IdentifyByGrant{.world = world, .ledger = ledger}, request);
}

Ruling decide(const World& world, const Ledger& ledger, const TokenRequest& request, Instant now) {
  return std::visit(DecideByGrant{.world = world, .ledger = ledger, .now = now}, request);
}

}  // namespace gcmock
