// Which scenarios of the named paths are meant: by name, by tag, by shard. Pure but for select_files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// Part `index` of `count`, from 1. Every scenario is in exactly one part, the same on every machine.
struct Shard {
  unsigned index = 1;
  unsigned count = 1;
  bool is_given = false;  ///< on the command line: 1/1 too
};

struct Selection {
  std::vector<std::string> filters;  ///< globs over ids; any of them; empty: all
  std::vector<std::string> tags;     ///< any of them; empty: all
  Shard shard;
};

/// `*`: any characters, '/' as well; `?`: any one. A pattern without either matches where it is part of the text.
bool glob_matches(std::string_view pattern, std::string_view text);

/// FNV-1a: the same on every machine, which std::hash is not.
std::uint64_t stable_hash(std::string_view text);

bool is_in(const Shard& shard, std::string_view id);

/// The files that `selection` means, in their order. A file that cannot be read as a scenario keeps its place whatever
/// its tags: it shall be told about, not forgotten.
std::vector<std::string> select_files(const std::vector<std::string>& files, const Selection& selection);

}  // namespace gcmock
