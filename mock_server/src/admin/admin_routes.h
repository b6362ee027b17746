// What the admin surface offers: a table of methods and paths, and what each does. One file a family of routes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "gcmock/seams/seams.h"
#include "wire/http_message.h"

namespace gcmock {

struct AdminRoute {
  std::string method;
  std::string path;  ///< below /__gcmock
  std::function<HttpAnswer(const std::string& body)> perform;
};

/// GET /clock: what domain time it is. POST /clock {"advance": "25h"}: moves it, and says what time it is then.
std::vector<AdminRoute> clock_routes(MovableClock& clock);

/// All of them. What they are about must outlive them.
std::vector<AdminRoute> admin_routes(MovableClock& clock);

HttpAnswer admin_answer(int status, const std::string& json);
/// `what` is for a person: what is wrong, and what would be right.
HttpAnswer admin_mistake(int status, const std::string& what);

}  // namespace gcmock
