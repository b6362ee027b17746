// What a scenario says beside its steps: read by the loader's own reader, which forgives comments and trailing commas.
#include <algorithm>
#include <array>

#include "capture/scenario_of.h"

namespace gcmock {

std::vector<Member> carried_members(const ParsedFile& scenario) {
  constexpr std::array<std::string_view, 7> written_anew = {"$schema", "title", "source", "tags",
                                                            "world",   "steps", "expect"};
  std::vector<Member> members;
  if (!scenario.json) return members;
  for (const JsonMember& member : scenario.json->members) {
    if (std::ranges::count(written_anew, member.key) == 0) members.emplace_back(member.key, to_json(member.value));
  }
  return members;
}

}  // namespace gcmock
