// What a process has at a time, so that two times can be compared.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>

namespace gcmock::endurance {

struct Belongings {
  std::size_t threads = 0;
  std::map<std::string, std::size_t> descriptors;  ///< by what they are: "socket", "anon_inode", "/dev/null"
  std::size_t processes = 0;                       ///< with the mark in their environment, wherever they hang now

  bool operator==(const Belongings&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Belongings& belongings);

/// Marks this process's environment: what it starts from now on, and what that starts, can be found by it.
void mark_what_is_started();

/// What this process has now. Linux: from /proc.
Belongings belongings();

/// The same, when threads and processes that are ending have ended: waits at most ten seconds for it to equal `wanted`.
Belongings belongings_soon(const Belongings& wanted);

}  // namespace gcmock::endurance
