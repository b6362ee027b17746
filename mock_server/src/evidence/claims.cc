// The ledger as one list: rows that are told in words, the table of operations, the answer table.
#include "gcmock/evidence/claims.h"

#include <algorithm>
#include <unordered_map>

#include "evidence/claim_rows.h"
#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

using Claims = std::vector<Claim>;

void add(Claims& claims, std::string_view section, std::span<const ClaimRow> rows) {
  for (const auto& row : rows) {
    claims.push_back(
        {std::string(row.id), std::string(section), std::string(row.text), row.level, std::string(row.source)});
  }
}

/// "`a`, `b`".
std::string quoted(std::string_view listed) {
  std::string text;
  for (const auto word : words_of(listed)) {
    text.append(text.empty() ? "`" : ", `").append(word).append("`");
  }
  return text;
}

std::string what_is_asked(const Operation& operation) {
  std::string text = "one of " + quoted(operation.scopes);
  if (!operation.permissions.empty()) {
    text += operation.rule == PermissionRule::all ? " and all of " : " and one of ";
    text += quoted(operation.permissions);
  }
  if (operation.user == UserContext::required) text += " and a user";
  return text;
}

Claim claim_of(const Operation& operation) {
  const std::string done = operation.success == 0 ? "" : "; done: " + std::to_string(operation.success);
  return {"operation." + std::string(operation.id), "operations",
          "`" + std::string(operation.method) + " " + std::string(operation.path) + "` asks for " +
              what_is_asked(operation) + done,
          EvidenceLevel::vendor_openapi, std::string(operation.id)};
}

Claim claim_of(const BehaviourRow& row) {
  const std::string code = row.code.empty() ? "" : " `" + std::string(row.code) + "`";
  return {"refusal." + std::string(to_string(row.reason)) + "@" + std::string(to_string(row.answerer)), "answers",
          "`" + std::string(to_string(row.reason)) + "` at " + std::string(to_string(row.answerer)) + " is answered " +
              std::to_string(row.status) + code,
          row.level, std::string(row.source)};
}

Claims make_claims() {
  Claims claims;
  for (const auto& [section, rows] : claim_sections()) add(claims, section, rows);
  for (const auto& operation : all_operations()) claims.push_back(claim_of(operation));
  for (const auto& row : behaviour_table()) claims.push_back(claim_of(row));
  return claims;
}

const Claims& ledger() {
  static const auto claims = make_claims();
  return claims;
}

}  // namespace

std::vector<ClaimSection> claim_sections() {
  return {{"settings", setting_claims()},
          {"hosts", host_claims()},
          {"token requests", token_claims()},
          {"authorization", login_claims()},
          {"limits", limit_claims()},
          {"API requests", api_claims()},
          {"OAuth clients", oauth_client_claims()},
          {"tokens", access_token_claims()},
          {"roles", role_claims()},
          {"integrations", integration_claims()},
          {"org-to-org trust", trust_claims()}};
}

std::span<const Claim> all_claims() {
  return ledger();
}

const Claim* find_claim(std::string_view id) {
  static const auto by_id = [] {
    std::unordered_map<std::string_view, const Claim*> index;
    for (const auto& claim : ledger()) index.emplace(claim.id, &claim);
    return index;
  }();
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : found->second;
}

}  // namespace gcmock
