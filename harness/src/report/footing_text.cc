#include "report/footing_text.h"

#include <fmt/format.h>

#include "report/text_layout.h"

namespace gcmock {
namespace {

std::string share(std::size_t part, std::size_t whole, std::string_view of_what) {
  const auto percent = (part * 100 + whole / 2) / whole;
  return percent == 0 ? fmt::format("under 1 % {}", of_what) : fmt::format("{} % {}", percent, of_what);
}

}  // namespace

std::string evidence_of(const Footing& footing) {
  const auto whole = footing.total();
  if (whole == 0) return {};
  std::vector<std::string> shares;
  for (const auto& [level, count] : footing.exchanges) shares.push_back(share(count, whole, to_string(level)));
  if (footing.scripted > 0) shares.push_back(share(footing.scripted, whole, "scripted"));
  return fmt::format("evidence of {}: {}", counted(whole, "answer"), joined(shares));
}

std::string leaning_of(const Footing& footing) {
  if (footing.assumed.empty()) return {};
  std::vector<std::string> ids;
  for (const AssumedClaim& claim : footing.assumed) ids.push_back(claim.id);
  return fmt::format("leans on {}: {}", counted(ids.size(), "assumed claim"), joined(ids));
}

}  // namespace gcmock
