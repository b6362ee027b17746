// `gcmock reference`: the pages of docs/reference, from the command table and the schemas.
#include <algorithm>
#include <array>
#include <ostream>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/commands_reference.h"
#include "cli/embedded_schemas.h"
#include "cli/exit_codes.h"
#include "cli/reference_pages.h"
#include "cli/schema_reference.h"

namespace gcmock {
namespace {

struct PageOfSchema {
  std::string_view page;
  std::string_view schema;
};
constexpr std::array pages_of_schemas{PageOfSchema{"scenario", "scenario"}, PageOfSchema{"world", "world"},
                                      PageOfSchema{"client-profile", "client"}, PageOfSchema{"report", "report"}};

}  // namespace

std::vector<std::string> reference_pages() {
  std::vector<std::string> names{"commands"};
  for (const PageOfSchema& each : pages_of_schemas) names.emplace_back(each.page);
  return names;
}

std::string reference_page(std::string_view name) {
  const auto found = std::find_if(pages_of_schemas.begin(), pages_of_schemas.end(),
                                  [&](const PageOfSchema& each) { return each.page == name; });
  if (found == pages_of_schemas.end()) return commands_reference(describe_command_line());
  const auto schemas = embedded_schemas();
  const auto schema = std::find_if(schemas.begin(), schemas.end(),
                                   [&](const EmbeddedSchema& each) { return each.name == found->schema; });
  return schema_reference(found->page, schema->text);
}

int perform(const ReferenceCommand& command, Terminal& terminal) {
  terminal.out << reference_page(command.page);
  return exit_ok;
}

}  // namespace gcmock
