// Laying out text for a terminal: widths in characters, wrapping, durations and counts in words. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// `text` so that a terminal shows it as it is: control characters (but newline and tab) as `\x1b`, what is no
/// UTF-8 as U+FFFD; the end of a line is a newline alone. Without it, a client could repaint the report that judges it.
std::string printable(std::string_view text);

/// Characters that a terminal shows for `text`, which must be printable UTF-8 on one line.
std::size_t width_of(std::string_view text);

/// `text` filled with blanks to `width` characters; longer texts stay as they are.
std::string padded_right(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

/// Lines of at most `width` characters, broken at blanks and at the newlines of `text`. A word longer than a line
/// gets a line of its own and is not broken: paths and commands stay fit to be copied.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The lines of `text`, without a last empty one.
std::vector<std::string> lines_of(std::string_view text);

/// "0.4 ms", "312 ms", "2.1 s", "3 min 5 s".
std::string in_words(std::chrono::nanoseconds duration);

/// "1 scenario", "3 scenarios"; `plural` where adding an s is not enough.
std::string counted(std::size_t number, std::string_view singular, std::string_view plural = {});

/// "a, b, c".
std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ");

}  // namespace gcmock
