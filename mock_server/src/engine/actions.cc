// Walks through the actions of a rule: see actions.h. What each does is in its own file, listed in action_effects.h.
#include "engine/actions.h"

#include <algorithm>
#include <utility>

namespace gcmock {
namespace {

template <class... Actions>
constexpr bool all_have_an_effect(const std::variant<Actions...>*) {
  return (HasEffect<Actions> && ...);
}
static_assert(all_have_an_effect(static_cast<const Action*>(nullptr)), "an action is missing in action_effects.h");

template <class... Kinds>
bool is_one_of(const Action& action) {
  return (std::holds_alternative<Kinds>(action) || ...);
}

bool makes_answer(const Action& action) {
  return is_one_of<Refuse, Respond, Fail, Redirect>(action);
}

bool loses_answer(const Action& action) {
  return is_one_of<Cut, FallSilent, SendGarbage>(action);
}

}  // namespace

void Draft::send_until(std::size_t offset) {
  if (pace) {
    for (planned += pace->bytes; planned < offset; planned += pace->bytes) {
      delivery.steps.emplace_back(SendUntil{planned});
      delivery.steps.emplace_back(Wait{pace->every});
    }
  }
  if (offset > 0) delivery.steps.emplace_back(SendUntil{offset});
  planned = offset;
}

void Draft::end_with(DeliveryStep step) {
  delivery.steps.push_back(step);
  state = State::ended;
}

Instead instead_of_ruling(const std::vector<Action>& actions) {
  if (std::ranges::any_of(actions, makes_answer)) return Instead::answers;
  return std::ranges::any_of(actions, loses_answer) ? Instead::loses : Instead::edits;
}

void apply(const std::vector<Action>& actions, const Edit& edit) {
  for (const auto& action : actions) {
    std::visit(
        [&](const auto& kind) {
          if constexpr (EditsReply<std::decay_t<decltype(kind)>>) gcmock::edit(kind, edit);
        },
        action);
  }
  for (const auto& action : actions) {
    std::visit(
        [&](const auto& kind) {
          if constexpr (FramesAnswer<std::decay_t<decltype(kind)>>) frame(kind, edit.reply.answer);
        },
        action);
  }
}

void shape(const std::vector<Action>& actions, Delivery& delivery, std::size_t head_size, const Chance& chance) {
  Draft draft{.delivery = delivery, .head_size = head_size, .chance = chance};
  for (std::size_t i = 0; i < actions.size() && draft.state == Draft::State::open; ++i) {
    draft.chance = chance.of(i);
    std::visit(
        [&](const auto& kind) {
          if constexpr (ShapesDelivery<std::decay_t<decltype(kind)>>) deliver(kind, draft);
        },
        actions[i]);
  }
  if (draft.state == Draft::State::open && draft.pace) draft.send_all();
}

}  // namespace gcmock
