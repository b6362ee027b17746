#include "authoring/new_world.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "gcmock/error.h"

namespace gcmock {
namespace {

bool is_short_name(const std::string& name) {
  const auto may_stand = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::ranges::all_of(name, may_stand);
}

void check(const NewWorld& world) {
  if (world.orgs.empty()) throw Error("a world has one org at least: name it");
  std::set<std::string> names;
  for (const std::string& org : world.orgs) {
    if (!is_short_name(org))
      throw Error("\"" + org +
                  "\" is no short name of an org: a lower case letter, then lower case letters, digits and _");
    if (!names.insert(org).second) throw Error("the org " + org + " is named twice");
  }
  if (!is_short_name(world.client))
    throw Error("\"" + world.client +
                "\" is no client id here: a lower case letter, then lower case letters, digits and _");
}

std::string host_of(std::string org) {
  std::ranges::replace(org, '_', '-');
  return org + ".example.com";
}

// Genesys Cloud makes a client id up: no two orgs have the same. The report has one client, registered in each.
std::string client_of(const NewWorld& world, const std::string& org) {
  return world.dialect == "reported" ? world.client : world.client + "_" + org;
}

std::string org_text(const NewWorld& world, const std::string& org) {
  return fmt::format(R"(    "{org}": {{
      "name": "{org}",
      "users": {{ "alice": {{ "name": "Alice", "email": "alice@{host}" }} }},
      "clients": {{
        "{client}": {{
          "name": "My application",
          "authorized_grant_types": ["CODE"],
          "scopes": ["user-basic-info"],
          "redirect_uris": ["https://app.example.com/oauth/callback"],
          "access_token_lifetime": "24h"
        }}
      }},
      "access_tokens": {{
        "main": {{ "client": "{client}", "user": "alice", "scopes": ["user-basic-info"], "expires_in": "24h" }}
      }},
      "refresh_tokens": {{
        "main": {{ "client": "{client}", "user": "alice", "scopes": ["user-basic-info"] }}
      }}
    }})",
                     fmt::arg("org", org), fmt::arg("host", host_of(org)), fmt::arg("client", client_of(world, org)));
}

}  // namespace

NewFile new_world(const NewWorld& world) {
  check(world);
  std::vector<std::string> orgs;
  for (const std::string& org : world.orgs) orgs.push_back(org_text(world, org));
  return {world.file, fmt::format("// What there is before a scenario begins: orgs, their users, clients and tokens. "
                                  "docs/formats.md says what else "
                                  "a world may hold.\n{{\n{}  \"dialect\": \"{}\",\n  \"orgs\": {{\n{}\n  }}\n}}\n",
                                  schema_line(world.file, "world"), world.dialect, fmt::join(orgs, ",\n"))};
}

}  // namespace gcmock
