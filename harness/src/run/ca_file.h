// The certificate of a server's CA as a file, for programs that want one.
#pragma once

#include <optional>
#include <string>

#include "run/scratch_directory.h"

namespace gcmock {

/// Gone with the object. Throws Error where it cannot be written.
class CaFile {
 public:
  /// `certificate` is PEM; empty: there is no file.
  explicit CaFile(const std::string& certificate);

  [[nodiscard]] const std::string& path() const { return path_; }  ///< empty: there is none

 private:
  std::optional<ScratchDirectory> folder_;
  std::string path_;
};

}  // namespace gcmock
