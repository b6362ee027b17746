// Refuses as policy would, without asking it.
#include <utility>

#include "engine/action_effects.h"

namespace gcmock {

void edit(const Refuse& refuse_for, const Edit& edit) {
  auto refused =
      refuse(edit.world, edit.question,
             {.reason = refuse_for.reason, .detail = {}, .retry_after = refuse_for.retry_after, .revokes_family = {}},
             edit.correlation_id);
  edit.reply.answer = std::move(refused.answer);
  edit.reply.shown_body = std::move(refused.shown_body);
  edit.reply.refusal = refused.refusal;
  edit.reply.error_code = std::move(refused.error_code);
  edit.reply.has_refresh_token = false;
  edit.reply.retry_after = refused.retry_after;
}

}  // namespace gcmock
