// The shape of every object that people write: its keys, and which of them are needed. The schemas under
// scenarios/schema say the same to editors; a test compares the two.
#pragma once

#include <span>
#include <string_view>

namespace gcmock {

enum class Need { optional, required };

struct Key {
  std::string_view name;
  Need need = Need::optional;
  std::string_view example = {};  ///< of a value, for who left out a required key
};

struct Shape {
  std::string_view schema;  ///< where the schema has it: "world#org"; "world": the file's outermost object
  std::string_view said;    ///< in messages: "an org"
  std::span<const Key> keys;
};

namespace shapes {

extern const Shape world, refresh, org, user, client, authorization, limits, limit, limit_answers, answer, access_token,
    refresh_token, code, saml_assertion;
extern const Shape details, role, role_settings, capacity, division, integration_type, integration;
extern const Shape group, trust, trusted_member, pairing;
extern const Shape scenario, client_settings, step, advance, rule, when, earlier, refuse, respond_action, respond, fail,
    retry_after, redirect, omit, set, set_headers, replace_body, truncate_body, wrong_length, broken_chunks, delay,
    drawn_time, lognormal, drip_action, drip, cut, silence, garbage, close_idle, next_connections, gate_action, gate;
extern const Shape event_client, event_client_state, event_authorization, event_scopes, event_roles, event_holder,
    event_token, event_org_status, event_user_status, event_limit;
extern const Shape expect, count, pattern, never, after, ledger, waiver;
extern const Shape server, server_of_client, clock;
extern const Shape profile;
extern const Shape needs;

}  // namespace shapes

std::span<const Shape* const> all_shapes();

}  // namespace gcmock
