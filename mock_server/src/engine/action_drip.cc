// A few bytes at a time.
#include "engine/action_effects.h"

namespace gcmock {

void deliver(const Drip& drip, Draft& draft) {
  draft.pace = drip;
}

}  // namespace gcmock
