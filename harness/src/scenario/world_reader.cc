// The outermost object of a world: what holds for all orgs, and then org by org.
#include "scenario/world_reader.h"

#include <fmt/format.h>

#include <utility>

#include "scenario/answers_reader.h"
#include "scenario/forms.h"
#include "scenario/integration_reader.h"
#include "scenario/limits_reader.h"
#include "scenario/org_reader.h"
#include "scenario/token_reader.h"
#include "scenario/trust_reader.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

RefreshPolicy read_refresh(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::refresh, mistakes);
  RefreshPolicy policy;
  policy.rotation = fields.word("rotation", words::rotations).value_or(policy.rotation);
  policy.reuse_detection = fields.word("reuse_detection", words::reuse_detections).value_or(policy.reuse_detection);
  policy.grace_window = fields.seconds("grace_window", Span::not_negative).value_or(policy.grace_window);
  return policy;
}

std::string read_region(const Fields& fields, std::string otherwise) {
  const std::optional<Text> region = fields.text("region");
  if (!region) return otherwise;
  if (!is_host_name(region->text)) {
    fields.wrong("region", "GC207", fmt::format("\"{}\" is no domain of a region", region->text),
                 "like \"mypurecloud.com\" or \"usw2.pure.cloud\"");
  }
  return region->text;
}

World read_settings(const Fields& fields, Mistakes& mistakes) {
  World world;
  world.dialect = fields.word("dialect", words::dialects).value_or(world.dialect);
  // Scopes and roles show where the dialect shows them: docs/genesys-behaviour.md#dialects.
  const JudgedAt usual = world.dialect == Dialect::reported ? JudgedAt::token_request : JudgedAt::api_request;
  world.scopes_judged_at = fields.word("scopes_judged_at", words::judged_at).value_or(usual);
  world.roles_judged_at = fields.word("roles_judged_at", words::judged_at).value_or(usual);
  world.token_errors = fields.word("token_errors", words::token_errors).value_or(world.token_errors);
  world.region = read_region(fields, world.region);
  world.starts_at = fields.instant("starts_at").value_or(world.starts_at);
  world.code_lifetime = fields.seconds("code_lifetime", Span::positive).value_or(world.code_lifetime);
  world.consent = fields.word("consent", words::consents).value_or(world.consent);
  world.limit_answers = read_limit_answers(fields, mistakes);
  world.answers = read_answers(fields, mistakes);
  if (const JsonMember* refresh = fields.member("refresh")) world.refresh = read_refresh(refresh->value, mistakes);
  return world;
}

}  // namespace

WorldReading read_world(const JsonValue& value, const WorldOptions& options, Mistakes& mistakes) {
  const Fields fields(value, shapes::world, mistakes);
  WorldReading reading;
  reading.world = read_settings(fields, mistakes);
  reading.world.integration_types = read_integration_types(fields, reading, mistakes);
  std::vector<std::pair<OrgName, Fields>> orgs;
  for (const JsonMember& member : fields.entries("orgs")) {
    const OrgName name(member.key);
    const Fields org(member.value, shapes::org, mistakes);
    reading.world.orgs[name] = read_org(member, org, options.seed, reading, mistakes);
    orgs.emplace_back(name, org);
  }
  // Trusts speak of other orgs.
  for (const auto& [name, org] : orgs) {
    reading.world.orgs[name].groups = read_groups(name, org, options.seed, reading, mistakes);
    read_trusts(name, org, reading, mistakes);
    read_pairings(name, org, reading, mistakes);
  }
  // Tokens come when every client is known: how long they last is their client's business.
  for (const auto& [name, org] : orgs) read_tokens(name, org, options, reading, mistakes);
  return reading;
}

}  // namespace gcmock
