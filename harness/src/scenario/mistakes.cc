// From a mistake and its spot to a diagnostic that stands for itself.
#include "scenario/mistakes.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gcmock {
namespace {

Diagnostic diagnostic_of(const Mistake& mistake) {
  Diagnostic diagnostic;
  const Excerpt excerpt = mistake.spot.source->excerpt(mistake.spot.range);
  diagnostic.code = mistake.code;
  diagnostic.place = mistake.spot.place();
  diagnostic.line_text = excerpt.line;
  diagnostic.length = excerpt.length;
  diagnostic.frame_column = excerpt.column;
  diagnostic.what = mistake.what;
  diagnostic.fix = mistake.fix;
  return diagnostic;
}

}  // namespace

void Mistakes::add(const Mistake& mistake) {
  diagnostics_.push_back(diagnostic_of(mistake));
}

void Mistakes::add(const Mistake& mistake, const Spot& also, std::string also_what) {
  Diagnostic diagnostic = diagnostic_of(mistake);
  diagnostic.also = also.place();
  diagnostic.also_what = std::move(also_what);
  diagnostics_.push_back(std::move(diagnostic));
}

void Mistakes::add(const std::string& file, std::string code, std::string what, std::string fix) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.place.file = file;
  diagnostic.what = std::move(what);
  diagnostic.fix = std::move(fix);
  diagnostics_.push_back(std::move(diagnostic));
}

void Mistakes::improve_fix(const SourcePlace& place, std::string_view code, const std::string& fix) {
  for (Diagnostic& diagnostic : diagnostics_) {
    if (diagnostic.place == place && diagnostic.code == code) diagnostic.fix = fix;
  }
}

std::vector<Diagnostic> Mistakes::sorted() const {
  std::vector<Diagnostic> sorted = diagnostics_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& one, const Diagnostic& other) {
    return std::tie(one.place.file, one.place.line, one.place.column) <
           std::tie(other.place.file, other.place.line, other.place.column);
  });
  return sorted;
}

}  // namespace gcmock
