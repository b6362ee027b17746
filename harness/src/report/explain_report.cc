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

void write_routine(Page& page, const std::vector<Explanation>& explanations) {
  for (const Explanation& each : explanations) {
    page.line(heading_indent,
              fmt::format("#{}  {} → {} · {}", each.exchange, each.request, each.status, to_string(each.reason)),
              Ink::dim);
  }
  if (!explanations.empty()) page.blank();
}

struct Symptom {
  std::string shows;
  std::vector<const PossibleCause*> causes;
};

std::vector<Symptom> grouped(const std::vector<PossibleCause>& causes) {
  std::vector<Symptom> symptoms;
  for (const PossibleCause& cause : causes) {
    auto same = std::find_if(symptoms.begin(), symptoms.end(),
                             [&](const Symptom& symptom) { return symptom.shows == cause.genesys_shows; });
    if (same == symptoms.end()) same = symptoms.insert(symptoms.end(), Symptom{cause.genesys_shows, {}});
    same->causes.push_back(&cause);
  }
  return symptoms;
}

void write_symptom(Page& page, const Symptom& symptom) {
  for (const PossibleCause* cause : symptom.causes) page.heading(std::string(to_string(cause->reason)));
  page.paragraph(body_indent, "real Genesys Cloud would show: " + symptom.shows);
  for (const PossibleCause* cause : symptom.causes) {
    if (!cause->try_it.empty()) page.line(body_indent, "try it: " + cause->try_it, Ink::dim);
  }
  page.blank();
}

}  // namespace

std::string explain_report(const ScenarioResult& scenario, const ConsoleStyle& style) {
  Page page(style);
  page.line(0, scenario.id, Ink::bold);
  page.paragraph(heading_indent, scenario.title);
  if (!scenario.note.empty()) page.paragraph(heading_indent, scenario.note, Ink::yellow);
  page.blank();

  std::vector<Explanation> telling, routine;
  for (const Explanation& each : scenario.explanations) {
    const bool is_routine = each.status == 401 && !is_token_request(scenario, each);
    (is_routine ? routine : telling).push_back(each);
  }
  std::stable_partition(telling.begin(), telling.end(),
                        [&](const Explanation& each) { return is_token_request(scenario, each); });
  for (const Explanation& explanation : telling) {
    write_explanation(page, explanation);
    page.blank();
  }
  if (telling.empty()) {
    page.paragraph(heading_indent, "no token request was refused by policy in this scenario");
    page.blank();
  }
  write_routine(page, routine);
  if (!scenario.journal.empty()) write_journal(page, scenario.journal);
  return std::move(page).text();
}

std::string possible_causes_report(const ReportedRefusal& refusal, const ConsoleStyle& style) {
  Page page(style);
  page.paragraph(
      0, fmt::format("{} of a token request: {}", refusal.asked, counted(refusal.causes.size(), "possible cause")),
      Ink::bold);
  if (!refusal.background.empty()) page.paragraph(0, refusal.background);
  page.blank();
  for (const Symptom& symptom : grouped(refusal.causes)) write_symptom(page, symptom);
  return std::move(page).text();
}

}  // namespace gcmock
