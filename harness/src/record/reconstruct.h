// A world and a scenario that replay what was recorded.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "record/recorded.h"

namespace gcmock {

struct ReconstructOptions {
  std::vector<std::string> org_names;  ///< of the orgs, in the order in which they are first seen
  std::string title;
  std::string world_file;       ///< as the scenario names it: relative to that
  std::string world_schema;     ///< as the world names it; empty: it names none
  std::string scenario_schema;  ///< likewise
  std::string folder;           ///< that exists, for drafts; they hold no credential
};

struct Reconstructed {
  std::string world;     ///< text of its file
  std::string scenario;  ///< likewise
  std::vector<std::string> orgs;
  std::size_t exchanges = 0;
  std::size_t same = 0;              ///< of them are answered as they were recorded when they are replayed
  std::vector<std::string> remarks;  ///< what is not, in words without credentials
};

/// Neither text holds a credential, a name of a person or an e-mail address of what was recorded. Throws Error where
/// nothing was recorded that a world can be made of.
Reconstructed reconstruct(const std::vector<RecordedExchange>& recorded, const ReconstructOptions& options);

}  // namespace gcmock
