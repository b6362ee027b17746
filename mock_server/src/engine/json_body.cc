// Reads and writes whole documents: see json_body.h.
#include "engine/json_body.h"

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

JsonBody parse(const std::string& body) {
  return JsonBody::parse(body, nullptr, false);
}

}  // namespace

void change_object(std::string& body, const std::function<void(JsonBody&)>& change) {
  auto document = parse(body);
  if (!document.is_object()) return;
  change(document);
  body = document.dump(-1, ' ', false, JsonBody::error_handler_t::replace);
}

std::string error_code_in(const std::string& body) {
  const auto document = parse(body);
  if (!document.is_object()) return {};
  for (const char* member : {"error", "code"}) {
    const auto found = document.find(member);
    if (found != document.end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

bool tells_a_refresh_token(const HttpAnswer& answer) {
  if (answer.status != 200) return false;
  const auto document = parse(answer.body);
  if (!document.is_object()) return false;
  const auto found = document.find("refresh_token");
  return found != document.end() && found->is_string() && !found->get_ref<const std::string&>().empty();
}

}  // namespace gcmock
