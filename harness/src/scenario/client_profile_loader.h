// Reading of a client profile whose file was parsed, for whoever checks many files.
#pragma once

#include <vector>

#include "scenario/json_document.h"

namespace gcmock {

std::vector<FileFinding> findings_in_client_profile(const ParsedFile& parsed);

}  // namespace gcmock
