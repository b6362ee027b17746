#include "client/reply_line.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace gcmock {

using nlohmann::json;

namespace {

constexpr std::string_view json_type = "application/json";

// JSON goes as JSON; what is none, or is to be sent as something else, as a text with its type.
void add_body(json& line, const ClientCall& call) {
  if (!call.body) return;
  json body = json::parse(*call.body, nullptr, false);
  if (call.content_type == json_type && !body.is_discarded()) {
    line["body"] = std::move(body);
    return;
  }
  line["body"] = *call.body;
  line["content_type"] = call.content_type;
}

}  // namespace

std::string request_line(const ClientCall& call) {
  json line = {{"do", to_string(call.verb)}, {"org", call.org.value}, {"parallel", call.parallel}};
  if (call.verb == Verb::call) {
    line["path"] = call.path;
    line["method"] = call.method;
    add_body(line, call);
  }
  return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<ClientReply> read_reply(std::string_view line) {
  const json reply = json::parse(line, nullptr, false);
  if (!reply.is_object() || !reply.contains("outcome") || !reply["outcome"].is_string()) return std::nullopt;
  const std::optional<Outcome> outcome = outcome_from(reply["outcome"].get<std::string>());
  if (!outcome) return std::nullopt;
  const bool has_detail = reply.contains("detail") && reply["detail"].is_string();
  return ClientReply{*outcome, has_detail ? reply["detail"].get<std::string>() : std::string{}};
}

}  // namespace gcmock
