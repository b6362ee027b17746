// The clock of the mock, asked and moved.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "admin/admin_routes.h"
#include "gcmock/domain/duration.h"
#include "gcmock/domain/time.h"

namespace gcmock {
namespace {

using nlohmann::json;

constexpr const char* form = R"(send {"advance": "25h"}: a whole number and ms, s, m, h or d)";

HttpAnswer tell(const MovableClock& clock) {
  return admin_answer(200, json{{"now", rfc3339(clock.now())}}.dump());
}

HttpAnswer move(MovableClock& clock, const std::string& body) {
  const json told = json::parse(body, nullptr, false);
  if (!told.is_object() || told.size() != 1 || !told.contains("advance") || !told["advance"].is_string())
    return admin_mistake(400, form);
  const auto by = duration_from(told["advance"].get<std::string>());
  if (!by) return admin_mistake(400, std::string("this is no duration; ") + form);
  clock.advance(*by);
  return tell(clock);
}

}  // namespace

std::vector<AdminRoute> clock_routes(MovableClock& clock) {
  return {{"GET", "/clock", [&clock](const std::string&) { return tell(clock); }},
          {"POST", "/clock", [&clock](const std::string& body) { return move(clock, body); }}};
}

}  // namespace gcmock
