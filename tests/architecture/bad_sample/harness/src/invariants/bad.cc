// clang-format off
#include "gcmock/harness/result.h"
#include <thread>
