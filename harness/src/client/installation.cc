#include "client/installation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace gcmock {
namespace {

namespace fs = std::filesystem;

// The profile may bring a PATH of its own, which the program will be looked for in.
std::string path_of(const ClientProfile& profile) {
  const auto own = profile.environment.find("PATH");
  if (own != profile.environment.end()) return own->second;
  const char* inherited = std::getenv("PATH");
  return inherited == nullptr ? "" : inherited;
}

bool is_in(const std::string& path, const std::string& program) {
  std::istringstream folders(path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((fs::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

std::string with_what_to_do(const ClientProfile& profile, const std::string& file) {
  if (profile.install.empty()) return fmt::format("{} is missing in {}", file, profile.working_directory);
  return fmt::format("run \"{}\" in {} ({} is missing)", fmt::join(profile.install, " "), profile.working_directory,
                     file);
}

class MissingClient final : public ClientUnderTest {
 public:
  explicit MissingClient(std::string why) : why_(std::move(why)) {}

  std::optional<ClientBroke> start(const ClientEnvironment&) override { return broke(); }
  // Left to start(), which says what is missing.
  std::optional<std::string> why_clock_stays(const ClientEnvironment&) override { return std::nullopt; }
  ClientAnswer perform(const ClientCall&, std::chrono::milliseconds) override { return broke(); }
  ClientOutput finish(std::chrono::milliseconds) override { return {}; }

 private:
  [[nodiscard]] ClientBroke broke() const { return {ClientBroke::How::not_installed, why_}; }

  std::string why_;
};

}  // namespace

std::optional<std::string> what_is_missing(const ClientProfile& profile) {
  const std::string path = path_of(profile);
  for (const std::string& program : profile.needs.programs) {
    if (!is_in(path, program)) return fmt::format("there is no program {} in PATH", program);
  }
  for (const std::string& file : profile.needs.files) {
    std::error_code error;
    if (!fs::exists(fs::path(profile.working_directory) / file, error)) return with_what_to_do(profile, file);
  }
  return std::nullopt;
}

std::unique_ptr<ClientUnderTest> make_missing_client(const std::string& why) {
  return std::make_unique<MissingClient>(why);
}

}  // namespace gcmock
