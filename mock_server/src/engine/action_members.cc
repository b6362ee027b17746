// Members of a JSON answer left out, changed or added; the journal's body with them.
#include <nlohmann/json.hpp>

#include "engine/action_effects.h"
#include "engine/json_body.h"

namespace gcmock {
namespace {

void change_both(Reply& reply, const std::function<void(JsonBody&)>& change) {
  change_object(reply.answer.body, change);
  change_object(reply.shown_body, change);
  reply.has_refresh_token = tells_a_refresh_token(reply.answer);
}

}  // namespace

void edit(const OmitMembers& omit, const Edit& edit) {
  change_both(edit.reply, [&](JsonBody& object) {
    for (const auto& name : omit.names) object.erase(name);
  });
}

void edit(const SetMembers& set, const Edit& edit) {
  change_both(edit.reply, [&](JsonBody& object) {
    for (const auto& [name, value] : set.values) object[name] = JsonBody::parse(value);
  });
  if (edit.reply.answer.status >= 400) edit.reply.error_code = error_code_in(edit.reply.shown_body);
}

}  // namespace gcmock
