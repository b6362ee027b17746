// clang-format off
#include "engine/engine.h"
#include "gcmock/harness/result.h"
#include "gcmock/domain/world.h"
  #  include <nlohmann/json.hpp>
#include <mutex>
#include <chrono>
