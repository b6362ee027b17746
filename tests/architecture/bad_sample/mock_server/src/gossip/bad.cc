// clang-format off
#include "gcmock/domain/world.h"
