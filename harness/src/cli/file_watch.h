// Which files are saved, as it happens (inotify).
#pragma once

#include <map>
#include <set>
#include <string>

namespace gcmock {

/// One thread uses it; stop() may be called from any.
class FileWatch {
 public:
  /// Throws Error where the kernel gives no watch.
  FileWatch();
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  /// Watches the files of the folder and of the folders below it, but of none named node_modules, build or like a
  /// hidden file. One that is watched already stays as it is; one that there is not is left out.
  void add(const std::string& folder);

  /// Waits until files were saved, moved there or removed, and for a moment more: an editor may do that in several
  /// steps. Their absolute paths; empty: stop() was called.
  std::set<std::string> wait();

  void stop();

 private:
  void add_one(const std::string& folder);
  void read_into(std::set<std::string>& saved);
  [[nodiscard]] bool has_more_within(int milliseconds) const;

  int inotify_ = -1;
  int stopped_ = -1;
  std::map<int, std::string> folders_;  // by their watch descriptors
};

}  // namespace gcmock
