// Readers of actions: each is given the object with the action's key, and tells what is wrong with it.
#pragma once

#include "gcmock/script/actions.h"
#include "scenario/fields.h"

namespace gcmock {

// answer_actions.cc
Action read_refuse(const JsonValue& value, Mistakes& mistakes);
Action read_respond(const JsonValue& value, Mistakes& mistakes);
Action read_fail(const JsonValue& value, Mistakes& mistakes);
Action read_redirect(const JsonValue& value, Mistakes& mistakes);

// edit_actions.cc
Action read_omit(const JsonValue& value, Mistakes& mistakes);
Action read_set(const JsonValue& value, Mistakes& mistakes);
Action read_set_headers(const JsonValue& value, Mistakes& mistakes);
Action read_replace_body(const JsonValue& value, Mistakes& mistakes);
Action read_truncate_body(const JsonValue& value, Mistakes& mistakes);
Action read_wrong_length(const JsonValue& value, Mistakes& mistakes);
Action read_broken_chunks(const JsonValue& value, Mistakes& mistakes);

// delivery_actions.cc
Action read_delay(const JsonValue& value, Mistakes& mistakes);
Action read_drip(const JsonValue& value, Mistakes& mistakes);
Action read_cut(const JsonValue& value, Mistakes& mistakes);
Action read_silence(const JsonValue& value, Mistakes& mistakes);
Action read_garbage(const JsonValue& value, Mistakes& mistakes);
Action read_close_idle(const JsonValue& value, Mistakes& mistakes);
Action read_next_connections(const JsonValue& value, Mistakes& mistakes);
Action read_gate(const JsonValue& value, Mistakes& mistakes);
Action read_advance_clock(const JsonValue& value, Mistakes& mistakes);

}  // namespace gcmock
