#include "run/scratch_directory.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "gcmock/error.h"

namespace gcmock {

ScratchDirectory::ScratchDirectory() {
  std::error_code no_directory;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(no_directory);
  if (no_directory) throw Error("no directory for temporary files: " + no_directory.message());
  path_ = (parent / "gcmock-XXXXXX").string();
  if (mkdtemp(path_.data()) == nullptr) {
    throw Error("cannot make a directory in " + parent.string() + ": " + std::strerror(errno));
  }
}

ScratchDirectory::~ScratchDirectory() {
  std::error_code ignored;  // what cannot be removed is the machine's to clean up
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace gcmock
