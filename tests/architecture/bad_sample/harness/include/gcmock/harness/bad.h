// clang-format off
#include <string>
#include <nlohmann/json.hpp>
#include "scenario/json_value.h"
#include "gcmock/domain/names.h"
