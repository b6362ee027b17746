// docs/reference/world.md and its like: a JSON schema as a Markdown page.
#pragma once

#include <string>
#include <string_view>

namespace gcmock {

/// A section for the whole and for each definition, in the schema's order: keys with type, default, meaning, example.
/// `page` names it: "client-profile".
std::string schema_reference(std::string_view page, std::string_view schema);

}  // namespace gcmock
