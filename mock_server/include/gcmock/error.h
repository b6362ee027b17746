// The one exception of gcmock: the environment or an invariant of ours broke.
#pragma once

#include <stdexcept>

namespace gcmock {

/// Thrown when a port is taken, a file cannot be read, or something that we hold impossible happened.
/// Never for what a client sent (that is a Ruling) nor for what a person wrote (that is a Diagnostic).
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gcmock
