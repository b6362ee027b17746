// Words of world files, each with what it means.
#pragma once

#include <array>
#include <vector>

#include "gcmock/domain/world.h"
#include "scenario/fields.h"

namespace gcmock {

/// Limits that an org has without stating them.
enum class LimitPreset { none, vendor };

}  // namespace gcmock

namespace gcmock::words {

inline constexpr std::array dialects = {Word<Dialect>{"genesys", Dialect::genesys},
                                        Word<Dialect>{"reported", Dialect::reported}};
inline constexpr std::array consents = {Word<Consent>{"auto_approve", Consent::auto_approve},
                                        Word<Consent>{"page", Consent::page}};
inline constexpr std::array scope_enforcements = {Word<ScopeEnforcement>{"off", ScopeEnforcement::off},
                                                  Word<ScopeEnforcement>{"on", ScopeEnforcement::on}};
inline constexpr std::array token_errors = {Word<TokenErrors>{"vendor", TokenErrors::vendor},
                                            Word<TokenErrors>{"rfc", TokenErrors::rfc}};
inline constexpr std::array limit_presets = {Word<LimitPreset>{"none", LimitPreset::none},
                                             Word<LimitPreset>{"vendor", LimitPreset::vendor}};
inline constexpr std::array limit_wordings = {
    Word<LimitWording>{"retry_after", LimitWording::retry_after},
    Word<LimitWording>{"requests_in_window", LimitWording::requests_in_window}};
inline constexpr std::array limit_members = {Word<LimitMember>{"left_out", LimitMember::left_out},
                                             Word<LimitMember>{"sent", LimitMember::sent}};
inline constexpr std::array token_limit_shapes = {Word<TokenLimitShape>{"error_body", TokenLimitShape::error_body},
                                                  Word<TokenLimitShape>{"oauth", TokenLimitShape::oauth}};
inline constexpr std::array judged_at = {Word<JudgedAt>{"token_request", JudgedAt::token_request},
                                         Word<JudgedAt>{"api_request", JudgedAt::api_request}};
inline constexpr std::array rotations = {Word<Rotation>{"rotate", Rotation::rotate},
                                         Word<Rotation>{"same_token", Rotation::same_token},
                                         Word<Rotation>{"none_returned", Rotation::none_returned}};
inline constexpr std::array reuse_detections = {Word<ReuseDetection>{"off", ReuseDetection::off},
                                                Word<ReuseDetection>{"revoke_family", ReuseDetection::revoke_family}};
inline constexpr std::array org_statuses = {Word<OrgStatus>{"active", OrgStatus::active},
                                            Word<OrgStatus>{"inactive", OrgStatus::inactive},
                                            Word<OrgStatus>{"deleted", OrgStatus::deleted}};
inline constexpr std::array compliances = {Word<Compliance>{"standard", Compliance::standard},
                                           Word<Compliance>{"hipaa", Compliance::hipaa}};
inline constexpr std::array org_kinds = {Word<OrgKind>{"customer", OrgKind::customer},
                                         Word<OrgKind>{"customer_care", OrgKind::customer_care}};
inline constexpr std::array user_statuses = {Word<UserStatus>{"active", UserStatus::active},
                                             Word<UserStatus>{"inactive", UserStatus::inactive}};
inline constexpr std::array client_states = {Word<ClientState>{"active", ClientState::active},
                                             Word<ClientState>{"inactive", ClientState::inactive},
                                             Word<ClientState>{"disabled", ClientState::disabled}};
inline constexpr std::array authorization_states = {
    Word<AuthorizationState>{"unauthorized", AuthorizationState::unauthorized},
    Word<AuthorizationState>{"requested", AuthorizationState::requested},
    Word<AuthorizationState>{"authorized", AuthorizationState::authorized},
    Word<AuthorizationState>{"revoked", AuthorizationState::revoked}};
inline constexpr std::array backfills = {Word<RoleSettings::Backfill>{"off", RoleSettings::Backfill::off},
                                         Word<RoleSettings::Backfill>{"on", RoleSettings::Backfill::on}};
inline constexpr std::array division_aware_grants = {
    Word<RoleSettings::DivisionAwareGrants>{"off", RoleSettings::DivisionAwareGrants::off},
    Word<RoleSettings::DivisionAwareGrants>{"on", RoleSettings::DivisionAwareGrants::on}};
inline constexpr std::array integration_states = {Word<Integration::State>{"enabled", Integration::State::enabled},
                                                  Word<Integration::State>{"disabled", Integration::State::disabled},
                                                  Word<Integration::State>{"deleted", Integration::State::deleted}};
inline constexpr std::array proof_keys = {Word<ProofKey>{"optional", ProofKey::optional},
                                          Word<ProofKey>{"required", ProofKey::required}};
inline constexpr std::array access_token_lives = {Word<InitialLife>{"live", InitialLife::live},
                                                  Word<InitialLife>{"revoked", InitialLife::revoked}};
inline constexpr std::array refresh_token_lives = {Word<InitialLife>{"live", InitialLife::live},
                                                   Word<InitialLife>{"spent", InitialLife::spent},
                                                   Word<InitialLife>{"revoked", InitialLife::revoked}};
inline constexpr std::array code_lives = {Word<InitialLife>{"live", InitialLife::live},
                                          Word<InitialLife>{"spent", InitialLife::spent}};

/// The vendor's words (vendor_openapi, OAuthClient.authorizedGrantType), then single grants in RFC 6749's.
inline const std::array<Word<std::vector<GrantType>>, 11> authorized_grant_types = {{
    {"CODE", {GrantType::authorization_code, GrantType::refresh_token}},
    {"CLIENT-CREDENTIALS", {GrantType::client_credentials}},
    {"TOKEN", {GrantType::implicit}},
    {"SAML2-BEARER", {GrantType::saml2_bearer}},
    {"PASSWORD", {GrantType::password}},
    {"authorization_code", {GrantType::authorization_code}},
    {"refresh_token", {GrantType::refresh_token}},
    {"client_credentials", {GrantType::client_credentials}},
    {"urn:ietf:params:oauth:grant-type:saml2-bearer", {GrantType::saml2_bearer}},
    {"password", {GrantType::password}},
    {"implicit", {GrantType::implicit}},
}};

}  // namespace gcmock::words
