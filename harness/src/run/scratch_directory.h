// A directory for one scenario's client, gone with the object.
#pragma once

#include <string>

namespace gcmock {

/// Creates an empty directory below the machine's directory for temporary files; removes it with all that is in it.
/// Throws Error where it cannot be made.
class ScratchDirectory {
 public:
  ScratchDirectory();
  ~ScratchDirectory();
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace gcmock
