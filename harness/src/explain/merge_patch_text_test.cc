#include "explain/merge_patch_text.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

TEST(MergePatchText, NestsMembersByTheirPointers) {
  MergePatchText patch;
  EXPECT_TRUE(patch.empty());

  patch.set("/orgs/a/status", json_text("active"));
  patch.set("/orgs/a/users/b", "null");
  patch.set("/orgs/c~1d/x", json_list({"1", "2"}));

  EXPECT_EQ(patch.text(), R"({"orgs": {"a": {"status": "active", "users": {"b": null}}, "c/d": {"x": ["1", "2"]}}})");
}

TEST(MergePatchText, EscapesTexts) {
  EXPECT_EQ(json_text("a\"b\\c\n"), R"("a\"b\\c\u000a")");
}

}  // namespace
}  // namespace gcmock
