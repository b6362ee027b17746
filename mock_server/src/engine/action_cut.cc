// Ends the connection at a point of the answer.
#include "engine/action_effects.h"

namespace gcmock {
namespace {

DeliveryStep step_of(CutHow how) {
  switch (how) {
    case CutHow::close:
      return Close{};
    case CutHow::reset:
      return Reset{};
    case CutHow::half_close:
      return HalfClose{};
  }
  return Close{};
}

}  // namespace

std::size_t offset_of(CutPoint point, const Draft& draft) {
  const auto size = draft.delivery.bytes.size();
  if (size == 0) return 0;
  const auto body_size = size - draft.head_size;
  switch (point) {
    case CutPoint::before_headers:
      return 0;
    case CutPoint::inside_headers:
      return draft.head_size / 2;
    // Without a body the last byte of the head is what can be missing.
    case CutPoint::inside_body:
      return body_size > 0 ? draft.head_size + body_size / 2 : draft.head_size - 1;
    case CutPoint::after_body:
      return size;
  }
  return 0;
}

void deliver(const Cut& cut, Draft& draft) {
  draft.send_until(offset_of(cut.at, draft));
  draft.end_with(step_of(cut.how));
}

}  // namespace gcmock
