// Every scenario that we ship, performed by the reference client, captured, and performed again from what was captured.
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>

#include "capture/scenario_of.h"
#include "checking/check_files.h"
#include "gcmock/harness/run.h"
#include "parallel/side_by_side.h"
#include "scenario/json_document.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const std::string source_dir = GCMOCK_SOURCE_DIR;

// What cannot come out the same, and why.
const std::map<std::string, std::string>& exceptions() {
  const std::string nothing_sent = "a call that sends nothing leaves no exchange behind";
  static const std::map<std::string, std::string> known = {
      {"authorize/user_who_is_gone.json", "a step names no user whom the world does not have"},
      {"faults/answers/answer_of_another_org.json", "a rule hands one org's token to the client of another"},
      {"faults/connections/certificate_expired_for_a_moment.json", nothing_sent},
      {"faults/connections/certificate_of_another_host_for_a_moment.json", nothing_sent},
      {"faults/framing/length_too_short.json", "whether a spoilt answer counts as lost, only its client knows"},
      {"hosts/certificate_expired.json", nothing_sent},
      {"hosts/certificate_not_yet_valid.json", nothing_sent},
      {"hosts/certificate_self_signed.json", nothing_sent},
      {"hosts/certificate_untrusted_ca.json", nothing_sent},
      {"hosts/certificate_wrong_host.json", nothing_sent},
  };
  return known;
}

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

const JsonValue* find(const JsonValue& json, std::string_view key) {
  const JsonMember* member = json.find(key);
  return member == nullptr ? nullptr : &member->value;
}

// What happened between the calls.
void add_steps(const Scenario& scenario, const ScenarioResult& result, const JsonValue& json, Captured& captured) {
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const StepResult& done = result.steps[i];
    if (const auto* advance = std::get_if<AdvanceClock>(&scenario.steps[i].what)) {
      captured.happenings.push_back({last, *advance});
    } else if (std::holds_alternative<WorldEvent>(scenario.steps[i].what)) {
      captured.happenings.push_back({last, EventText{to_json(find(json, "steps")->items[i])}});
    }
    last = std::max(last, done.last_exchange);
  }
}

Captured captured_of(const Scenario& scenario, const ScenarioResult& result, const std::string& text) {
  Captured captured;
  captured.journal = result.journal;
  captured.world = scenario.world;
  captured.client_settings = scenario.client_settings;
  captured.title = scenario.title;
  captured.world_file = "../worlds/world.json";
  captured.carried = carried_members(parse_text("scenario.json", text));
  add_steps(scenario, result, *parse_text(scenario.file, text).json, captured);
  return captured;
}

std::vector<std::string> lines_of(const std::vector<Exchange>& journal) {
  std::vector<std::string> lines;
  for (const Exchange& exchange : journal) {
    std::ostringstream line;
    line << exchange.endpoint << ' ' << exchange.method << ' ' << exchange.path << '?'
         << (exchange.endpoint == Endpoint::authorize ? "" : exchange.query) << ' '
         << exchange.subject.org.value_or(OrgName("-")) << ' ' << (exchange.grant ? to_string(*exchange.grant) : "-")
         << ' ' << exchange.status;
    lines.push_back(line.str());
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n    " + line;
  return text;
}

bool asks_in_parallel(const Scenario& scenario) {
  return std::ranges::any_of(scenario.steps, [](const Step& step) {
    const auto* call = std::get_if<PerformCall>(&step.what);
    return call != nullptr && call->call.parallel > 1;
  });
}

struct Comparison {
  bool is_same = false;
  std::string why;  // it is not
};

// Written next to a copy of its world, loaded, performed, and compared.
Comparison compare(const std::string& file, const fs::path& folder) {
  const std::string text = text_of(file);
  const LoadedScenario loaded = load_scenario(file);
  const Scenario& scenario = *loaded.scenario;
  const ClientFactory client = make_client_factory(built_in_profile());
  const ScenarioResult first = run_scenario(scenario, client, {});
  if (first.status != ScenarioStatus::passed) return {false, "did not pass: " + first.note};

  const Captured captured = captured_of(scenario, first, text);
  const std::string written = scenario_of(captured);
  const std::string copy = (folder / "scenarios/captured.json").string();
  write(copy, written);
  const ParsedFile original = parse_text(file, text);
  write(folder / "worlds/world.json",
        text_of((fs::path(file).parent_path() / find(*original.json, "world")->text).string()));
  for (const FileFinding& finding : check_files({copy}, {}))
    return {false, "checked: " + finding.diagnostic.what + "\n" + written};

  const LoadedScenario again = load_scenario(copy);
  const ScenarioResult second = run_scenario(*again.scenario, client, {});
  auto one = lines_of(first.journal);
  auto other = lines_of(second.journal);
  if (asks_in_parallel(scenario)) {
    std::ranges::sort(one);
    std::ranges::sort(other);
  }
  if (one != other) return {false, "was" + joined(one) + "\n  is" + joined(other) + "\n" + written};
  if (second.status != ScenarioStatus::passed) {
    std::string why = second.note;
    for (const StepResult& step : second.steps) {
      if (step.failed) why += "\n  step " + step.what + " " + step.detail;
    }
    for (const CheckResult& check : second.checks) {
      if (!check.passed) why += "\n  check " + check.what + " " + check.found;
    }
    for (const InvariantResult& invariant : second.invariants) {
      if (invariant.status == InvariantResult::Status::violated) why += "\n  " + invariant.id;
    }
    return {false, "does not pass:" + why + "\n" + written};
  }
  return {true, ""};
}

class ScenarioOfShipped : public testing::Test {
 protected:
  ScenarioOfShipped() : folder_(fs::temp_directory_path() / ("gcmock-capture-" + std::to_string(::getpid()))) {}
  ~ScenarioOfShipped() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(ScenarioOfShipped, IsPerformedAsItsOriginalWas) {
  const std::vector<std::string> files = find_scenario_files({source_dir + "/scenarios"});

  std::vector<Comparison> found(files.size());
  side_by_side(files.size(), 4, [&](std::size_t i) { found[i] = compare(files[i], folder_ / std::to_string(i)); });

  std::size_t same = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string name = fs::path(files[i]).lexically_relative(source_dir + "/scenarios").generic_string();
    if (found[i].is_same) ++same;
    if (exceptions().contains(name)) {
      EXPECT_FALSE(found[i].is_same) << name << " comes out the same by now: strike it off the list";
      continue;
    }
    EXPECT_TRUE(found[i].is_same) << name << ": " << found[i].why;
  }
  std::cout << same << " of " << files.size() << " captured scenarios give the journal that they were captured from\n";
  EXPECT_GE(same, 223U);
}

}  // namespace
}  // namespace gcmock
