#include "authoring/new_world.h"

#include <gmock/gmock.h>

#include "authoring/temporary_folder_in_tests.h"
#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {
namespace {

class NewWorldOfDialect : public testing::TestWithParam<std::string> {};

TEST_P(NewWorldOfDialect, HasNoMistakesAndATokenOfEachOrg) {
  const TemporaryFolder folder;
  const std::string file = folder / "world.json";

  write_new_files({new_world({file, {"north", "south_1"}, GetParam()})});
  const LoadedWorld loaded = load_world(file);

  EXPECT_THAT(loaded.diagnostics, testing::IsEmpty());
  ASSERT_EQ(loaded.client_settings.size(), 2U);
  for (const auto& [org, settings] : loaded.client_settings) {
    EXPECT_NE(settings.access_token, "") << org.value;
    EXPECT_NE(settings.refresh_token, "") << org.value;
    EXPECT_NE(settings.client_secret, "") << org.value;
  }
}

INSTANTIATE_TEST_SUITE_P(Both, NewWorldOfDialect, testing::Values("genesys", "reported"),
                         [](const auto& one) { return one.param; });

TEST(NewWorld, TakesNoNamesThatAWorldCannotHave) {
  EXPECT_THROW(new_world({"x.json", {}}), Error);
  EXPECT_THROW(new_world({"x.json", {"North"}}), Error);
  EXPECT_THROW(new_world({"x.json", {"a\"b"}}), Error);
  EXPECT_THROW(new_world({"x.json", {"north", "north"}}), Error);
}

}  // namespace
}  // namespace gcmock
