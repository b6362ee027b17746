// Bytes that no client can take for an answer.
#include "engine/action_effects.h"

namespace gcmock {

void deliver(const SendGarbage& garbage, Draft& draft) {
  auto& delivery = draft.delivery;
  delivery.bytes.clear();
  // Beyond ASCII: none begins a status line, and none ends a line before the connection ends.
  while (delivery.bytes.size() < garbage.bytes) {
    delivery.bytes.push_back(static_cast<char>(0x80U | draft.chance.bits() % 0x80U));
  }
  draft.head_size = delivery.bytes.size();
  delivery.wholeness = Wholeness::spoilt;
  draft.send_all();
  draft.end_with(Close{});
}

}  // namespace gcmock
