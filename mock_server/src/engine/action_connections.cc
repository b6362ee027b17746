// What becomes of this connection once it is idle, and of the next ones that come: the front door sees to it.
#include "engine/action_effects.h"

namespace gcmock {

void deliver(const CloseIdle& close, Draft& draft) {
  draft.delivery.idle_end = close;
}

void deliver(const NextConnections& next, Draft& draft) {
  draft.delivery.next_connections.push_back(next);
}

}  // namespace gcmock
