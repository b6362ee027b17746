// The page about diagnostics and the pages of the codes say the same.
#include "checking/diagnostic_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace gcmock {
namespace {

using testing::HasSubstr;

std::string page_of_docs() {
  std::ifstream stream(std::string(GCMOCK_SOURCE_DIR) + "/docs/diagnostics.md");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string row_of(const DiagnosticPage& page) {
  std::string row = "\n| ";
  row += page.code;
  row += " | ";
  row += page.meaning;
  row += " | `";
  row += page.told;
  row += "` | ";
  row += page.fix;
  return row + " |\n";
}

TEST(DiagnosticPages, HaveTheRowsOfTheDocument) {
  const std::string docs = page_of_docs();

  std::size_t rows = 0;
  for (std::size_t at = docs.find("\n| GC"); at != std::string::npos; at = docs.find("\n| GC", at + 1)) ++rows;
  EXPECT_EQ(rows, diagnostic_pages().size());
  for (const DiagnosticPage& page : diagnostic_pages()) EXPECT_THAT(docs, HasSubstr(row_of(page)));
}

TEST(DiagnosticPages, AreInOrderAndSayWhyAndWhatInstead) {
  EXPECT_TRUE(std::ranges::is_sorted(diagnostic_pages(), {}, &DiagnosticPage::code));
  for (const DiagnosticPage& page : diagnostic_pages()) {
    EXPECT_GT(page.why.size(), 20U) << page.code;
    EXPECT_NE(page.wrong, page.right) << page.code;
    EXPECT_FALSE(page.right.empty()) << page.code;
  }
}

TEST(DiagnosticPages, AreFoundByTheirCode) {
  ASSERT_NE(find_page("GC203"), nullptr);
  EXPECT_THAT(to_string(*find_page("GC203")), HasSubstr("but so     \"endpoint\": \"token\""));
  EXPECT_THAT(to_string(*find_page("GC601")), HasSubstr("warning[GC601]"));
  EXPECT_EQ(find_page("GC999"), nullptr);
}

}  // namespace
}  // namespace gcmock
