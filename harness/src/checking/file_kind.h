// What a JSON file that a person wrote is: told by its name and by what is in it.
#pragma once

#include <string>
#include <vector>

#include "scenario/json_document.h"

namespace gcmock {

enum class FileKind { world, scenario, client_profile };

/// client.json, or with "driver" at the top: a client profile; with "orgs", or no JSON in a folder named worlds: a
/// world; else a scenario.
FileKind kind_of(const ParsedFile& parsed);
FileKind kind_of(const std::string& file);

/// All JSON files at or below each path, sorted. Left out: schemas, what npm installed, and in a client's folder
/// everything but its client.json. Throws Error for a path that does not exist.
std::vector<std::string> find_json_files(const std::vector<std::string>& paths);

}  // namespace gcmock
