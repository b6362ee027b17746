// The arrows of docs/architecture.md as a table, and a reader of #include lines that holds a source tree to it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gcmock::architecture {

/// An #include that goes against an arrow.
struct Breach {
  std::string file;  ///< relative to the root
  int line = 0;
  std::string what;  ///< "domain must not include engine/engine.h: …"

  bool operator==(const Breach&) const = default;
  auto operator<=>(const Breach&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Breach& breach);

/// All breaches below `root`, which has mock_server/ and harness/ as the repository has. Sorted.
std::vector<Breach> find_breaches(const std::filesystem::path& root);

/// The folders of mock_server/src and harness/src.
std::vector<std::string> layer_folders(const std::filesystem::path& root);

/// How many #include lines were read: a reader that finds none proves nothing.
std::size_t count_includes(const std::filesystem::path& root);

}  // namespace gcmock::architecture
