// Type names of all headers: one program links them all, so one name must not mean two types (C++ [basic.def.odr]).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gcmock::architecture {

/// The headers that define each type, by its name; only types at the outermost level, forward declarations aside.
/// A linker merges what the compiler makes for two types of one name (destructors, copies) without a word.
std::map<std::string, std::vector<std::string>> headers_by_type(const std::filesystem::path& root);

/// "Tokens: a.h, b.h" for each name that is defined in several headers.
std::vector<std::string> types_defined_twice(const std::filesystem::path& root);

}  // namespace gcmock::architecture
