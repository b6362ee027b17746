// Claims that are told in words, a table for each section of docs/genesys-behaviour.md. A new claim is a new line in
// one of them; GCMOCK_APPROVE=1 writes it into the page.
#pragma once

#include <span>
#include <string_view>

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
std::span<const ClaimRow> token_claims();
std::span<const ClaimRow> api_claims();

}  // namespace gcmock
