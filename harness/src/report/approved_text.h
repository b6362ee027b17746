// Approved texts for tests: compares with fixtures/reports/<name>, or rewrites it where GCMOCK_APPROVE=1 is set.
#pragma once

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace gcmock {

/// The first line in which two texts differ, as a person wants to see it.
inline std::string first_difference(const std::string& text, const std::string& approved) {
  std::istringstream new_lines(text), old_lines(approved);
  for (int number = 1; new_lines || old_lines; ++number) {
    std::string now, before;
    std::getline(new_lines, now);
    std::getline(old_lines, before);
    if (now != before) return "line " + std::to_string(number) + "\n  approved: " + before + "\n  now:      " + now;
  }
  return "only in newlines at the end";
}

inline void expect_approved(const std::string& text, const std::string& name) {
  const std::filesystem::path file = std::filesystem::path(GCMOCK_SOURCE_DIR) / "fixtures" / "reports" / name;
  if (const char* approve = std::getenv("GCMOCK_APPROVE"); approve != nullptr && std::string(approve) == "1") {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

  std::ifstream in(file, std::ios::binary);
  ASSERT_TRUE(in) << "no approved text " << file << "; look at this one, then run ./dev approve:\n" << text;
  const std::string approved{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};

  if (text != approved) {
    ADD_FAILURE() << name << " differs in " << first_difference(text, approved)
                  << "\nif the new text is better: ./dev approve";
  }
}

}  // namespace gcmock
