// Says no more, and stays.
#include "engine/action_effects.h"

namespace gcmock {

void deliver(const FallSilent& silence, Draft& draft) {
  draft.send_until(offset_of(silence.at, draft));
  draft.end_with(Mute{});
}

}  // namespace gcmock
