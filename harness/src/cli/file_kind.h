// What a JSON file that a person wrote is: told by its name and by what is in it.
#pragma once

#include <string>
#include <vector>

#include "gcmock/harness/diagnostic.h"

namespace gcmock {

enum class FileKind { world, scenario, client_profile };

/// client.json: a client profile; with "orgs" at the top, or in a folder named worlds: a world; else a scenario.
FileKind kind_of(const std::string& file);

/// All JSON files at or below each path, sorted. Left out: schemas, what npm installed, and in a client's folder
/// everything but its client.json. Throws Error for a path that does not exist.
std::vector<std::string> find_json_files(const std::vector<std::string>& paths);

/// The mistakes of the file, read as what it is.
std::vector<Diagnostic> mistakes_in(const std::string& file);

}  // namespace gcmock
