// Clients under test that are programs: spoken to line by line (session), or run once (command).
#pragma once

#include <memory>

#include "client/clock_preflight.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// `preflight` is that of the profile, and shared by all its clients.
std::unique_ptr<ClientUnderTest> make_session_client(const ClientProfile& profile,
                                                     std::shared_ptr<ClockPreflight> preflight);
std::unique_ptr<ClientUnderTest> make_command_client(const ClientProfile& profile,
                                                     std::shared_ptr<ClockPreflight> preflight);

}  // namespace gcmock
