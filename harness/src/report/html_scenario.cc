// One scenario in the HTML report.
#include "report/html_scenario.h"

#include <fmt/format.h>

#include "report/footing_text.h"
#include "report/html_exchanges.h"
#include "report/html_judgement.h"
#include "report/reasons.h"
#include "report/sequence_diagram.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

std::string name_of(const ScenarioResult& scenario) {
  return scenario.id.empty() ? scenario.file : scenario.id;
}

void write_line(Markup& page, const ScenarioResult& scenario) {
  const auto summary = page.open("summary");
  page.put("span", to_string(scenario.status), {{"class", "status"}});
  {
    const auto name = page.open("span", {{"class", "name"}});
    page.put("span", name_of(scenario), {{"class", "id"}});
    if (!scenario.title.empty()) page.put("span", scenario.title, {{"class", "title"}});
    const std::vector<std::string> reasons = reasons_of(scenario);
    if (!reasons.empty()) {
      const std::string more = reasons.size() > 1 ? fmt::format(" (and {} more)", reasons.size() - 1) : "";
      page.put("span", reasons.front() + more, {{"class", "reason"}});
    }
  }
  page.put("span", scenario.journal.empty() ? "" : counted(scenario.journal.size(), "exchange"), {{"class", "size"}});
  page.put("span", in_words(scenario.took), {{"class", "took"}});
}

void write_rerun(Markup& page, const ScenarioResult& scenario) {
  if (scenario.rerun.empty()) return;
  const auto row = page.open("p", {{"class", "rerun"}});
  page.put("span", "run it again", {{"class", "dim"}});
  page.put("code", scenario.rerun);
  page.put("button", "copy", {{"type", "button"}, {"class", "copy"}, {"hidden", ""}});
}

void write_reasons(Markup& page, const ScenarioResult& scenario) {
  const std::vector<std::string> reasons = reasons_of(scenario);
  if (reasons.empty()) return;
  const auto section = page.open("section");
  page.put("h3", scenario.status == ScenarioStatus::skipped ? "Why it was not run" : "Why it did not pass");
  const auto list = page.open("ul", {{"class", "reasons"}});
  for (const std::string& reason : reasons) page.put("li", reason);
}

void write_diagram(Markup& page, const ScenarioResult& scenario, const std::string& anchor) {
  if (scenario.journal.empty()) return;
  const auto section = page.open("section");
  page.put("h3", "What happened");
  write_sequence_diagram(page, sequence_of(scenario), anchor);
}

void write_trail(Markup& page, const Explanation& explanation) {
  const auto trail = page.open("ol", {{"class", "trail"}});
  for (const Explanation::Line& line : explanation.trail) {
    const auto item = page.open("li", {{"class", line.passed ? "good" : "bad"}});
    page.text(line.claim);
    if (!line.compared.empty()) page.put("span", line.compared, {{"class", "compared"}});
  }
}

void write_explanation(Markup& page, const Explanation& explanation, const std::string& anchor) {
  const auto article = page.open("article", {{"class", "explanation"}});
  {
    const auto heading = page.open("h4");
    page.put("a", fmt::format("#{}", explanation.exchange),
             {{"href", fmt::format("#{}-{}", anchor, explanation.exchange)}});
    page.text(fmt::format(" {} → {} ", explanation.request, explanation.status));
    page.put("span", to_string(explanation.reason), {{"class", "bad"}});
  }
  write_trail(page, explanation);
  if (!explanation.decided_at.empty()) page.put("p", "Decided at " + explanation.decided_at, {{"class", "dim"}});
  if (!explanation.remedy.empty()) {
    const auto remedy = page.open("p");
    page.text("It would be granted with ");
    page.put("code", explanation.remedy);
  }
  if (!explanation.genesys_shows.empty()) {
    const auto shows = page.open("p");
    page.text("Real Genesys Cloud would show ");
    page.put("code", explanation.genesys_shows);
  }
}

void write_explanations(Markup& page, const ScenarioResult& scenario, const std::string& anchor) {
  if (scenario.explanations.empty()) return;
  const auto section = page.open("section");
  page.put("h3", "Why requests were refused");
  for (const Explanation& explanation : scenario.explanations) write_explanation(page, explanation, anchor);
}

void write_output(Markup& page, std::string_view title, const std::string& output) {
  if (output.empty()) return;
  const auto details = page.open("details", {{"class", "more"}, {"open", ""}});
  page.put("summary", title);
  page.put("pre", output, {{"tabindex", "0"}});
}

void write_outputs(Markup& page, const ScenarioResult& scenario) {
  if (scenario.client_stdout.empty() && scenario.client_stderr.empty()) return;
  const auto section = page.open("section");
  page.put("h3", "What the client wrote");
  write_output(page, "standard error", scenario.client_stderr);
  write_output(page, "standard output", scenario.client_stdout);
}

void write_diagnostics(Markup& page, const ScenarioResult& scenario) {
  if (scenario.diagnostics.empty()) return;
  const auto section = page.open("section");
  page.put("h3", "Mistakes in the file");
  for (const Diagnostic& diagnostic : scenario.diagnostics) page.put("pre", to_string(diagnostic), {{"tabindex", "0"}});
}

void write_footing(Markup& page, const ScenarioResult& scenario) {
  const std::string evidence = evidence_of(scenario.footing);
  if (evidence.empty()) return;
  const auto section = page.open("section");
  page.put("h3", "What the answers rest on");
  page.put("p", evidence);
  if (scenario.footing.assumed.empty()) return;
  const auto details = page.open("details", {{"class", "more"}});
  page.put("summary", counted(scenario.footing.assumed.size(), "assumed claim"));
  const auto list = page.open("ul");
  for (const AssumedClaim& claim : scenario.footing.assumed) {
    const auto item = page.open("li");
    page.put("code", claim.id);
    page.text(' ' + claim.text);
  }
}

}  // namespace

void write_scenario(Markup& page, const ScenarioResult& scenario, const std::string& anchor) {
  const auto details =
      page.open("details", {{"class", "scenario " + std::string(to_string(scenario.status))}, {"id", anchor}});
  write_line(page, scenario);
  const auto body = page.open("div", {{"class", "body"}});
  write_rerun(page, scenario);
  write_reasons(page, scenario);
  write_diagnostics(page, scenario);
  write_diagram(page, scenario, anchor);
  write_explanations(page, scenario, anchor);
  write_judgement(page, scenario, anchor);
  write_exchanges(page, scenario.journal, anchor);
  write_outputs(page, scenario);
  write_footing(page, scenario);
}

}  // namespace gcmock
