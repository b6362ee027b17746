// Applies actions: see actions.h. Scripted answers are rare, so that a JSON document tree costs nothing here.
#include "engine/actions.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "wire/http_message.h"

namespace gcmock {
namespace {

using Json = nlohmann::ordered_json;

Json parse(const std::string& body) {
  return Json::parse(body, nullptr, false);
}

std::string text_of(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// OAuth `error`, or the API's `code`.
std::string error_code_in(const std::string& body) {
  const auto document = parse(body);
  if (!document.is_object()) return {};
  for (const char* member : {"error", "code"}) {
    const auto found = document.find(member);
    if (found != document.end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

std::optional<std::chrono::seconds> retry_after_in(const Headers& headers) {
  for (const auto& [name, value] : headers) {
    if (!same_name(name, "Retry-After")) continue;
    long seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error == std::errc{} && end == value.data() + value.size()) return std::chrono::seconds{seconds};
  }
  return std::nullopt;
}

bool tells_a_refresh_token(const HttpAnswer& answer) {
  if (answer.status != 200) return false;
  const auto document = parse(answer.body);
  if (!document.is_object()) return false;
  const auto found = document.find("refresh_token");
  return found != document.end() && found->is_string() && !found->get_ref<const std::string&>().empty();
}

void omit(const std::vector<std::string>& names, std::string& body) {
  auto document = parse(body);
  if (!document.is_object()) return;
  for (const auto& name : names) document.erase(name);
  body = text_of(document);
}

struct Edit {
  Reply& reply;
  const World& world;
  const Question& question;
  const Credentials& credentials;
  std::string_view correlation_id;

  void operator()(const Refuse& refuse_for) const {
    auto refused =
        refuse(world, question,
               {.reason = refuse_for.reason, .detail = {}, .retry_after = refuse_for.retry_after, .revokes_family = {}},
               correlation_id);
    reply.answer = std::move(refused.answer);
    reply.shown_body = std::move(refused.shown_body);
    reply.refusal = refused.refusal;
    reply.error_code = std::move(refused.error_code);
    reply.has_refresh_token = false;
    reply.retry_after = refused.retry_after;
  }

  void operator()(const Respond& respond) const {
    std::vector<Fingerprint> ignored;
    reply.answer = {respond.status, respond.headers, respond.body};
    reply.shown_body = credentials.redact(respond.body, reply.subject, ignored);
    reply.error_code = respond.status >= 400 ? error_code_in(reply.shown_body) : std::string{};
    reply.retry_after = retry_after_in(respond.headers);
    reply.has_refresh_token = tells_a_refresh_token(reply.answer);
  }

  void operator()(const OmitMembers& members) const {
    omit(members.names, reply.answer.body);
    omit(members.names, reply.shown_body);
    reply.has_refresh_token = tells_a_refresh_token(reply.answer);
  }

  void operator()(const Delay&) const {}
  void operator()(const Cut&) const {}
  void operator()(const WorldEvent&) const {}  // the engine makes them, when the answer stands
};

std::size_t offset_of(CutPoint point, const SerialisedAnswer& answer) {
  const auto body_size = answer.bytes.size() - answer.head_size;
  switch (point) {
    case CutPoint::before_headers:
      return 0;
    case CutPoint::inside_headers:
      return answer.head_size / 2;
    // Without a body the last byte of the head is what can be missing.
    case CutPoint::inside_body:
      return body_size > 0 ? answer.head_size + body_size / 2 : answer.head_size - 1;
    case CutPoint::after_body:
      return answer.bytes.size();
  }
  return 0;
}

}  // namespace

Instead instead_of_ruling(const std::vector<Action>& actions) {
  auto instead = Instead::edits;
  for (const auto& action : actions) {
    const bool answers = std::holds_alternative<Refuse>(action) || std::holds_alternative<Respond>(action);
    if (answers) return Instead::answers;
    if (std::holds_alternative<Cut>(action)) instead = Instead::loses;
  }
  return instead;
}

void apply(const std::vector<Action>& actions, Reply& reply, const World& world, const Question& question,
           const Credentials& credentials, std::string_view correlation_id) {
  for (const auto& action : actions) std::visit(Edit{reply, world, question, credentials, correlation_id}, action);
}

std::vector<DeliveryStep> delivery_steps(const std::vector<Action>& actions, const SerialisedAnswer& answer) {
  std::vector<DeliveryStep> steps;
  for (const auto& action : actions) {
    if (const auto* delay = std::get_if<Delay>(&action)) steps.emplace_back(Wait{delay->by});
    const auto* cut = std::get_if<Cut>(&action);
    if (cut == nullptr) continue;
    const auto offset = answer.bytes.empty() ? 0 : offset_of(cut->at, answer);
    if (offset > 0) steps.emplace_back(SendUntil{offset});
    steps.push_back(cut->how == CutHow::reset ? DeliveryStep(Reset{}) : DeliveryStep(Close{}));
    break;
  }
  return steps;
}

}  // namespace gcmock
