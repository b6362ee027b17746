// The arrows of docs/architecture.md hold, and the check that says so can go red.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "layer_rules.h"

namespace gcmock::architecture {
namespace {

using testing::ElementsAre;
using testing::Gt;
using testing::HasSubstr;
using testing::IsEmpty;

const std::filesystem::path repository = GCMOCK_SOURCE_DIR;

TEST(Architecture, HasNoArrowTheWrongWay) {
  ASSERT_THAT(count_includes(repository), Gt(300U)) << "the reader finds no includes";

  EXPECT_THAT(find_breaches(repository), IsEmpty());
}

TEST(Architecture, CheckFindsEachKindOfBreachInABadSample) {
  const auto breaches = find_breaches(repository / "tests" / "architecture" / "bad_sample");

  EXPECT_THAT(
      breaches,
      ElementsAre(
          Breach{"harness/include/gcmock/harness/bad.h", 3,
                 "a public header must name the standard library and gcmock only, not <nlohmann/json.hpp>"},
          Breach{"harness/include/gcmock/harness/bad.h", 4,
                 "a public header must not include \"scenario/json_value.h\""},
          Breach{"harness/src/invariants/bad.cc", 3, "invariants is pure and must not know <thread>"},
          Breach{"harness/src/report/bad.cc", 2, "report reads results only, not gcmock/harness/run.h"},
          Breach{"harness/src/report/bad.cc", 4,
                 "report must not include run/performance.h: the arrow goes the other way"},
          Breach{"harness/src/run/bad.cc", 2,
                 "the harness must include public headers of the mock only, not domain/ledger.h"},
          Breach{"harness/src/run/bad.cc", 4, "run/bad.cc must not know httplib.h"},
          Breach{"mock_server/src/domain/bad.cc", 2,
                 "domain must not include engine/engine.h: the arrow goes the other way"},
          Breach{"mock_server/src/domain/bad.cc", 3, "the mock must not know the harness: gcmock/harness/result.h"},
          Breach{"mock_server/src/domain/bad.cc", 5, "domain must not know nlohmann/json.hpp"},
          Breach{"mock_server/src/domain/bad.cc", 6, "domain is pure and must not know <mutex>"},
          Breach{"mock_server/src/gossip/bad.cc", 2, "layer gossip is not in the table of arrows (tests/architecture)"},
          Breach{"mock_server/src/http/bad.cc", 2, "http/bad.cc must not know httplib.h"}));
}

TEST(Architecture, PageListsEachFolder) {
  std::ifstream in(repository / "docs" / "architecture.md");
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};

  for (const std::string& folder : layer_folders(repository)) {
    EXPECT_THAT(page, HasSubstr('`' + folder + "/`")) << "docs/architecture.md has no row for the folder";
  }
}

}  // namespace
}  // namespace gcmock::architecture
