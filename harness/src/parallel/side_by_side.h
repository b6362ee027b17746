// Work that is shared out among threads.
#pragma once

#include <cstddef>
#include <functional>

namespace gcmock {

/// Calls `perform` once with each number below `count`, the lowest first, in `threads` threads of which this one is one
/// (at least it alone). Where `is_over` says so nothing more is begun. Both are called from several threads at once.
/// Returns when all that was begun has ended; an exception of `perform` ends the work likewise and is thrown again
/// then.
void side_by_side(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& perform,
                  const std::function<bool()>& is_over = {});

}  // namespace gcmock
