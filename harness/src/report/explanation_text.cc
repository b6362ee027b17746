// Why a request was refused, as text.
#include "report/explanation_text.h"

#include <fmt/format.h>

namespace gcmock {

void write_explanation(Page& page, const Explanation& explanation) {
  constexpr std::size_t below_a_claim = body_indent + 4;
  page.heading(fmt::format("why #{} was refused", explanation.exchange),
               fmt::format("{} → {} · {}", explanation.request, explanation.status, to_string(explanation.reason)));
  for (const Explanation::Line& line : explanation.trail) {
    page.paragraph(body_indent, (line.passed ? "✓ " : "✗ ") + line.claim, line.passed ? Ink::green : Ink::red);
    if (!line.compared.empty()) page.paragraph(below_a_claim, line.compared);
  }
  if (!explanation.decided_at.empty()) page.paragraph(below_a_claim, explanation.decided_at, Ink::dim);
  if (!explanation.remedy.empty()) page.paragraph(below_a_claim, "would be granted with: " + explanation.remedy);
  if (!explanation.change.empty()) page.line(below_a_claim, "as world_changes: " + explanation.change);
  if (!explanation.genesys_shows.empty()) {
    page.paragraph(body_indent, "real Genesys Cloud would show: " + explanation.genesys_shows);
  }
}

}  // namespace gcmock
