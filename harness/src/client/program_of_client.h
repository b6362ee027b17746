// The program that a client profile names, told what the environment contract tells it.
#pragma once

#include "client/child_process.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

Program program_of(const ClientProfile& profile, const ClientEnvironment& environment);

/// How a process that ended too soon is spoken of: "exit code 3", "a signal".
std::string wording_of(const Ended& ended);

}  // namespace gcmock
