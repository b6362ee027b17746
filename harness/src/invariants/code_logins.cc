// Finds both legs of a login.
#include "invariants/code_logins.h"

#include <algorithm>
#include <string>

#include "invariants/episodes.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool begins_logins(const StepResult& step) {
  return step.verb == Verb::authorize || step.verb == Verb::login;
}

// A call that a scenario sends to the authorization endpoint has the parameters that the scenario gave it.
bool is_the_clients_own(const Episode& episode, const Evidence& evidence) {
  if (episode.step != nullptr) return begins_logins(*episode.step);
  return evidence.steps.empty() || std::any_of(evidence.steps.begin(), evidence.steps.end(), begins_logins);
}

const Exchange* redemption_of(const Exchange& asked, const Evidence& evidence) {
  const auto presents_its_code = [&](const Exchange& exchange) {
    const Fingerprint* code = code_presented(exchange);
    return code != nullptr && std::find(asked.issued.begin(), asked.issued.end(), *code) != asked.issued.end();
  };
  const auto found = std::find_if(evidence.journal.begin(), evidence.journal.end(), presents_its_code);
  return found == evidence.journal.end() ? nullptr : &*found;
}

}  // namespace

const Fingerprint* code_presented(const Exchange& exchange) {
  if (!is_token_request(exchange)) return nullptr;
  const auto found = std::find_if(exchange.sightings.begin(), exchange.sightings.end(), [](const Sighting& sighting) {
    return sighting.credential.kind == CredentialKind::authorization_code &&
           sighting.where == SightingPlace::body_field;
  });
  return found == exchange.sightings.end() ? nullptr : &found->credential;
}

std::vector<CodeLogin> code_logins(const Evidence& evidence) {
  std::vector<CodeLogin> logins;
  for (const Episode& episode : split_by_step(evidence)) {
    if (!is_the_clients_own(episode, evidence)) continue;
    std::vector<std::string> asked;
    for (const Exchange* exchange : episode.exchanges) {
      if (exchange->endpoint != Endpoint::authorize || exchange->method != "GET") continue;
      if (std::find(asked.begin(), asked.end(), exchange->query) != asked.end()) continue;
      asked.push_back(exchange->query);
      logins.push_back({exchange, redemption_of(*exchange, evidence)});
    }
  }
  return logins;
}

}  // namespace gcmock
