// `gcmock schema`: the JSON schemas that editors complete from, as they were when gcmock was built.
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/embedded_schemas.h"
#include "cli/exit_codes.h"
#include "scenario/spelling.h"

namespace gcmock {

int perform(const SchemaCommand& command, Terminal& terminal) {
  const auto schemas = embedded_schemas();
  if (command.name.empty()) {
    for (const EmbeddedSchema& schema : schemas) terminal.out << schema.name << '\n';
    return exit_ok;
  }
  const auto found = std::find_if(schemas.begin(), schemas.end(),
                                  [&](const EmbeddedSchema& schema) { return schema.name == command.name; });
  if (found != schemas.end()) {
    terminal.out << found->text;
    return exit_ok;
  }
  std::vector<std::string> names;
  for (const EmbeddedSchema& schema : schemas) names.emplace_back(schema.name);
  terminal.err << "gcmock: no such schema: " << command.name << "; " << suggest(command.name, names, "there are none")
               << '\n';
  return exit_usage;
}

}  // namespace gcmock
