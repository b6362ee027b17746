// The built-in client under test: correct, in this process, and written to be read as a model.
#pragma once

#include <memory>

#include "client/conduct.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// One that conducts itself as said: by default correctly.
std::unique_ptr<ClientUnderTest> make_reference_client(Conduct conduct = {});

}  // namespace gcmock
