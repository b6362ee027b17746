// How a credential is called that a world never issued.
#pragma once

#include <string>
#include <string_view>

namespace gcmock {

/// The label of its fingerprint: "unknown-1f2e3d4c". The same value has the same one.
std::string label_of_unknown(std::string_view value);

}  // namespace gcmock
