// docs/commands.md lists the members of the JSON report: all of them, and no other.
#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace gcmock {
namespace {

using nlohmann::json;
using Members = std::map<std::string, std::set<std::string>>;

/// The name of an object in the page: by its own member, and where that is not enough by the one around it.
std::string name_of(const std::string& parent, const std::string& member) {
  if (member == "trail[]") return parent == "journal[]" ? "trail[] of the journal" : "trail[] of an explanation";
  return member;
}

void collect(const json& value, const std::string& name, Members& members) {
  if (value.is_array()) {
    for (const json& item : value) collect(item, name, members);
    return;
  }
  if (!value.is_object()) return;
  for (const auto& [key, member] : value.items()) {
    members[name].insert(key);
    collect(member, name_of(name, member.is_array() ? key + "[]" : key), members);
  }
}

/// Words in backquotes.
std::vector<std::string> quoted_words(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t from = text.find('`'); from != std::string::npos;) {
    const std::size_t to = text.find('`', from + 1);
    words.push_back(text.substr(from + 1, to - from - 1));
    from = text.find('`', to + 1);
  }
  return words;
}

std::string without_backquotes(std::string text) {
  std::erase(text, '`');
  return text;
}

Members members_on_the_page() {
  Members members;
  std::ifstream in(std::string(GCMOCK_SOURCE_DIR) + "/docs/commands.md");
  bool in_table = false;
  for (std::string line; std::getline(in, line);) {
    if (line == "| object | members |") in_table = true;
    if (line.empty()) in_table = false;
    const std::size_t second = line.find(" | ");
    if (!in_table || second == std::string::npos || line == "| object | members |") continue;
    const std::vector<std::string> words = quoted_words(line.substr(second, line.find(';') - second));
    members[without_backquotes(line.substr(2, second - 2))] = {words.begin(), words.end()};
  }
  return members;
}

TEST(JsonReportPage, ListsEachMemberOfTheReport) {
  Members members;
  std::ifstream in(std::string(GCMOCK_SOURCE_DIR) + "/fixtures/reports/json_run.approved.json");
  collect(json::parse(in), "the report", members);

  const Members page = members_on_the_page();

  EXPECT_THAT(page, testing::SizeIs(testing::Ge(20U)));
  for (const auto& [object, names] : members) {
    ASSERT_TRUE(page.contains(object)) << "docs/commands.md has no row for " << object;
    EXPECT_EQ(page.at(object), names) << object;
  }
}

}  // namespace
}  // namespace gcmock
