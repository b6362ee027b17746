#include "cli/file_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>

#include "gcmock/error.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

constexpr int moment_in_milliseconds = 20;
constexpr std::uint32_t saved_in_any_way = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;

bool is_somebody_elses(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name == "node_modules" || name == "build" || name.starts_with('.');
}

}  // namespace

FileWatch::FileWatch() : inotify_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), stopped_(::eventfd(0, EFD_CLOEXEC)) {
  if (inotify_ < 0 || stopped_ < 0) throw Error(std::string("cannot watch files: ") + std::strerror(errno));
}

FileWatch::~FileWatch() {
  if (inotify_ >= 0) ::close(inotify_);
  if (stopped_ >= 0) ::close(stopped_);
}

void FileWatch::add(const std::string& folder) {
  std::error_code error;
  const fs::path root = fs::absolute(folder).lexically_normal();
  add_one(root.string());
  for (auto below = fs::recursive_directory_iterator(root, error); !error && below != fs::end(below);
       below.increment(error)) {
    if (!below->is_directory(error)) continue;
    if (is_somebody_elses(below->path()))
      below.disable_recursion_pending();
    else
      add_one(below->path().string());
  }
}

// The kernel gives a folder that it watches already the same descriptor again.
void FileWatch::add_one(const std::string& folder) {
  const int descriptor = ::inotify_add_watch(inotify_, folder.c_str(), saved_in_any_way | IN_ONLYDIR);
  if (descriptor >= 0) folders_[descriptor] = folder;
}

std::set<std::string> FileWatch::wait() {
  std::set<std::string> saved;
  while (saved.empty()) {
    std::array<pollfd, 2> waited_for{{{inotify_, POLLIN, 0}, {stopped_, POLLIN, 0}}};
    if (::poll(waited_for.data(), waited_for.size(), -1) < 0 && errno != EINTR)
      throw Error(std::string("cannot watch files: ") + std::strerror(errno));
    if (waited_for[1].revents != 0) return {};
    do read_into(saved);
    while (!saved.empty() && has_more_within(moment_in_milliseconds));
  }
  return saved;
}

bool FileWatch::has_more_within(int milliseconds) const {
  pollfd more{inotify_, POLLIN, 0};
  return ::poll(&more, 1, milliseconds) > 0;
}

void FileWatch::read_into(std::set<std::string>& saved) {
  alignas(inotify_event) std::array<char, 16384> buffer;
  const ssize_t size = ::read(inotify_, buffer.data(), buffer.size());
  for (ssize_t at = 0; at < size;) {
    inotify_event event{};
    std::memcpy(&event, buffer.data() + at, sizeof event);
    const auto folder = folders_.find(event.wd);
    if (event.len > 0 && folder != folders_.end()) {
      const std::string path = folder->second + "/" + (buffer.data() + at + sizeof event);
      if ((event.mask & IN_ISDIR) == 0)
        saved.insert(path);
      else if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0 && !is_somebody_elses(path))
        add(path);
    }
    at += static_cast<ssize_t>(sizeof event) + event.len;
  }
}

void FileWatch::stop() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(stopped_, &one, sizeof one);
}

}  // namespace gcmock
