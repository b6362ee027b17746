// What each action does: one line an action and way of acting; its file says how. An action acts in one of these ways,
// or in several: it edits the reply, frames the answer when all edits are done, or has its say in the delivery.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/handler.h"
#include "engine/reply.h"
#include "script/chance.h"

namespace gcmock {

/// A reply to edit, and what an edit may look at.
struct Edit {
  Reply& reply;
  const World& world;
  const Question& question;
  const Credentials& credentials;
  std::string_view correlation_id;
  Instant now;
};

/// A delivery in the making.
struct Draft {
  Delivery& delivery;
  std::size_t head_size = 0;                             ///< where the body begins in `delivery.bytes`
  Chance chance;                                         ///< of this action of this exchange
  std::optional<Drip> pace = {};                         ///< at which what is sent goes out from now on
  std::size_t planned = 0;                               ///< bytes that the steps so far send
  enum class State { open, ended } state = State::open;  ///< ended: nothing that follows would be seen

  void send_until(std::size_t offset);
  void send_all() { send_until(delivery.bytes.size()); }
  void end_with(DeliveryStep step);
};

void edit(const Refuse& refuse_for, const Edit& edit);      // action_refuse.cc
void edit(const Respond& respond, const Edit& edit);        // action_respond.cc
void edit(const Fail& fail, const Edit& edit);              // action_fail.cc
void edit(const Redirect& redirect, const Edit& edit);      // action_redirect.cc
void edit(const OmitMembers& omit, const Edit& edit);       // action_members.cc
void edit(const SetMembers& set, const Edit& edit);         // action_members.cc
void edit(const SetHeaders& set, const Edit& edit);         // action_set_headers.cc
void edit(const ReplaceBody& replace, const Edit& edit);    // action_replace_body.cc
void edit(const TruncateBody& truncate, const Edit& edit);  // action_truncate_body.cc

void frame(const MisstateLength& length, HttpAnswer& answer);  // action_misstate_length.cc
void frame(const BreakChunks& chunks, HttpAnswer& answer);     // action_break_chunks.cc

void deliver(const MisstateLength& length, Draft& draft);  // action_misstate_length.cc
void deliver(const BreakChunks& chunks, Draft& draft);     // action_break_chunks.cc
void deliver(const Delay& delay, Draft& draft);            // action_delay.cc
void deliver(const Drip& drip, Draft& draft);              // action_drip.cc
void deliver(const Cut& cut, Draft& draft);                // action_cut.cc
void deliver(const FallSilent& silence, Draft& draft);     // action_fall_silent.cc
void deliver(const SendGarbage& garbage, Draft& draft);    // action_send_garbage.cc
void deliver(const CloseIdle& close, Draft& draft);        // action_connections.cc
void deliver(const NextConnections& next, Draft& draft);   // action_connections.cc

template <class Action>
concept EditsReply = requires(const Action& action, const Edit& what) {
  edit(action, what);
};
template <class Action>
concept FramesAnswer = requires(const Action& action, HttpAnswer& what) {
  frame(action, what);
};
template <class Action>
concept ShapesDelivery = requires(const Action& action, Draft& what) {
  deliver(action, what);
};
/// The engine itself does these, when the answer stands.
template <class Action>
concept ChangesWorld = std::same_as<Action, WorldEvent> || std::same_as<Action, AdvanceClock>;
/// The engine does this as well: it knows what else is held back.
template <class Action>
concept HoldsBack = std::same_as<Action, Gate>;
template <class Action>
concept HasEffect =
    EditsReply<Action> || FramesAnswer<Action> || ShapesDelivery<Action> || ChangesWorld<Action> || HoldsBack<Action>;

/// Where the answer of `draft` is at this point: an offset of its bytes.
std::size_t offset_of(CutPoint point, const Draft& draft);  // action_cut.cc

}  // namespace gcmock
