#include "admin/admin_routes.h"

#include <nlohmann/json.hpp>

namespace gcmock {

std::vector<AdminRoute> admin_routes(MovableClock& clock) {
  return clock_routes(clock);
}

HttpAnswer admin_answer(int status, const std::string& json) {
  return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, json + "\n"};
}

HttpAnswer admin_mistake(int status, const std::string& what) {
  return admin_answer(status,
                      nlohmann::json{{"error", what}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace gcmock
