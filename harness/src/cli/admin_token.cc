#include "cli/admin_token.h"

#include <fmt/format.h>

#include <fstream>
#include <random>

#include "gcmock/error.h"

namespace gcmock {

std::string read_token(const std::string& file) {
  std::ifstream in(file);
  std::string token;
  std::getline(in, token);
  while (!token.empty() && (token.back() == '\r' || token.back() == ' ')) token.pop_back();
  if (token.empty()) throw Error(file + ": there is no token in the file's first line");
  return token;
}

std::string new_token() {
  std::random_device randomness;  // the kernel's
  std::string token;
  for (int i = 0; i < 8; ++i) token += fmt::format("{:08x}", randomness());
  return token;
}

}  // namespace gcmock
