// clang-format off
#include "gcmock/harness/run.h"
#include "gcmock/harness/result.h"
#include "run/performance.h"
