// Reading of an org, in the order of docs/formats.md.
#include "scenario/org_reader.h"

#include <fmt/format.h>

#include <utility>

#include "gcmock/seams/seams.h"
#include "scenario/client_reader.h"
#include "scenario/forms.h"
#include "scenario/integration_reader.h"
#include "scenario/limits_reader.h"
#include "scenario/role_reader.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

/// FNV-1a: spreads labels over seeds; nothing secret depends on it.
std::uint64_t hash_of(const std::string& label) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : label) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

struct OrgScope {
  OrgName org;
  std::uint64_t seed;
  WorldReading& reading;
  Mistakes& mistakes;
};

std::string read_id(const Fields& fields, const std::string& label, const OrgScope& scope) {
  const std::optional<Text> id = fields.text("id");
  if (!id) return generated_uuid(scope.seed, label);
  if (!is_uuid(id->text)) {
    fields.wrong("id", "GC207", fmt::format("\"{}\" is no UUID", id->text),
                 "like \"08a2a69c-1ed5-4719-9094-96a7d55ba07c\", or leave it out: one is generated");
  }
  scope.reading.stated_once.push_back({"id", id->text, id->spot});
  return id->text;
}

std::map<UserName, User> read_users(const Fields& fields, const OrgScope& scope) {
  std::map<UserName, User> users;
  for (const JsonMember& member : fields.entries("users")) {
    const Fields user_fields(member.value, shapes::user, scope.mistakes);
    User user;
    user.name = UserName(member.key);
    user.id = UserId(read_id(user_fields, fmt::format("{}/user-{}", scope.org.value, member.key), scope));
    user.display_name = user_fields.text("name").value_or(Text{member.key, {}}).text;
    user.email = user_fields.text("email")
                     .value_or(Text{fmt::format("{}@{}.example.com", member.key, scope.org.value), {}})
                     .text;
    user.status = user_fields.word("status", words::user_statuses).value_or(user.status);
    user.roles = read_role_names(scope.org, user_fields, "roles", scope.reading);
    user.role_divisions = read_role_divisions(scope.org, user_fields, user.roles, scope.reading, scope.mistakes);
    users[user.name] = std::move(user);
  }
  return users;
}

void read_details(const Fields& fields, OrgDetails& details, Mistakes& mistakes) {
  const JsonMember* found = fields.member("details");
  if (found == nullptr) return;
  const Fields said(found->value, shapes::details, mistakes);
  details.domain = said.text("domain").value_or(Text{}).text;
  details.default_language = said.text("default_language").value_or(Text{details.default_language, {}}).text;
  details.default_country_code =
      said.text("default_country_code").value_or(Text{details.default_country_code, {}}).text;
  details.support_uri = said.text("support_uri").value_or(Text{}).text;
  details.version = said.integer("version", 1).value_or(details.version);
}

std::vector<std::string> read_products(const Fields& fields, std::vector<std::string> otherwise) {
  if (!fields.has("products")) return otherwise;
  std::vector<std::string> products;
  for (const Text& product : fields.texts("products")) products.push_back(product.text);
  return products;
}

/// HIPAA ends access tokens that lie idle for 15 minutes (vendor_doc); other orgs have no time-out unless they say one.
std::optional<std::chrono::seconds> read_idle_timeout(const Fields& fields, Compliance compliance) {
  if (fields.is_null("idle_timeout")) return std::nullopt;
  if (fields.has("idle_timeout")) return fields.seconds("idle_timeout", Span::positive);
  return compliance == Compliance::hipaa ? std::optional(std::chrono::seconds(900)) : std::nullopt;
}

}  // namespace

std::string generated_uuid(std::uint64_t seed, const std::string& label) {
  return SeededIds(seed ^ hash_of(label)).uuid();
}

Org read_org(const JsonMember& member, const Fields& fields, std::uint64_t seed, WorldReading& reading,
             Mistakes& mistakes) {
  Org org;
  org.name = OrgName(member.key);
  const OrgScope scope{org.name, seed, reading, mistakes};
  if (!is_short_name(member.key)) {
    mistakes.add({"GC207", member.key_spot, fmt::format("\"{}\" is no short name of an org", member.key),
                  "a lower case letter, then lower case letters, digits or '_'"});
  }
  org.id = OrgId(read_id(fields, fmt::format("{}/org", member.key), scope));
  org.details.display_name = fields.text("name").value_or(Text{member.key, {}}).text;
  org.status = fields.word("status", words::org_statuses).value_or(org.status);
  org.scope_enforcement = fields.word("scope_enforcement", words::scope_enforcements).value_or(org.scope_enforcement);
  read_details(fields, org.details, mistakes);
  org.products = read_products(fields, std::move(org.products));
  org.roles = read_roles(org.name, fields, "roles", reading, mistakes);
  org.default_roles = read_roles(org.name, fields, "default_roles", reading, mistakes);
  org.role_settings = read_role_settings(fields, mistakes);
  org.capacity = read_capacity(fields, mistakes);
  org.divisions = read_divisions(org.name, fields, reading, mistakes);
  org.users = read_users(fields, scope);
  org.clients = read_clients(org.name, fields, seed, reading, mistakes);
  org.authorizations = read_authorizations(org.name, fields, reading, mistakes);
  org.integrations = read_integrations(org.name, fields, reading, mistakes);
  org.kind = fields.word("kind", words::org_kinds).value_or(org.kind);
  read_limits(fields, org, mistakes);
  org.compliance = fields.word("compliance", words::compliances).value_or(org.compliance);
  org.idle_timeout = read_idle_timeout(fields, org.compliance);
  org.max_clients = fields.integer("max_clients", 0);
  if (std::optional<Text> client = fields.text("client_under_test")) {
    reading.references.push_back({Reference::To::client_known_in_org, org.name, *client});
    reading.clients_under_test[org.name] = std::move(*client);
  }
  return org;
}

}  // namespace gcmock
