// What a client wrote besides its requests, searched for credentials.
#pragma once

#include <string>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/invariants.h"
#include "run/redactor.h"

namespace gcmock {

/// Searches both outputs, and in the scratch directory each file that is a log by its name or that others than its
/// owner may read: a file that nobody else may read is where a client may keep its tokens. Of each file the first 1
/// MiB.
Writings search_writings(const ClientOutput& output, const std::string& scratch_directory, const Redactor& redact);

}  // namespace gcmock
