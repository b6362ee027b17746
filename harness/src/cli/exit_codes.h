// The exit codes of gcmock. 0, 1 and 4 of a run come from exit_code(RunResult).
#pragma once

namespace gcmock {

inline constexpr int exit_ok = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_invalid = 2;
inline constexpr int exit_broken = 3;
inline constexpr int exit_vacuous = 4;
inline constexpr int exit_usage = 64;  ///< sysexits.h

}  // namespace gcmock
