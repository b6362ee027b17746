// GitHub's workflow commands: data and properties are escaped as its runner unescapes them (actions/toolkit,
// command.ts).
#include <fmt/format.h>

#include "checking/finding_forms.h"

namespace gcmock {
namespace {

enum class Part { data, property };

std::string escaped(std::string_view text, Part part) {
  std::string out;
  for (const char c : text) {
    const bool is_escaped = c == '%' || c == '\r' || c == '\n' || (part == Part::property && (c == ':' || c == ','));
    out += is_escaped ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string annotation_of(const FileFinding& finding) {
  const Diagnostic& told = finding.diagnostic;
  std::string place = "file=" + escaped(told.place.file, Part::property);
  if (told.place.line > 0) {
    place += fmt::format(",line={},col={},endColumn={}", told.place.line, told.place.column,
                         told.place.column + told.length);
  }
  const std::string_view level = finding.weight == FileFinding::Weight::mistake ? "error" : "warning";
  const std::string what = told.fix.empty() ? told.what : told.what + "\n" + told.fix;
  return fmt::format("::{} {},title={}::{}\n", level, place, escaped(told.code, Part::property),
                     escaped(what, Part::data));
}

}  // namespace

std::string findings_as_annotations(const std::vector<FileFinding>& findings) {
  std::string out;
  for (const FileFinding& finding : findings) out += annotation_of(finding);
  return out;
}

}  // namespace gcmock
