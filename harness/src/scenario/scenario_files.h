// Which files are scenarios, and what they are called.
#pragma once

#include <string>

namespace gcmock {

/// The file below the last folder named `scenarios`, without .json: "multi_org/healthy_two_org_refresh". Without such
/// a folder the file's own name.
std::string scenario_id(const std::string& file);

}  // namespace gcmock
