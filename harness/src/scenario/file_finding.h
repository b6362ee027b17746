// What a check of files finds: a diagnostic, how bad it is, and perhaps a way out that needs nobody to decide.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/diagnostic.h"

namespace gcmock {

/// Bytes [begin, end) of a file, behind its byte order mark, and what shall stand there instead.
struct TextEdit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string replacement;

  bool operator==(const TextEdit&) const = default;
};

struct FileFinding {
  /// A doubt leaves the file good to run.
  enum class Weight { mistake, doubt };

  Diagnostic diagnostic;
  Weight weight = Weight::mistake;
  std::optional<TextEdit> repair = {};  ///< where there is one way out that cannot change what the file means

  bool operator==(const FileFinding&) const = default;
};

/// As the diagnostic, a doubt with "warning" for "error".
std::string to_string(const FileFinding& finding);

/// By file, line and column.
std::vector<FileFinding> in_order(std::vector<FileFinding> findings);

/// The mistakes among them.
std::vector<Diagnostic> mistakes_of(const std::vector<FileFinding>& findings);

}  // namespace gcmock
