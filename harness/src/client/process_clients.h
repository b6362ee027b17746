// Clients under test that are programs: spoken to line by line (session), or run once (command).
#pragma once

#include <memory>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {

std::unique_ptr<ClientUnderTest> make_session_client(const ClientProfile& profile);
std::unique_ptr<ClientUnderTest> make_command_client(const ClientProfile& profile);

}  // namespace gcmock
