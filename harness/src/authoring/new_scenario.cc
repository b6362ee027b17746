#include "authoring/new_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

struct Kind {
  ScenarioKind kind;
  std::string_view word;
  std::string_view title;
  std::string_view outcome;   // JSON
  std::string_view settings;  // a member of the scenario with its comma and newline; {org} is the org
  std::string_view script;    // likewise
  std::string_view expected;  // what the token requests of the org must be
};

constexpr std::array<Kind, 5> kinds{{
    {ScenarioKind::refresh, "refresh", "An expired access token is refreshed once", R"("ok")", "", "",
     R"({ "match": { "endpoint": "token", "org": "{org}", "status": 200 }, "exactly": 1 })"},
    {ScenarioKind::wrong_secret, "wrong_secret",
     "A client with a wrong secret is refused once, and asks its administrator", R"("needs_admin")",
     "  \"client_settings\": { \"{org}\": { \"client_secret\": \"not-the-secret\" } },\n", "",
     R"({ "match": { "endpoint": "token", "org": "{org}", "refusal": "client_secret_wrong" }, "exactly": 1 })"},
    {ScenarioKind::unavailable, "unavailable", "503 at the token endpoint: a few attempts, then later",
     R"("retry_later")", "",
     R"(    { "when": { "endpoint": "token" }, "stage": "instead_of_ruling", "do": { "respond": { "status": 503, "body": "" } } })",
     R"({ "match": { "endpoint": "token", "status": 503 }, "at_least": 1, "at_most": 3 })"},
    {ScenarioKind::rate_limited, "rate_limited",
     "429 at the token endpoint: the client waits as long as it is asked to", R"("retry_later")", "",
     R"(    { "when": { "endpoint": "token" }, "stage": "instead_of_ruling", "do": { "respond": { "status": 429, "headers": { "Retry-After": "60" }, "body": "" } } })",
     R"({ "match": { "endpoint": "token", "status": 429 }, "exactly": 1 })"},
    {ScenarioKind::lost_answer, "lost_answer",
     "The refresh went through, but its answer never arrived: one resend at most",
     R"(["ok", "needs_user", "retry_later"])", "",
     R"(    { "when": { "endpoint": "token", "org": "{org}", "nth": 1 }, "stage": "after_settling", "do": { "cut": "before_headers", "how": "reset" } })",
     R"({ "match": { "endpoint": "token", "org": "{org}" }, "at_least": 1, "at_most": 2 })"},
}};

const Kind& kind_of(ScenarioKind kind) {
  return *std::ranges::find(kinds, kind, &Kind::kind);
}

std::string with_org(std::string_view text, const std::string& org) {
  std::string out(text);
  for (std::size_t at = out.find("{org}"); at != std::string::npos; at = out.find("{org}", at + org.size()))
    out.replace(at, 5, org);
  return out;
}

LoadedWorld load(const std::string& file) {
  LoadedWorld loaded = load_world(file);
  if (loaded.world) return loaded;
  std::ostringstream mistakes;
  for (const Diagnostic& diagnostic : loaded.diagnostics) mistakes << diagnostic;
  throw Error("the world has mistakes:\n" + mistakes.str());
}

bool is_fit(const ClientSettings& settings) {
  return !settings.access_token.empty() && !settings.refresh_token.empty();
}

std::string relative(const std::string& world, const std::string& from) {
  namespace fs = std::filesystem;
  return fs::absolute(world)
      .lexically_normal()
      .lexically_relative(fs::absolute(from).lexically_normal().parent_path())
      .generic_string();
}

}  // namespace

std::string_view to_string(ScenarioKind kind) {
  return kind_of(kind).word;
}

std::optional<ScenarioKind> scenario_kind_from(std::string_view word) {
  const auto found = std::ranges::find(kinds, word, &Kind::word);
  return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

std::vector<std::string> scenario_kinds() {
  std::vector<std::string> words;
  for (const Kind& kind : kinds) words.emplace_back(kind.word);
  return words;
}

std::vector<std::string> orgs_for_a_scenario(const std::string& world) {
  std::vector<std::string> orgs;
  for (const auto& [name, settings] : load(world).client_settings) {
    if (is_fit(settings)) orgs.push_back(name.value);
  }
  return orgs;
}

NewFile new_scenario(const NewScenario& scenario) {
  const std::vector<std::string> orgs = orgs_for_a_scenario(scenario.world);
  if (std::ranges::find(orgs, scenario.org) == orgs.end())
    throw Error("there is no org " + scenario.org + " with an access and a refresh token \"main\" in " +
                scenario.world + "; " + suggest(scenario.org, orgs, "it has no such org"));
  const Kind& kind = kind_of(scenario.kind);
  std::string text = "{\n" + schema_line(scenario.file, "scenario");
  text += fmt::format("  \"title\": \"{}\",\n", kind.title);
  text += "  \"source\": \"say where this was seen or is written: a report, a document, an RFC\",\n";
  text += fmt::format("  \"world\": \"{}\",\n", relative(scenario.world, scenario.file));
  text += with_org(kind.settings, scenario.org);
  text += "  \"steps\": [\n    { \"advance_clock\": \"25h\" },\n";
  text +=
      fmt::format("    {{ \"do\": \"call\", \"org\": \"{}\", \"outcome\": {} }}\n  ],\n", scenario.org, kind.outcome);
  if (!kind.script.empty()) text += "  \"script\": [\n" + with_org(kind.script, scenario.org) + "\n  ],\n";
  text += "  \"expect\": {\n    \"exchanges\": [" + with_org(kind.expected, scenario.org) + "]\n  }\n}\n";
  return {scenario.file, text};
}

}  // namespace gcmock
