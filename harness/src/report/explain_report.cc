// The report of `gcmock explain`.
#include "report/explain_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/explanation_text.h"
#include "report/journal_table.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

bool is_token_request(const ScenarioResult& scenario, const Explanation& explanation) {
  return std::any_of(scenario.journal.begin(), scenario.journal.end(), [&](const Exchange& exchange) {
    return exchange.seq == explanation.exchange && exchange.endpoint == Endpoint::token;
  });
}

}  // namespace

std::string explain_report(const ScenarioResult& scenario, const ConsoleStyle& style) {
  Page page(style);
  page.line(0, scenario.id, Ink::bold);
  page.paragraph(heading_indent, scenario.title);
  if (!scenario.note.empty()) page.paragraph(heading_indent, scenario.note, Ink::yellow);
  page.blank();

  std::vector<Explanation> explanations = scenario.explanations;
  std::stable_partition(explanations.begin(), explanations.end(),
                        [&](const Explanation& each) { return is_token_request(scenario, each); });
  for (const Explanation& explanation : explanations) {
    write_explanation(page, explanation);
    page.blank();
  }
  if (explanations.empty()) {
    page.paragraph(heading_indent, "nothing was refused by policy in this scenario");
    page.blank();
  }
  if (!scenario.journal.empty()) write_journal(page, scenario.journal);
  return std::move(page).text();
}

std::string possible_causes_report(const std::string& asked, const std::vector<PossibleCause>& causes,
                                   const ConsoleStyle& style) {
  Page page(style);
  page.paragraph(
      0, fmt::format("{} of a token request: {} to tell apart", asked, counted(causes.size(), "possible cause")),
      Ink::bold);
  page.blank();
  for (const PossibleCause& cause : causes) {
    page.heading(std::string(to_string(cause.reason)), cause.cause);
    page.paragraph(body_indent, "real Genesys Cloud would show: " + cause.genesys_shows);
    if (!cause.try_it.empty()) page.line(body_indent, "try it: " + cause.try_it, Ink::dim);
    page.blank();
  }
  return std::move(page).text();
}

}  // namespace gcmock
