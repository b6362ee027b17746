// What the actions of a rule do to a reply, and to its delivery.
#pragma once

#include <string_view>
#include <vector>

#include "engine/reply.h"
#include "gcmock/script/script.h"

namespace gcmock {

/// What a rule at `instead_of_ruling` makes of a request.
enum class Instead {
  answers,  ///< it refuses or responds: policy is not asked
  loses,    ///< it cuts without an answer of its own: the request is lost before it had an effect
  edits,    ///< it only delays or omits: policy rules as ever
};

Instead instead_of_ruling(const std::vector<Action>& actions);

/// Refuse and Respond replace the answer, OmitMembers edits it; in the order of the actions.
void apply(const std::vector<Action>& actions, Reply& reply, const World& world, const Question& question,
           const Credentials& credentials, std::string_view correlation_id);

/// Delay and Cut as steps over the bytes of an answer whose body starts at `head_size`. Nothing follows a cut.
std::vector<DeliveryStep> delivery_steps(const std::vector<Action>& actions, const SerialisedAnswer& answer);

}  // namespace gcmock
