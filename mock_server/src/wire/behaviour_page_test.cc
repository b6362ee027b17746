// docs/genesys-behaviour.md lists the answer table, row for row.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "gcmock/wire/evidence.h"
#include "wire/hosts.h"

namespace gcmock {
namespace {

constexpr const char* page_file = GCMOCK_SOURCE_DIR "/docs/genesys-behaviour.md";
constexpr std::string_view begin_mark = "<!-- answers: begin -->\n";
constexpr std::string_view end_mark = "<!-- answers: end -->";

std::string read_page() {
  std::ostringstream text;
  text << std::ifstream(page_file).rdbuf();
  return text.str();
}

std::string code_or_nothing(std::string_view code) {
  return code.empty() ? "" : "`" + std::string(code) + "`";
}

std::string answers_as_markdown() {
  std::ostringstream text;
  text << "| reason | answered by | status | code | text | level | source |\n|---|---|---|---|---|---|---|\n";
  for (const auto& row : behaviour_table()) {
    text << "| `" << row.reason << "` | " << row.answerer << " | " << row.status << " | " << code_or_nothing(row.code)
         << " | " << row.text << " | `" << row.level << "` | " << row.source << " |\n";
  }
  return text.str();
}

TEST(BehaviourPage, ApprovedListOfAnswersIsThatOfTheTable) {
  auto page = read_page();
  const auto begin = page.find(begin_mark);
  const auto end = page.find(end_mark);
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const auto start = begin + begin_mark.size();

  const auto listed = page.substr(start, end - start);

  if (std::getenv("GCMOCK_APPROVE") != nullptr) {
    std::ofstream(page_file) << page.replace(start, end - start, answers_as_markdown());
    return;
  }
  EXPECT_EQ(listed, answers_as_markdown()) << "run ./dev approve and review the difference";
}

TEST(BehaviourPage, ExplainsEachLevelAndHasTheAnchorThatWorldFilesLinkTo) {
  const auto page = read_page();

  for (const auto level : {EvidenceLevel::spec, EvidenceLevel::vendor_openapi, EvidenceLevel::vendor_doc,
                           EvidenceLevel::sdk_source, EvidenceLevel::report, EvidenceLevel::assumed}) {
    EXPECT_THAT(page, testing::HasSubstr("| `" + std::string(to_string(level)) + "` |"));
  }
  EXPECT_THAT(page, testing::HasSubstr("\n## Dialects\n"));
}

TEST(BehaviourPage, NamesEachRegion) {
  const auto page = read_page();

  for (const auto& region : vendor_regions()) {
    EXPECT_THAT(page, testing::HasSubstr("`" + std::string(region.domain) + "`"));
  }
}

}  // namespace
}  // namespace gcmock
