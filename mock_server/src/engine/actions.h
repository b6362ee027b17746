// What the actions of a rule do to a reply, and to its delivery.
#pragma once

#include <string_view>
#include <vector>

#include "engine/action_effects.h"
#include "gcmock/script/script.h"

namespace gcmock {

/// What a rule at `instead_of_ruling` makes of a request.
enum class Instead {
  answers,  ///< it makes an answer: policy is not asked
  loses,    ///< it ends the connection without an answer of its own: the request is lost before it had an effect
  edits,    ///< neither: policy rules as ever
};

Instead instead_of_ruling(const std::vector<Action>& actions);

/// Edits of the reply, in the order of the actions; then its framing.
void apply(const std::vector<Action>& actions, const Edit& edit);

/// What the actions make of the delivery of an answer, whose bytes are in `delivery` and whose body starts at
/// `head_size`. Nothing follows the end of the connection. `chance` is of this exchange.
void shape(const std::vector<Action>& actions, Delivery& delivery, std::size_t head_size, const Chance& chance);

}  // namespace gcmock
