// How much of a body the journal keeps.
#pragma once

#include <cstddef>

namespace gcmock {

/// Bytes; what is longer is cut at a character, by up to three bytes more.
inline constexpr std::size_t longest_kept_body = 4096;

}  // namespace gcmock
