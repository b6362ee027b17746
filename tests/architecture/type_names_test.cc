// One name, one type; and the check that says so can go red.
#include "type_names.h"

#include <gmock/gmock.h>

namespace gcmock::architecture {
namespace {

const std::filesystem::path repository = GCMOCK_SOURCE_DIR;

TEST(TypeNames, MeanOneTypeEach) {
  ASSERT_THAT(headers_by_type(repository).size(), testing::Gt(100U)) << "the reader finds no types";

  EXPECT_THAT(types_defined_twice(repository), testing::IsEmpty());
}

TEST(TypeNames, CheckFindsTheTypeThatIsDefinedTwiceInABadSample) {
  EXPECT_THAT(types_defined_twice(repository / "tests" / "architecture" / "bad_sample"),
              testing::ElementsAre("Twice: harness/src/run/twice.h mock_server/src/domain/twice.h"));
}

}  // namespace
}  // namespace gcmock::architecture
