// Writing to a pipe whose reader may be gone, without a signal that would end this process.
#pragma once

#include <sys/types.h>

#include <string_view>

namespace gcmock {

/// As write(2); a reader that is gone is EPIPE and nothing else. The thread's own pending SIGPIPE, if any, stays
/// pending.
ssize_t write_without_sigpipe(int descriptor, std::string_view bytes);

}  // namespace gcmock
