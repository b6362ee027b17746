#include "left_behind.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <thread>

namespace gcmock::endurance {
namespace {

namespace fs = std::filesystem;

std::string mark() {
  return "GCMOCK_ENDURANCE_MARK=" + std::to_string(::getpid());
}

std::string kind_of(const fs::path& descriptor) {
  std::error_code gone;
  const auto target = fs::read_symlink(descriptor, gone).string();
  const auto colon = target.find(':');
  return colon == std::string::npos ? target : target.substr(0, colon);  // "socket:[4711]"
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

bool has_the_mark(const fs::path& process) {
  std::ifstream in(process / "environ", std::ios::binary);
  const std::string environment{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return environment.find(mark()) != std::string::npos;
}

std::size_t count_entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Belongings& belongings) {
  out << belongings.threads << " threads, " << belongings.processes << " processes";
  for (const auto& [kind, count] : belongings.descriptors) out << ", " << count << " × " << kind;
  return out;
}

void mark_what_is_started() {
  const auto text = mark();
  const auto equals = text.find('=');
  ::setenv(text.substr(0, equals).c_str(), text.substr(equals + 1).c_str(), 1);
}

Belongings belongings() {
  Belongings now;
  now.threads = count_entries("/proc/self/task");
  for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
    const auto kind = kind_of(entry.path());
    if (kind.find("/proc/") != 0) ++now.descriptors[kind];  // not the folder that is being read
  }
  for (const auto& entry : fs::directory_iterator("/proc")) {
    if (is_number(entry.path().filename().string()) && has_the_mark(entry.path())) ++now.processes;
  }
  return now;
}

Belongings belongings_soon(const Belongings& wanted) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  auto now = belongings();
  while (now != wanted && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
    now = belongings();
  }
  return now;
}

}  // namespace gcmock::endurance
