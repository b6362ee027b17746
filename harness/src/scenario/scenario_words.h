// Words of scenario files and client profiles, each with what it means.
#pragma once

#include <array>
#include <vector>

#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/stage.h"
#include "gcmock/domain/world_change.h"
#include "gcmock/harness/client_under_test.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"
#include "scenario/fields.h"

namespace gcmock::words {

inline constexpr std::array verbs = {Word<Verb>{"call", Verb::call}, Word<Verb>{"login", Verb::login},
                                     Word<Verb>{"refresh", Verb::refresh}, Word<Verb>{"authorize", Verb::authorize}};
inline constexpr std::array outcomes = {
    Word<Outcome>{"ok", Outcome::ok}, Word<Outcome>{"needs_user", Outcome::needs_user},
    Word<Outcome>{"needs_admin", Outcome::needs_admin}, Word<Outcome>{"retry_later", Outcome::retry_later},
    Word<Outcome>{"failed", Outcome::failed}};
inline constexpr std::array stages = {Word<Stage>{"instead_of_ruling", Stage::instead_of_ruling},
                                      Word<Stage>{"after_settling", Stage::after_settling}};
inline constexpr std::array counted_per = {Word<CountedPer>{"rule", CountedPer::rule},
                                           Word<CountedPer>{"org", CountedPer::org}};
inline constexpr std::array limits_of = {Word<LimitOf>{"token_requests", LimitOf::token_requests},
                                         Word<LimitOf>{"api_requests", LimitOf::api_requests},
                                         Word<LimitOf>{"api_requests_per_token", LimitOf::api_requests_per_token},
                                         Word<LimitOf>{"api_requests_per_client", LimitOf::api_requests_per_client}};
inline constexpr std::array cut_points = {Word<CutPoint>{"before_headers", CutPoint::before_headers},
                                          Word<CutPoint>{"inside_headers", CutPoint::inside_headers},
                                          Word<CutPoint>{"inside_body", CutPoint::inside_body},
                                          Word<CutPoint>{"after_body", CutPoint::after_body}};
inline constexpr std::array cut_hows = {Word<CutHow>{"close", CutHow::close}, Word<CutHow>{"reset", CutHow::reset}};
/// What a token request can present, or an authorization request asks for: `implicit` is that only.
inline constexpr std::array grants = {
    Word<GrantType>{"refresh_token", GrantType::refresh_token},
    Word<GrantType>{"authorization_code", GrantType::authorization_code},
    Word<GrantType>{"client_credentials", GrantType::client_credentials},
    Word<GrantType>{"password", GrantType::password},
    Word<GrantType>{"implicit", GrantType::implicit},
    Word<GrantType>{"urn:ietf:params:oauth:grant-type:saml2-bearer", GrantType::saml2_bearer}};
inline constexpr std::array refresh_token_states = {
    Word<TokenLife>{"unspent", TokenLife::live}, Word<TokenLife>{"live", TokenLife::live},
    Word<TokenLife>{"spent", TokenLife::spent}, Word<TokenLife>{"revoked", TokenLife::revoked},
    Word<TokenLife>{"expired", TokenLife::expired}};
inline constexpr std::array access_token_states = {Word<TokenLife>{"live", TokenLife::live},
                                                   Word<TokenLife>{"revoked", TokenLife::revoked},
                                                   Word<TokenLife>{"expired", TokenLife::expired}};
inline constexpr std::array drivers = {Word<ClientProfile::Driver>{"session", ClientProfile::Driver::session},
                                       Word<ClientProfile::Driver>{"command", ClientProfile::Driver::command}};

inline std::vector<Word<Endpoint>> endpoints() {
  std::vector<Word<Endpoint>> known;
  for (const Endpoint endpoint : all_endpoints()) known.push_back({to_string(endpoint), endpoint});
  return known;
}

inline std::vector<Word<RefusalReason>> refusals() {
  std::vector<Word<RefusalReason>> known;
  for (const RefusalReason reason : all_refusal_reasons()) known.push_back({to_string(reason), reason});
  return known;
}

}  // namespace gcmock::words
