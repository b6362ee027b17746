// The journal as a table for people.
#include "report/journal_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "report/text_layout.h"

namespace gcmock {
namespace {

constexpr std::size_t column_count = 7;
constexpr std::size_t longest_shown = 40;
constexpr std::size_t shown_at_the_end = 10;

using Row = std::array<std::string, column_count>;

/// The label without its org where the org is the row's own: a token of another org stands out.
std::string label_of(const Fingerprint& credential, const Exchange& exchange) {
  const std::string own = exchange.subject.org ? exchange.subject.org->value + '/' : std::string();
  if (!own.empty() && credential.label.starts_with(own)) return credential.label.substr(own.size());
  return credential.label;
}

std::string request_of(const Exchange& exchange) {
  std::string text = exchange.method + ' ' + exchange.path;
  if (!exchange.query.empty()) text += '?' + exchange.query;
  return text;
}

std::string presented_by(const Exchange& exchange) {
  std::vector<std::string> parts;
  if (exchange.grant) parts.emplace_back(to_string(*exchange.grant));
  for (const CredentialKind kind :
       {CredentialKind::refresh_token, CredentialKind::authorization_code, CredentialKind::access_token}) {
    if (const Fingerprint* credential = exchange.presented(kind)) parts.push_back(label_of(*credential, exchange));
  }
  return parts.empty() ? "-" : joined(parts, " ");
}

std::string answer_of(const Exchange& exchange) {
  std::string text = exchange.status == 0 ? "no answer" : std::to_string(exchange.status);
  if (exchange.refusal) {
    text += fmt::format(" {}", to_string(*exchange.refusal));
  } else if (!exchange.error_code.empty()) {
    text += ' ' + exchange.error_code;
  }
  for (const Fingerprint& token : exchange.issued) text += ' ' + label_of(token, exchange);
  if (exchange.rule) text += fmt::format(" · rule {}", exchange.rule->index + 1);
  if (exchange.retry_after) text += fmt::format(" (Retry-After: {} s)", exchange.retry_after->count());
  return text;
}

Row row_of(const Exchange& exchange) {
  return {'#' + std::to_string(exchange.seq),   in_words(exchange.arrived),
          std::to_string(exchange.connection),  exchange.subject.org ? exchange.subject.org->value : "-",
          printable(request_of(exchange)),      printable(presented_by(exchange)),
          "→ " + printable(answer_of(exchange))};
}

enum class RuleWording { in_full, by_number };

/// What happened to the answer; empty for the ordinary case. A rule is worded in full where it speaks first.
std::string aftermath_of(const Exchange& exchange, RuleWording wording) {
  std::vector<std::string> parts;
  if (exchange.rule && wording == RuleWording::in_full) {
    const std::string at = exchange.rule->place.empty() ? "" : " (" + exchange.rule->place + ")";
    parts.push_back(fmt::format("rule {}{}, {}: {}", exchange.rule->index + 1, at, to_string(exchange.rule->stage),
                                exchange.rule->what));
  }
  if (exchange.delivery.state != DeliveryState::complete) {
    parts.push_back(fmt::format("delivery {}: {} of {} sent", to_string(exchange.delivery.state),
                                exchange.delivery.bytes_sent, counted(exchange.delivery.bytes_total, "byte")));
  }
  return joined(parts, " · ");
}

Ink ink_of(const Exchange& exchange) {
  if (exchange.status >= 400 || exchange.status == 0) return Ink::yellow;
  return Ink::plain;
}

std::vector<const Exchange*> shown_of(const std::vector<Exchange>& journal) {
  std::vector<const Exchange*> shown;
  for (std::size_t i = 0; i < journal.size(); ++i) {
    const bool in_the_middle = i + shown_at_the_end >= longest_shown && i + shown_at_the_end < journal.size();
    if (journal.size() <= longest_shown || !in_the_middle) shown.push_back(&journal[i]);
  }
  return shown;
}

void write_row(Page& page, const Row& row, const std::array<std::size_t, column_count>& widths, Ink ink) {
  const std::string text =
      fmt::format("{}  {}  {}  {}  {}  {}  {}", padded_left(row[0], widths[0]), padded_left(row[1], widths[1]),
                  padded_left(row[2], widths[2]), padded_right(row[3], widths[3]), padded_right(row[4], widths[4]),
                  padded_right(row[5], widths[5]), row[6]);
  page.line(body_indent, text, ink);
}

}  // namespace

std::string numbers_of(const std::vector<std::uint64_t>& exchanges) {
  constexpr std::size_t shown = 12;
  std::vector<std::string> parts;
  for (const std::uint64_t seq : exchanges) {
    if (parts.size() == shown) break;
    parts.push_back('#' + std::to_string(seq));
  }
  if (exchanges.size() > shown) parts.push_back(fmt::format("and {} more", exchanges.size() - shown));
  return joined(parts, " ");
}

void write_journal(Page& page, const std::vector<Exchange>& journal) {
  const std::vector<const Exchange*> shown = shown_of(journal);
  std::vector<Row> rows{{"#", "time", "conn", "org", "request", "presents", "→ answer"}};
  for (const Exchange* exchange : shown) rows.push_back(row_of(*exchange));
  std::array<std::size_t, column_count> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < column_count; ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }

  page.heading("journal", counted(journal.size(), "exchange"));
  write_row(page, rows[0], widths, Ink::dim);
  std::set<std::size_t> rules_worded;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (i > 0 && shown[i - 1] + 1 != shown[i]) {
      page.line(
          body_indent,
          fmt::format("… {} left out (the JSON report has all)", counted(journal.size() - shown.size(), "exchange")),
          Ink::dim);
    }
    write_row(page, rows[i + 1], widths, ink_of(*shown[i]));
    const bool is_new = shown[i]->rule && rules_worded.insert(shown[i]->rule->index).second;
    const RuleWording wording = is_new ? RuleWording::in_full : RuleWording::by_number;
    if (const std::string aftermath = aftermath_of(*shown[i], wording); !aftermath.empty()) {
      page.paragraph(body_indent + widths[0] + 2, aftermath, Ink::dim);
    }
  }
}

}  // namespace gcmock
