// `gcmock drift`: what a newer description of the vendor's API has otherwise than the mock.
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "contract/drift.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

void print_text(const Drift& drift, const OpenApiDocument& document, const std::string& file, std::ostream& out) {
  for (const Difference& difference : drift.differences) {
    out << to_string(document.place_of(difference.pointer)) << ": " << to_string(difference.about) << " of "
        << difference.operation << '\n'
        << "  at      " << difference.pointer << '\n'
        << "  gcmock  " << printable(difference.ours) << '\n'
        << "  theirs  " << printable(difference.theirs) << '\n';
  }
  const std::string looked_at = counted(drift.operations, "operation") + " and " + counted(drift.answers, "answer");
  if (drift.differences.empty()) {
    out << looked_at << " are as " << file << " has them\n";
  } else {
    out << counted(drift.differences.size(), "difference") << " in " << looked_at << '\n';
  }
}

void print_json(const Drift& drift, const OpenApiDocument& document, const std::string& file, std::ostream& out) {
  nlohmann::ordered_json differences = nlohmann::ordered_json::array();
  for (const Difference& difference : drift.differences) {
    const SourcePlace place = document.place_of(difference.pointer);
    differences.push_back({{"about", to_string(difference.about)},
                           {"operation", difference.operation},
                           {"pointer", difference.pointer},
                           {"line", place.line},
                           {"column", place.column},
                           {"ours", difference.ours},
                           {"theirs", difference.theirs}});
  }
  const nlohmann::ordered_json document_out{
      {"file", file}, {"operations", drift.operations}, {"answers", drift.answers}, {"differences", differences}};
  out << document_out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

}  // namespace

int perform(const DriftCommand& command, Terminal& terminal) {
  const LoadedOpenApi loaded = load_openapi(command.openapi);
  for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
  if (!loaded.document) return exit_invalid;
  const Drift drift = find_drift(*loaded.document);
  const auto print = command.form == DriftForm::json ? print_json : print_text;
  print(drift, *loaded.document, command.openapi, terminal.out);
  return drift.differences.empty() ? exit_ok : exit_failed;
}

}  // namespace gcmock
