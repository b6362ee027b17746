// Putting right what needs nobody to decide.
#pragma once

#include <cstddef>
#include <string>

namespace gcmock {

struct RepairedFile {
  std::string file;
  std::string text;
  std::size_t repairs = 0;
};

/// What `file` becomes with all repairs made, one after the other: a syntax error hides what stands behind it.
/// No repairs, and the text as it is, where the result would not be JSON or would have more mistakes than before.
RepairedFile repair(const std::string& file);

}  // namespace gcmock
