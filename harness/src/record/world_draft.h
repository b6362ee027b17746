// A world and what goes wrong in it, while they are being inferred.
#pragma once

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "capture/captured.h"
#include "record/families.h"
#include "record/traffic.h"

namespace gcmock {

struct DraftClient {
  std::set<std::string> grants;  ///< the vendor's words
  bool has_secret = false;
  std::set<std::string> redirect_uris;
  std::set<std::string> scopes;
  std::optional<std::chrono::seconds> access_token_lifetime;
};

struct DraftToken {
  std::string client;
  std::string expires_in;    ///< empty: does not
  std::string redirect_uri;  ///< of a code
};

struct DraftOrg {
  std::string id;
  std::string user_id;
  std::string client_under_test;
  std::map<std::string, DraftClient> clients;
  std::map<std::string, DraftToken> access_tokens, refresh_tokens, codes, saml_assertions;  ///< by name
  std::set<std::string> permissions;
};

struct WorldDraft {
  std::string dialect = "genesys";
  std::string rotation;      ///< empty: never seen
  std::string grace_window;  ///< empty: none
  std::map<std::string, DraftOrg> orgs;
  /// What credentials that went by are called in the world: "org1/refresh-main". Never written.
  std::map<std::string, std::string> names;
  std::map<std::string, std::string> first_secrets;  ///< by org: what its client was configured with. Never written.

  nlohmann::ordered_json world_changes;    ///< null: none
  nlohmann::ordered_json client_settings;  ///< likewise
  nlohmann::ordered_json rules = nlohmann::ordered_json::array();
  std::vector<Happening> happenings;  ///< `after` counts recorded exchanges
};

/// All that the traffic says by itself.
WorldDraft draft_of(const std::vector<Overheard>& traffic, const OrgsOfTraffic& orgs);

/// A world's file. Secrets and tokens are left out, so that they are generated.
std::string world_text(const WorldDraft& draft, const std::string& schema_file);

/// What a scenario in that world says beside its steps.
std::vector<Member> members_of(const WorldDraft& draft);

}  // namespace gcmock
