#include "checking/check_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checking/file_kind.h"
#include "checking/finding_forms.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* good_world = R"({ "orgs": { "acme": { "users": { "ada": {} }, "clients": { "app": {
    "authorized_grant_types": ["CODE"], "redirect_uris": ["https://a.example/cb"] } } } } })";

std::string scenario_of(const std::string& world, const std::string& more = "") {
  return R"({ "title": "t", "world": "../worlds/)" + world +
         R"(", "steps": [{ "do": "call", "org": "acme", "outcome": "ok" }])" + more + " }";
}

std::vector<std::string> codes_in(const std::vector<FileFinding>& findings) {
  std::vector<std::string> codes;
  for (const FileFinding& finding : findings) codes.push_back(finding.diagnostic.code);
  return codes;
}

std::vector<FileFinding> check_folder(const TestFolder& folder, unsigned threads = 1) {
  return check_files(find_json_files({folder.path()}), {2026y / 11 / 27, threads});
}

TEST(CheckFiles, TellsAWorldsMistakeOnceHoweverManyScenariosUseIt) {
  const TestFolder folder;
  folder.write("worlds/bad.json", R"({ "orgs": { "acme": { "nmae": "Acme" } } })");
  for (const char* name : {"a", "b", "c"}) {
    folder.write(std::string("scenarios/") + name + ".json", scenario_of("bad.json"));
  }

  const std::vector<FileFinding> findings = check_folder(folder);

  EXPECT_THAT(codes_in(findings), ElementsAre("GC203"));
}

TEST(CheckFiles, WarnsOfAWorldThatNoScenarioUses) {
  const TestFolder folder;
  folder.write("worlds/used.json", good_world);
  const std::string unused = folder.write("worlds/unused.json", good_world);
  folder.write("scenarios/a.json", scenario_of("used.json"));

  const std::vector<FileFinding> findings = check_folder(folder);

  ASSERT_THAT(codes_in(findings), ElementsAre("GC610"));
  EXPECT_EQ(findings[0].diagnostic.place.file, unused);
  EXPECT_EQ(findings[0].weight, FileFinding::Weight::doubt);
}

TEST(CheckFiles, SaysNothingOfWorldsThatAreCheckedAlone) {
  const TestFolder folder;
  folder.write("worlds/one.json", good_world);
  folder.write("worlds/other.json", good_world);

  EXPECT_THAT(check_folder(folder), IsEmpty());
}

TEST(CheckFiles, WarnsOfAWaiverFromTheDayAfterItsDate) {
  const TestFolder folder;
  folder.write("worlds/w.json", good_world);
  const auto waiver = [](const std::string& date) {
    return R"(, "waivers": [{ "invariant": "I-1", "reason": "r", "expires": ")" + date + "\" }]";
  };

  folder.write("scenarios/a.json", scenario_of("w.json", waiver("2026-11-27")));
  EXPECT_THAT(check_folder(folder), IsEmpty());

  folder.write("scenarios/a.json", scenario_of("w.json", waiver("2026-11-26")));
  EXPECT_THAT(codes_in(check_folder(folder)), ElementsAre("GC601"));
}

TEST(CheckFiles, FindsTheSameWithAnyNumberOfThreads) {
  const TestFolder folder;
  folder.write("worlds/bad.json", R"({ "orgs": { "acme": { "nmae": "Acme" } } })");
  folder.write("worlds/good.json", good_world);
  for (int i = 0; i < 40; ++i) {
    const std::string more = i % 3 == 0 ? R"(, "outcme": 1)" : "";
    folder.write("scenarios/" + std::to_string(i) + ".json", scenario_of(i % 5 == 0 ? "bad.json" : "good.json", more));
  }

  const std::vector<FileFinding> alone = check_folder(folder, 1);

  EXPECT_EQ(alone.size(), 15U);
  EXPECT_EQ(check_folder(folder, 4), alone);
  EXPECT_EQ(count_mistakes(alone), alone.size());
}

TEST(CheckFiles, HasNothingToSayOfTheShippedSuite) {
  const std::string source = GCMOCK_SOURCE_DIR;
  std::string told;

  for (const FileFinding& finding :
       check_files(find_json_files({source + "/scenarios", source + "/fixtures/worlds"}), {2026y / 11 / 27, 2})) {
    // Served by itself, to clients that walk through the whole API (tests/real_clients).
    if (finding.diagnostic.place.file.ends_with("/sdk_surface_two_orgs.json")) continue;
    told += to_string(finding);
  }

  EXPECT_EQ(told, "");
}

}  // namespace
}  // namespace gcmock
