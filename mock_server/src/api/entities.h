// Entities that several families of operations show, with members of the Platform API description (vendor_openapi).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "api/call.h"

namespace gcmock {

using Json = nlohmann::ordered_json;

/// As it goes on the wire; bytes that are no UTF-8 are replaced.
std::string text_of(const Json& entity);

/// NamedEntity.
Json named_entity(const Org& org);
/// Organization.
Json organization(const Org& org);
/// TokenInfo of the caller's token.
Json token_info(const ApiCall& call);

/// "2026-01-01T00:00:00.000Z", as the vendor writes a date-time.
std::string date_time(Instant instant);

/// OAuthClient.authorizedGrantType knows one grant; CODE stands for the code and its refresh tokens.
std::string_view authorized_grant_type(const OAuthClient& client);

/// ["a","b"] of names.
template <class JsonType = Json, class Names>
JsonType texts(const Names& names) {
  auto list = JsonType::array();
  for (const auto& name : names) list.push_back(name.value);
  return list;
}

}  // namespace gcmock
