#include "cli/surroundings.h"

#include <cstdlib>
#include <filesystem>

namespace gcmock {

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string absolute_path(const std::string& file) {
  return std::filesystem::absolute(file).lexically_normal().string();
}

}  // namespace gcmock
