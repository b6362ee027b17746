#include "cli/surroundings.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "gcmock/error.h"

namespace gcmock {

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string absolute_path(const std::string& file) {
  return std::filesystem::absolute(file).lexically_normal().string();
}

std::string text_of_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in || in.bad()) throw Error("cannot read " + file);
  return text;
}

}  // namespace gcmock
