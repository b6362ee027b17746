// The built-in client under test: correct, in this process, and written to be read as a model.
#pragma once

#include <memory>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {

std::unique_ptr<ClientUnderTest> make_reference_client();

}  // namespace gcmock
