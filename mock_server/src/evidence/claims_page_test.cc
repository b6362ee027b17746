// docs/genesys-behaviour.md tells the claims of the ledger, row for row. GCMOCK_APPROVE=1 rewrites its tables, unless
// one of them has a row that the ledger has not: such a row belongs into evidence/*_claims.cc first.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "gcmock/evidence/claims.h"
#include "gcmock/evidence/deviations.h"

namespace gcmock {
namespace {

constexpr const char* page_file = GCMOCK_SOURCE_DIR "/docs/genesys-behaviour.md";

std::string read_page() {
  std::ostringstream text;
  text << std::ifstream(page_file).rdbuf();
  return text.str();
}

std::string row_of(const Claim& claim) {
  return "| " + claim.text + " | `" + std::string(to_string(claim.level)) + "` | " + claim.source + " |";
}

/// Sections that are told as claims: all but the answers, which have a table of their own.
std::vector<std::string> sections() {
  std::vector<std::string> names;
  for (const auto& claim : all_claims()) {
    const bool is_new = names.empty() || names.back() != claim.section;
    if (is_new && claim.section != "answers") names.push_back(claim.section);
  }
  return names;
}

std::string as_markdown(const std::string& section) {
  std::string text = "| claim | level | source |\n|---|---|---|\n";
  for (const auto& claim : all_claims()) {
    if (claim.section == section) text += row_of(claim) + "\n";
  }
  return text;
}

struct Block {
  std::size_t begin = std::string::npos;
  std::size_t end = std::string::npos;
};

Block block_of(const std::string& page, const std::string& section) {
  const std::string begin_mark = "<!-- claims of " + section + ": begin -->\n";
  const auto begin = page.find(begin_mark);
  if (begin == std::string::npos) return {};
  return {begin + begin_mark.size(), page.find("<!-- claims of " + section + ": end -->")};
}

/// Claims of the page, by their first column.
std::set<std::string> told_in(const std::string& block) {
  std::set<std::string> told;
  std::istringstream lines(block);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| ") && !line.starts_with("| claim |")) told.insert(line.substr(2, line.find(" | ") - 2));
  }
  return told;
}

std::set<std::string> claimed(const std::string& section) {
  std::set<std::string> texts;
  for (const auto& claim : all_claims()) {
    if (claim.section == section) texts.insert(claim.text);
  }
  return texts;
}

TEST(ClaimsPage, ApprovedTablesAreThoseOfTheLedger) {
  for (const auto& section : sections()) {
    auto page = read_page();
    const auto block = block_of(page, section);
    ASSERT_NE(block.begin, std::string::npos) << "the page has no block for the claims of " << section;
    ASSERT_NE(block.end, std::string::npos) << section;
    const auto told = page.substr(block.begin, block.end - block.begin);
    const auto texts = claimed(section);

    bool is_known = true;
    for (const auto& text : told_in(told)) {
      is_known = is_known && texts.contains(text);
      EXPECT_TRUE(texts.contains(text)) << "the page claims what the ledger does not: put it into evidence/: " << text;
    }

    if (is_known && std::getenv("GCMOCK_APPROVE") != nullptr) {
      std::ofstream(page_file) << page.replace(block.begin, told.size(), as_markdown(section));
      continue;
    }
    EXPECT_EQ(told, as_markdown(section)) << "run ./dev approve and review the difference";
  }
}

TEST(ClaimsPage, ApprovedDeviationsAreThoseOfTheLedger) {
  auto page = read_page();
  const auto block = block_of(page, "deviations");
  ASSERT_NE(block.begin, std::string::npos) << "the page has no block for deviations";
  const auto told = page.substr(block.begin, block.end - block.begin);
  std::string text = "| operation | status | where | why |\n|---|---|---|---|\n";
  for (const auto& known : known_deviations()) {
    const auto where = known.pointer.empty() ? "the body" : "`" + std::string(known.pointer) + "`";
    text.append("| `").append(known.operation).append("` | ").append(std::to_string(known.status)).append(" | ");
    text.append(where).append(" | ").append(known.reason).append(" |\n");
  }

  if (std::getenv("GCMOCK_APPROVE") != nullptr) {
    std::ofstream(page_file) << page.replace(block.begin, told.size(), text);
    return;
  }

  EXPECT_EQ(told, text) << "run ./dev approve and review the difference";
}

TEST(ClaimsPage, HasNoTableOfClaimsThatTheLedgerDoesNotKnow) {
  const auto page = read_page();
  const std::string head = "| claim | level | source |\n";

  for (auto at = page.find(head); at != std::string::npos; at = page.find(head, at + 1)) {
    const auto line_before = page.rfind('\n', at - 2) + 1;

    EXPECT_THAT(page.substr(line_before, at - line_before), testing::StartsWith("<!-- claims of "))
        << "a table of claims that was written by hand: move it into mock_server/src/evidence";
  }
}

}  // namespace
}  // namespace gcmock
