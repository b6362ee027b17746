// The journal of a scenario in the HTML report.
#include "report/html_exchanges.h"

#include <fmt/format.h>

#include <algorithm>

#include "gcmock/domain/duration.h"
#include "report/exchange_words.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// One text and no table: a page holds thousands of them.
void write_pairs(Markup& page, std::string_view title, const Pairs& pairs) {
  if (pairs.empty()) return;
  std::string lines;
  for (const auto& [name, value] : pairs) lines += name + ": " + value + '\n';
  page.put("h6", title);
  page.put("pre", lines);
}

std::string duration_between(std::chrono::nanoseconds from, std::chrono::nanoseconds to) {
  return to > from ? in_words(to - from) : "";
}

void write_facts(Markup& page, const Exchange& exchange) {
  std::vector<std::string> facts;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) facts.push_back(fmt::format("{} {}", name, value));
  };
  add("virtual time", rfc3339(exchange.at));
  add("arrived after", in_words(exchange.arrived));
  add("answered within", duration_between(exchange.arrived, exchange.delivery.finished));
  add("connection", std::to_string(exchange.connection));
  add("endpoint", std::string(to_string(exchange.endpoint)));
  add("org", exchange.subject.org ? exchange.subject.org->value : "");
  add("OAuth client", exchange.subject.client ? exchange.subject.client->value : "");
  add("user", exchange.subject.user ? exchange.subject.user->value : "");
  add("delivery", fmt::format("{}, {} of {}", to_string(exchange.delivery.state), exchange.delivery.bytes_sent,
                              counted(exchange.delivery.bytes_total, "byte")));
  page.put("p", joined(facts, " · "), {{"class", "dim"}});
}

Pairs credentials_of(const Exchange& exchange) {
  Pairs pairs;
  for (const Sighting& sighting : exchange.sightings) {
    pairs.emplace_back(sighting.credential.label, fmt::format("{} in {} {}", to_string(sighting.credential.kind),
                                                              to_string(sighting.where), sighting.name));
  }
  return pairs;
}

Pairs issued_by(const Exchange& exchange) {
  Pairs pairs;
  for (const Fingerprint& token : exchange.issued) pairs.emplace_back(token.label, to_string(token.kind));
  return pairs;
}

void write_trail(Markup& page, const Exchange& exchange) {
  if (exchange.trail.empty()) return;
  page.put("h5", "Checks on the way to the ruling");
  const auto trail = page.open("ol", {{"class", "trail"}});
  for (const TrailStep& step : exchange.trail) {
    const bool passed = step.finding == Finding::passed;
    const auto item = page.open("li", {{"class", passed ? "good" : "bad"}});
    page.text(describe(step, exchange.subject));
    if (!passed && !step.expected.empty()) {
      page.put("span", fmt::format("expected {}, found {}", step.expected, step.found), {{"class", "compared"}});
    }
  }
}

void write_request(Markup& page, const Exchange& exchange) {
  const auto half = page.open("div");
  page.put("h5", "Request");
  page.put("p", exchange.method + ' ' + exchange.path + (exchange.query.empty() ? "" : '?' + exchange.query),
           {{"class", "wire"}});
  write_pairs(page, "headers", exchange.request_headers);
  write_pairs(page, "form fields", exchange.request_fields);
  if (!exchange.request_body.empty()) page.put("pre", exchange.request_body);
  write_pairs(page, "credentials seen", credentials_of(exchange));
  for (const std::string& finding : exchange.contract_findings)
    page.put("p", "contract: " + finding, {{"class", "doubtful"}});
}

void write_answer(Markup& page, const Exchange& exchange) {
  const auto half = page.open("div");
  page.put("h5", "Answer");
  page.put("p", exchange.status == 0 ? "none was made" : fmt::format("HTTP {}", exchange.status), {{"class", "wire"}});
  write_pairs(page, "headers", exchange.answer_headers);
  if (!exchange.answer_body.empty()) page.put("pre", exchange.answer_body);
  write_pairs(page, "tokens issued", issued_by(exchange));
}

void write_rule(Markup& page, const Exchange& exchange) {
  if (exchange.rule) {
    const auto rule = page.open("p", {{"class", "rule"}});
    page.text(rule_in_words(*exchange.rule));
    page.put("span", exchange.rule->place, {{"class", "place"}});
  }
  for (const ChangeMade& change : exchange.changes) page.put("p", change.what, {{"class", "rule"}});
}

std::string tone_of(const Exchange& exchange) {
  if (exchange.status == 0 || exchange.delivery.state != DeliveryState::complete) return "doubtful";
  return exchange.status >= 400 ? "bad" : "good";
}

void write_exchange(Markup& page, const Exchange& exchange, const std::string& anchor) {
  const auto details =
      page.open("details", {{"class", "exchange"}, {"id", fmt::format("{}-{}", anchor, exchange.seq)}});
  {
    const auto summary = page.open("summary");
    page.put("span", in_words(exchange.arrived), {{"class", "elapsed"}});
    page.put("span", exchange.subject.org ? exchange.subject.org->value : "no org", {{"class", "org"}});
    page.put("span", request_in_words(exchange), {{"class", "request"}});
    page.put("span", answer_in_words(exchange).substr(fmt::format("#{} ", exchange.seq).size()),
             {{"class", "answer " + tone_of(exchange)}});
  }
  const auto body = page.open("div", {{"class", "body"}});
  write_rule(page, exchange);
  write_facts(page, exchange);
  {
    const auto halves = page.open("div", {{"class", "halves"}});
    write_request(page, exchange);
    write_answer(page, exchange);
  }
  write_trail(page, exchange);
}

}  // namespace

void write_exchanges(Markup& page, const std::vector<Exchange>& journal, const std::string& anchor) {
  constexpr std::size_t most_shown = 500;
  if (journal.empty()) return;
  const auto section = page.open("section", {{"class", "exchanges"}});
  page.put("h3", counted(journal.size(), "exchange"));
  for (std::size_t i = 0; i < std::min(journal.size(), most_shown); ++i) write_exchange(page, journal[i], anchor);
  if (journal.size() > most_shown) {
    page.put("p", fmt::format("{} behind these are left out; the JSON report has all.",
                              counted(journal.size() - most_shown, "exchange")));
  }
}

}  // namespace gcmock
