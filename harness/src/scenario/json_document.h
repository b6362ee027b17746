// Reads JSON as people write it, and keeps the place of everything.
//
// nlohmann's parser is not used here: 3.11.2 forgives no trailing comma, tells no value's place, names the wrong line
// at line ends and prints what it read, secrets too. The tests hold this reader against it, as an oracle.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenario/json_value.h"
#include "scenario/mistakes.h"
#include "scenario/source_text.h"

namespace gcmock {

/// RFC 8259, with `//` and `/* */` comments and trailing commas forgiven. Refused: duplicate keys (with both places),
/// more than 64 levels, what is not UTF-8, anything behind the value. The first syntax error ends the reading.
std::optional<JsonValue> read_json(const std::shared_ptr<const SourceText>& source, Mistakes& mistakes);

/// The same for a file of at most 4 MiB.
std::optional<JsonValue> read_json_file(const std::string& file, Mistakes& mistakes);

/// A file, and what was told of its syntax.
struct ParsedFile {
  std::string file;
  std::optional<JsonValue> json;
  std::vector<FileFinding> told;
};
ParsedFile parse_file(const std::string& file);
/// As if `file` held `text`.
ParsedFile parse_text(const std::string& file, std::string text);

}  // namespace gcmock
