// A client profile with an adapter to begin with: a small client that works, to put one's own in the place of.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "authoring/new_file.h"

namespace gcmock {

/// A file of clients/examples/<language>-session, built into the program.
struct ClientTemplate {
  std::string_view language;  ///< "javascript"
  std::string_view file;      ///< "client.mjs"
  std::string_view text;
};

std::span<const ClientTemplate> client_templates();

struct NewClient {
  std::string folder;
  std::string language = "javascript";
};

/// In the order of their names: cpp, javascript, python.
std::vector<std::string> client_languages();

/// Throws Error for a language that there is no adapter in.
std::vector<NewFile> new_client(const NewClient& client);

}  // namespace gcmock
