// clang-format off
#include "domain/ledger.h"
#include "gcmock/domain/world.h"
#include <httplib.h>
