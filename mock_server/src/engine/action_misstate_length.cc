// A Content-Length that lies: too long, and the client waits for bytes that never come; too short, and the rest of the
// body stands where the next answer should.
#include <algorithm>

#include "engine/action_effects.h"

namespace gcmock {

void frame(const MisstateLength& length, HttpAnswer& answer) {
  const auto size = static_cast<long long>(answer.body.size());
  std::erase_if(answer.headers, [](const auto& header) { return same_name(header.first, "Content-Length"); });
  answer.headers.emplace_back("Content-Length", std::to_string(std::max(size + length.by, 0LL)));
}

void deliver(const MisstateLength& length, Draft& draft) {
  draft.delivery.wholeness = Wholeness::spoilt;
  switch (length.then) {
    case Afterwards::close:
      draft.send_all();
      draft.end_with(Close{});
      return;
    case Afterwards::stay_open:
      if (length.by < 0) return;
      // A server that believes that there is more to send does not close, whatever the client asked for.
      draft.send_all();
      draft.end_with(Mute{});
      return;
  }
}

}  // namespace gcmock
