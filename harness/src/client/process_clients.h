// Clients under test that are programs: spoken to line by line (session), or run once (command).
#pragma once

#include <map>
#include <memory>

#include "client/clock_preflight.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// What the exit code of a program says came of its calls, where its profile does not say; any other is `failed`.
const std::map<int, Outcome>& usual_exit_codes();

/// `preflight` is that of the profile, and shared by all its clients.
std::unique_ptr<ClientUnderTest> make_session_client(const ClientProfile& profile,
                                                     std::shared_ptr<ClockPreflight> preflight);
std::unique_ptr<ClientUnderTest> make_command_client(const ClientProfile& profile,
                                                     std::shared_ptr<ClockPreflight> preflight);

}  // namespace gcmock
