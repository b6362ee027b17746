#include "scenario/event_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gcmock/seams/seams.h"
#include "scenario/scenario_words.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

/// One event's members, and what its names are held against.
struct EventReading {
  const Fields& fields;
  const JsonMember& event;
  const Cast& cast;
  std::uint64_t seed;
  Mistakes& mistakes;

  [[nodiscard]] OrgName org() const {
    const std::optional<Text> org = fields.text("org");
    if (org) cast.check_org(*org, mistakes);
    return OrgName(org.value_or(Text{}).text);
  }
  [[nodiscard]] ClientId client() const {
    const std::optional<Text> client = fields.text("client");
    if (client) cast.check_client(*client, mistakes);
    return ClientId(client.value_or(Text{}).text);
  }
  [[nodiscard]] UserName user() const {
    const std::optional<Text> user = fields.text("user");
    if (user) cast.check_user(*user, org(), mistakes);
    return UserName(user.value_or(Text{}).text);
  }
  template <class Name>
  [[nodiscard]] std::vector<Name> names(std::string_view key) const {
    std::vector<Name> names;
    for (const Text& text : fields.texts(key)) names.emplace_back(text.text);
    return names;
  }
  /// By its label: "secondary/refresh-main", or one that is yet to be issued.
  [[nodiscard]] std::string token() const {
    const std::optional<Text> token = fields.said("token");
    if (!token) return {};
    const auto slash = token->text.find('/');
    const std::string_view kind = std::string_view(token->text).substr(std::min(slash, token->text.size() - 1) + 1);
    const bool is_label = slash != std::string::npos &&
                          (kind.starts_with("refresh-") || kind.starts_with("access-") || kind.starts_with("code-"));
    if (is_label) {
      cast.check_org({token->text.substr(0, slash), token->spot}, mistakes);
    } else {
      mistakes.add({"GC207", token->spot, fmt::format("\"{}\" is no label of a token", token->text),
                    "org, kind and name as reports show them: \"secondary/refresh-main\", \"secondary/access-2\""});
    }
    return token->text;
  }

  /// Of a client or of a user: one of the two must be said.
  [[nodiscard]] bool is_of_user() const {
    const bool of_user = fields.has("user");
    if (of_user == fields.has("client")) {
      mistakes.add({"GC208", event.key_spot, fmt::format("\"{}\" is about a client or about a user", event.key),
                    "say \"client\" or \"user\", and not both"});
    }
    return of_user;
  }
};

// The same in every run; the place in the file makes two rotations of one scenario differ.
WorldChange rotate_secret(const EventReading& reading) {
  SetClientSecret set{reading.org(), reading.client(), {}};
  const auto place = reading.event.key_spot.place();
  set.secret = SeededIds(reading.seed)
                   .credential(CredentialKind::client_secret, fmt::format("{}/secret-{}-rotated-{}-{}", set.org.value,
                                                                          set.client.value, place.line, place.column));
  return set;
}

WorldChange adjust_roles(const EventReading& reading, std::vector<RoleName> give, std::vector<RoleName> take) {
  if (reading.is_of_user()) return AdjustUserRoles{reading.org(), reading.user(), std::move(give), std::move(take)};
  return AdjustClientRoles{reading.org(), reading.client(), std::move(give), std::move(take)};
}

WorldChange revoke_tokens(const EventReading& reading) {
  if (reading.is_of_user()) return RevokeTokensOfUser{reading.org(), reading.user()};
  return RevokeTokensOfClient{reading.org(), reading.client()};
}

WorldChange set_limit(const EventReading& reading) {
  SetLimit set{reading.org(), reading.fields.word("limit", words::limits_of).value_or(LimitOf::token_requests), {}};
  const auto requests = reading.fields.integer("requests", 0);
  if (requests) {
    set.limit = RateLimit{.requests = *requests, .window = std::chrono::seconds{60}};
    set.limit->window = reading.fields.seconds("window", Span::positive).value_or(set.limit->window);
  }
  return set;
}

struct EventKind {
  std::string_view key;
  const Shape& shape;
  WorldChange (*read)(const EventReading& reading);
};

const std::array<EventKind, 15>& event_kinds() {
  using R = EventReading;
  static const std::array<EventKind, 15> kinds = {{
      {"rotate_secret", shapes::event_client, rotate_secret},
      {"delete_client", shapes::event_client,
       [](const R& r) -> WorldChange {
         return RemoveClient{r.org(), r.client()};
       }},
      {"set_client_state", shapes::event_client_state,
       [](const R& r) -> WorldChange {
         return SetClientState{r.org(), r.client(),
                               r.fields.word("state", words::client_states).value_or(ClientState::active)};
       }},
      {"set_authorization", shapes::event_authorization,
       [](const R& r) -> WorldChange {
         return SetAuthorizationState{
             r.org(), r.client(),
             r.fields.word("state", words::authorization_states).value_or(AuthorizationState::authorized)};
       }},
      {"give_scopes", shapes::event_scopes,
       [](const R& r) -> WorldChange {
         return AdjustClientScopes{r.org(), r.client(), r.names<Scope>("scopes"), {}};
       }},
      {"take_scopes", shapes::event_scopes,
       [](const R& r) -> WorldChange {
         return AdjustClientScopes{r.org(), r.client(), {}, r.names<Scope>("scopes")};
       }},
      {"give_roles", shapes::event_roles, [](const R& r) { return adjust_roles(r, r.names<RoleName>("roles"), {}); }},
      {"take_roles", shapes::event_roles, [](const R& r) { return adjust_roles(r, {}, r.names<RoleName>("roles")); }},
      {"revoke_token", shapes::event_token, [](const R& r) -> WorldChange { return RevokeToken{r.token()}; }},
      {"revoke_family", shapes::event_token, [](const R& r) -> WorldChange { return RevokeFamily{r.token()}; }},
      {"revoke_tokens", shapes::event_holder, revoke_tokens},
      {"expire_token", shapes::event_token, [](const R& r) -> WorldChange { return ExpireToken{r.token()}; }},
      {"set_org_status", shapes::event_org_status,
       [](const R& r) -> WorldChange {
         return SetOrgStatus{r.org(), r.fields.word("status", words::org_statuses).value_or(OrgStatus::active)};
       }},
      {"set_user_status", shapes::event_user_status,
       [](const R& r) -> WorldChange {
         return SetUserStatus{r.org(), r.user(),
                              r.fields.word("status", words::user_statuses).value_or(UserStatus::active)};
       }},
      {"set_limit", shapes::event_limit, set_limit},
  }};
  return kinds;
}

}  // namespace

std::vector<std::string_view> event_keys() {
  std::vector<std::string_view> keys;
  for (const EventKind& kind : event_kinds()) keys.push_back(kind.key);
  return keys;
}

const Shape* shape_of_event(std::string_view key) {
  const auto& kinds = event_kinds();
  const auto kind = std::ranges::find(kinds, key, &EventKind::key);
  return kind == kinds.end() ? nullptr : &kind->shape;
}

const JsonMember* find_event(const JsonValue& value) {
  for (const EventKind& kind : event_kinds()) {
    if (const JsonMember* found = value.find(kind.key)) return found;
  }
  return nullptr;
}

std::optional<WorldChange> read_event(const JsonMember& event, const Cast& cast, std::uint64_t seed,
                                      Mistakes& mistakes) {
  const auto& kinds = event_kinds();
  const auto kind = std::ranges::find(kinds, event.key, &EventKind::key);
  if (kind == kinds.end()) return std::nullopt;
  const std::size_t before = mistakes.count();
  const Fields fields(event.value, kind->shape, mistakes);
  WorldChange change = kind->read({fields, event, cast, seed, mistakes});
  return mistakes.count() == before ? std::optional(std::move(change)) : std::nullopt;
}

}  // namespace gcmock
