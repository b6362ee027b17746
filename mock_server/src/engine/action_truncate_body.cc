// The end of a body left out, under a framing that says so: whole by HTTP, broken as JSON.
#include <algorithm>

#include "engine/action_effects.h"
#include "engine/json_body.h"

namespace gcmock {
namespace {

std::size_t without(std::size_t size, std::size_t bytes) {
  return size - std::min(size, bytes);
}

// Cut at a character: half of one is no UTF-8, and the journal is.
void shorten_shown(std::string& text, std::size_t bytes) {
  auto end = without(text.size(), bytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
}

}  // namespace

void edit(const TruncateBody& truncate, const Edit& edit) {
  auto& reply = edit.reply;
  reply.answer.body.resize(without(reply.answer.body.size(), truncate.bytes));
  shorten_shown(reply.shown_body, truncate.bytes);
  reply.has_refresh_token = tells_a_refresh_token(reply.answer);
}

}  // namespace gcmock
