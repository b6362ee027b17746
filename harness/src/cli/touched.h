// What a saved file touches: which scenarios have to be run again.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace gcmock {

/// The files that a scenario is made of, itself and its world: absolute paths. Of one with mistakes those that they
/// stand in, too.
std::set<std::string> files_behind(const std::string& scenario_file);

/// The same of several, by their names as they are given.
using FilesBehind = std::map<std::string, std::set<std::string>>;
FilesBehind files_behind_each(const std::vector<std::string>& scenarios);

/// Of `scenarios` those that one of the saved files is behind, in their order; all, where one of them lies in the
/// client's folder. `behind`: as it was before the save; what is not in it is read now. `client`: a folder or a file of
/// one; empty: none.
std::vector<std::string> touched_by(const std::set<std::string>& saved, const std::vector<std::string>& scenarios,
                                    const FilesBehind& behind, const std::string& client);

}  // namespace gcmock
