#include "scenario/file_finding.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace gcmock {

std::string to_string(const FileFinding& finding) {
  std::string text = to_string(finding.diagnostic);
  constexpr std::string_view as_mistake = ": error[";
  if (finding.weight == FileFinding::Weight::doubt) {
    text.replace(text.find(as_mistake), as_mistake.size(), ": warning[");
  }
  return text;
}

std::vector<FileFinding> in_order(std::vector<FileFinding> findings) {
  const auto key = [](const FileFinding& finding) {
    const SourcePlace& place = finding.diagnostic.place;
    return std::tie(place.file, place.line, place.column);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const FileFinding& one, const FileFinding& other) { return key(one) < key(other); });
  return findings;
}

std::vector<Diagnostic> mistakes_of(const std::vector<FileFinding>& findings) {
  std::vector<Diagnostic> mistakes;
  for (const FileFinding& finding : findings) {
    if (finding.weight == FileFinding::Weight::mistake) mistakes.push_back(finding.diagnostic);
  }
  return mistakes;
}

}  // namespace gcmock
