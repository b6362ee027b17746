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

std::optional<std::string> text_in(const json& object, const char* member) {
  if (!object.is_object() || !object.contains(member) || !object[member].is_string()) return std::nullopt;
  return object[member].get<std::string>();
}

}  // namespace

std::string request_line(const ClientCall& call) {
  json line = {{"do", to_string(call.verb)}, {"org", call.org.value}, {"parallel", call.parallel}};
  if (call.verb == Verb::call) {
    line["path"] = call.path;
    line["method"] = call.method;
    add_body(line, call);
  }
  if (call.verb == Verb::authorize) {
    line["login_hint"] = call.login_hint.empty() ? call.org.value : call.login_hint;
    if (!call.target.empty()) line["target"] = call.target;
  }
  return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<ClientAnswer> read_reply(std::string_view line) {
  const json reply = json::parse(line, nullptr, false);
  if (const auto why = text_in(reply, "cannot_do")) return ClientBroke{ClientBroke::How::cannot_do, *why};
  const auto word = text_in(reply, "outcome");
  const std::optional<Outcome> outcome = word ? outcome_from(*word) : std::nullopt;
  if (!outcome) return std::nullopt;
  return ClientReply{*outcome, text_in(reply, "detail").value_or("")};
}

std::string now_request_line() {
  return R"({"do":"now"})";
}

std::optional<std::chrono::milliseconds> read_now(std::string_view line) {
  constexpr double latest = 1e15;  // the year 33658: what is beyond it is no time, and does not fit
  const json reply = json::parse(line, nullptr, false);
  if (!reply.is_object() || !reply.contains("now_ms") || !reply["now_ms"].is_number()) return std::nullopt;
  const double now = reply["now_ms"].get<double>();
  if (now < 0 || now > latest) return std::nullopt;
  return std::chrono::milliseconds{static_cast<std::chrono::milliseconds::rep>(now)};
}

}  // namespace gcmock
