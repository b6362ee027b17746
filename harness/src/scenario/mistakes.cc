// From a mistake and its spot to a diagnostic that stands for itself.
#include "scenario/mistakes.h"

#include <algorithm>
#include <utility>

namespace gcmock {
namespace {

using Weight = FileFinding::Weight;

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

Diagnostic diagnostic_of(const Mistake& mistake, const Spot& also, std::string also_what) {
  Diagnostic diagnostic = diagnostic_of(mistake);
  diagnostic.also = also.place();
  diagnostic.also_what = std::move(also_what);
  return diagnostic;
}

}  // namespace

void Mistakes::keep(FileFinding finding) {
  if (finding.weight == Weight::mistake) ++count_;
  findings_.push_back(std::move(finding));
}

void Mistakes::add(const Mistake& mistake) {
  keep(FileFinding{diagnostic_of(mistake), Weight::mistake, mistake.repair});
}

void Mistakes::add(const Mistake& mistake, const Spot& also, std::string also_what) {
  keep(FileFinding{diagnostic_of(mistake, also, std::move(also_what)), Weight::mistake, mistake.repair});
}

void Mistakes::add(const std::string& file, std::string code, std::string what, std::string fix) {
  FileFinding finding;
  finding.diagnostic.code = std::move(code);
  finding.diagnostic.place.file = file;
  finding.diagnostic.what = std::move(what);
  finding.diagnostic.fix = std::move(fix);
  keep(std::move(finding));
}

void Mistakes::add(const std::vector<FileFinding>& told) {
  for (const FileFinding& finding : told) keep(finding);
}

void Mistakes::doubt(const Mistake& mistake) {
  keep(FileFinding{diagnostic_of(mistake), Weight::doubt, mistake.repair});
}

void Mistakes::doubt(const Mistake& mistake, const Spot& also, std::string also_what) {
  keep(FileFinding{diagnostic_of(mistake, also, std::move(also_what)), Weight::doubt, mistake.repair});
}

void Mistakes::improve_fix(const SourcePlace& place, std::string_view code, const std::string& fix) {
  for (FileFinding& finding : findings_) {
    if (finding.diagnostic.place == place && finding.diagnostic.code == code) finding.diagnostic.fix = fix;
  }
}

std::vector<Diagnostic> Mistakes::sorted() const {
  return mistakes_of(findings());
}

std::vector<FileFinding> Mistakes::findings() const {
  return in_order(findings_);
}

}  // namespace gcmock
