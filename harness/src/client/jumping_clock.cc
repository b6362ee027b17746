#include "client/jumping_clock.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "client/file_descriptor.h"
#include "client_clock/clock_page.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

constexpr const char* library_name = "libgcmock_client_clock.so";
constexpr const char* preload_variable = "LD_PRELOAD";

[[noreturn]] void give_up(const std::string& what) {
  throw Error("the client's clock: " + what + ": " + std::strerror(errno));
}

// What the program would have preloaded without us: by its profile, or as this process has it.
std::string take_preloaded(Program& program) {
  std::string preloaded;
  if (const char* ours = std::getenv(preload_variable)) preloaded = ours;
  std::erase_if(program.variables, [&](const auto& variable) {
    if (variable.first != preload_variable) return false;
    preloaded = variable.second;
    return true;
  });
  return preloaded;
}

}  // namespace

std::optional<std::string> client_clock_library() {
  std::error_code error;
  const fs::path beside = fs::read_symlink("/proc/self/exe", error).parent_path() / library_name;
  for (const fs::path& candidate : {beside, fs::path(GCMOCK_CLIENT_CLOCK_FILE)}) {
    if (fs::is_regular_file(candidate, error)) return candidate.string();
  }
  return std::nullopt;
}

JumpingClock::JumpingClock() : file_((fs::temp_directory_path() / "gcmock-clock-XXXXXX").string()) {
  const FileDescriptor descriptor(::mkostemp(file_.data(), O_CLOEXEC));
  if (!descriptor.is_open()) give_up(file_);
  void* mapped = MAP_FAILED;
  if (::ftruncate(descriptor.number(), sizeof(ClockPage)) == 0)
    mapped = ::mmap(nullptr, sizeof(ClockPage), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor.number(), 0);
  if (mapped == MAP_FAILED) {
    ::unlink(file_.c_str());
    give_up(file_);
  }
  page_ = static_cast<ClockPage*>(mapped);
}

JumpingClock::~JumpingClock() {
  ::munmap(page_, sizeof(ClockPage));
  ::unlink(file_.c_str());
}

void JumpingClock::preload_into(Program& program, const std::string& library) const {
  const std::string others = take_preloaded(program);
  program.variables.emplace_back(preload_variable, others.empty() ? library : library + ":" + others);
  program.variables.emplace_back(clock_page_variable, file_);
}

void JumpingClock::jump(std::chrono::milliseconds by) {
  const std::int64_t nanoseconds = std::chrono::nanoseconds(by).count();
  std::atomic_ref(page_->realtime_ns).fetch_add(nanoseconds);
  if (nanoseconds > 0) std::atomic_ref(page_->monotonic_ns).fetch_add(nanoseconds);
}

}  // namespace gcmock
