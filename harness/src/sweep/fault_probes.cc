// What only some operations refuse.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "gcmock/wire/operations.h"
#include "sweep/operation_samples.h"
#include "sweep/probes.h"
#include "sweep/sweep_world.h"

namespace gcmock {
namespace {

/// The right request but for its body or its query. Nothing of it is done, so that all share a server.
struct Fault {
  std::string_view operation;
  std::string_view what;
  std::string_view body;   ///< empty: the right one
  std::string_view query;  ///< with its question mark
};

constexpr std::array faults{
    Fault{"postOauthClients", "no grant type", R"({"name":"made"})", ""},
    Fault{"postOauthClients", "a grant type that is none", R"({"name":"made","authorizedGrantType":"NONE"})", ""},
    Fault{"postOauthClients", "no scope", R"({"name":"made","authorizedGrantType":"CODE"})", ""},
    Fault{"postOauthClients", "a scope that is none",
          R"({"name":"made","authorizedGrantType":"CODE","scope":["no-such-scope"]})", ""},
    Fault{"postOauthClients", "no roles", R"({"name":"made","authorizedGrantType":"CLIENT-CREDENTIALS"})", ""},
    Fault{"postOauthClients", "a role that is none",
          R"({"name":"made","authorizedGrantType":"CLIENT-CREDENTIALS","roleIds":["no-such-role"]})", ""},
    Fault{"postOauthClients", "a role that the caller has not",
          R"({"name":"made","authorizedGrantType":"CLIENT-CREDENTIALS","roleIds":["clerk"]})", ""},
    Fault{"postOauthClients", "made inactive",
          R"({"name":"made","authorizedGrantType":"CODE","scope":["oauth"],"state":"inactive"})", ""},
    Fault{"putTokensTimeout", "out of range", R"({"enableIdleTokenTimeout":true,"idleTokenTimeoutSeconds":1})", ""},
    Fault{"putOrganizationsMe", "an old version", R"({"version":7,"name":"Acme"})", ""},
    Fault{"postAuthorizationDivisions", "no name", R"({"name":"","description":"none"})", ""},
    Fault{"postAuthorizationDivisions", "a name that is taken", R"({"name":"Sales","description":"again"})", ""},
    Fault{"postAuthorizationRole", "a subject type that is none", "", "?subjectType=NOBODY"},
    Fault{"postOrgauthorizationTrustees", "no pairing", R"({"enabled":true})", ""},
    Fault{"postOrgauthorizationTrustees", "its own pairing",
          R"({"pairingId":"a0000000-0000-4000-8000-0000000000c1","enabled":true,)"
          R"("users":[{"id":"a0000000-0000-4000-8000-0000000000a1","roleIds":["clerk"]}]})",
          ""},
    Fault{"putIntegrationConfigCurrent", "an old version",
          R"({"name":"x","version":7,"properties":{},"advanced":{},"notes":"","credentials":{}})", ""},
};

Probe probe_of(const Fault& fault) {
  const Operation& operation = operation_named(fault.operation);
  Probe probe{std::string(fault.operation) + ": " + std::string(fault.what),
              right_request(operation).request,
              {},
              Probe::Server::shared};
  if (!fault.body.empty()) probe.request.body = std::string(fault.body);
  probe.request.target += fault.query;
  return probe;
}

Probe client_probe(std::string_view what, std::string method, std::string_view client, std::string body) {
  const std::string media = body.empty() ? "" : "application/json";
  return {std::string(what),
          {std::move(method), "/api/v2/oauth/clients/" + std::string(client), bearer(swept::admin_token), media,
           std::move(body)},
          {},
          Probe::Server::shared};
}

}  // namespace

std::vector<Probe> fault_probes() {
  std::vector<Probe> probes{client_probe("deleteOauthClient: a client that is active", "DELETE", swept::app_id, ""),
                            client_probe("putOauthClient: a client that is disabled", "PUT", swept::disabled_id,
                                         R"({"name":"changed","authorizedGrantType":"CODE","scope":["oauth"]})")};
  for (const auto& fault : faults) probes.push_back(probe_of(fault));
  return probes;
}

}  // namespace gcmock
