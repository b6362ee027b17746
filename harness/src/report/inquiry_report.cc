// One answer, and why it is that, as text and as JSON.
#include "report/inquiry_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/explanation_json.h"
#include "report/explanation_text.h"
#include "report/journal_json.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

void write_answer(Page& page, const Exchange& exchange) {
  page.line(0, fmt::format("{} {} → {}", exchange.method, exchange.path, exchange.status), Ink::bold);
  if (!exchange.answer_body.empty()) page.paragraph(heading_indent, exchange.answer_body);
  if (!exchange.rule) return;
  page.paragraph(heading_indent, fmt::format("a rule of the script spoke: {} ({})", exchange.rule->what,
                                             exchange.rule->place.empty() ? "the script" : exchange.rule->place));
}

void write_checks(Page& page, const Explanation& explanation) {
  page.heading("every check passed");
  for (const Explanation::Line& line : explanation.trail) {
    page.paragraph(body_indent, (line.passed ? "✓ " : "✗ ") + line.claim, line.passed ? Ink::green : Ink::red);
  }
}

}  // namespace

std::string inquiry_report(const Exchange& exchange, const Explanation& explanation, const ConsoleStyle& style) {
  Page page(style);
  write_answer(page, exchange);
  if (exchange.refusal) {
    write_explanation(page, explanation);
  } else if (!explanation.trail.empty()) {
    write_checks(page, explanation);
  }
  return std::move(page).text();
}

std::string inquiry_json(const Exchange& exchange, const Explanation& explanation) {
  const json report = {{"exchange", journal_entry(exchange)},
                       {"explanation", exchange.refusal ? explanation_entry(explanation) : json(nullptr)}};
  return report.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

}  // namespace gcmock
