// Claims that are told in words, a table for each section of docs/genesys-behaviour.md. A new claim is a new line in
// one of them; GCMOCK_APPROVE=1 writes it into the page.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "gcmock/wire/evidence.h"

namespace gcmock {

struct ClaimRow {
  std::string_view id;
  std::string_view text;
  EvidenceLevel level;
  std::string_view source;
  std::string_view operations = {};  ///< operationIds whose success rests on it, with a blank between them
};

std::span<const ClaimRow> setting_claims();
std::span<const ClaimRow> host_claims();
std::span<const ClaimRow> token_claims();
std::span<const ClaimRow> login_claims();
std::span<const ClaimRow> limit_claims();
std::span<const ClaimRow> api_claims();
std::span<const ClaimRow> oauth_client_claims();
std::span<const ClaimRow> access_token_claims();
std::span<const ClaimRow> role_claims();
std::span<const ClaimRow> integration_claims();
std::span<const ClaimRow> trust_claims();

struct ClaimSection {
  std::string_view name;  ///< as the page's marks have it
  std::span<const ClaimRow> rows;
};

/// In the order of the page.
std::vector<ClaimSection> claim_sections();

}  // namespace gcmock
