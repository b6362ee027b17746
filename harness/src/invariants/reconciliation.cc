#include "invariants/reconciliation.h"

#include <fmt/format.h>

#include <algorithm>

#include "reading/exchange_wording.h"
#include "reading/token_answer.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using Exchanges = std::vector<const Exchange*>;

// A client that is kept waiting for so long may have given up. Assumed: no source has a number.
constexpr std::chrono::seconds in_good_time{1};

Exchanges of_the_org(const Episode& episode) {
  Exchanges found;
  for (const Exchange* exchange : episode.exchanges) {
    if (org_of(*exchange, episode) == episode.step->org) found.push_back(exchange);
  }
  return found;
}

bool grants(const Exchange& exchange) {
  return is_token_request(exchange) && client_was_told(exchange) == Told::tokens && !lacks_access_token(exchange);
}

// With nothing in its answer that a rule put there: a client may have its reasons to refuse that.
bool grants_as_ever(const Exchange& exchange) {
  return grants(exchange) && exchange.author == Author::mock && !exchange.rule;
}

// What becomes of a connection that never gets to ask anything is not in the journal.
bool spoils_connections(const Exchange& exchange) {
  return exchange.rule && exchange.rule->what.find("connection") != std::string::npos;
}

bool succeeded(const Exchange& exchange) {
  return exchange.status >= 200 && exchange.status < 300 && was_delivered(exchange);
}

bool is_of_tokens(const StepResult& step) {
  return step.verb && step.verb != Verb::call;
}

bool org_was_put_off(const OrgName& org, const std::vector<Exchange>& journal) {
  return std::any_of(journal.begin(), journal.end(),
                     [&](const Exchange& exchange) { return puts_off(exchange) && exchange.subject.org == org; });
}

// "Later" is no wrong word of a client that was asked to wait, that waited long, or that renews behind its reply.
bool may_say_later(const Exchange& grant, const StepResult& step, const std::vector<Exchange>& journal) {
  return org_was_put_off(*step.org, journal) || grant.delivery.finished - grant.arrived >= in_good_time ||
         grant.arrived >= step.ended;
}

std::vector<const Exchange*> only(const Exchanges& exchanges, bool (*claim)(const Exchange&)) {
  Exchanges found;
  std::copy_if(exchanges.begin(), exchanges.end(), std::back_inserter(found),
               [claim](const Exchange* exchange) { return claim(*exchange); });
  return found;
}

std::string said(const Episode& episode) {
  return fmt::format("the client said {} of {}", to_string(*episode.step->got), name_of(episode));
}

bool had_any(const OrgName& org, const std::vector<Exchange>& journal, std::uint64_t before,
             bool (*claim)(const Exchange&)) {
  return std::any_of(journal.begin(), journal.end(), [&](const Exchange& exchange) {
    return exchange.seq < before && exchange.subject.org == org && claim(exchange);
  });
}

}  // namespace

std::optional<Reconciled> error_behind_a_grant(const Episode& episode, const std::vector<Exchange>& journal) {
  const StepResult& step = *episode.step;
  const Exchanges exchanges = of_the_org(episode);
  if (episode.calls != 1 || exchanges.empty() || !grants_as_ever(*exchanges.back())) return std::nullopt;
  const Exchange& grant = *exchanges.back();
  const bool told_ok = step.got == Outcome::ok;
  const bool may_be = step.got == Outcome::retry_later && may_say_later(grant, step, journal);
  const bool gave_up_before = is_of_tokens(step) && grant.delivery.finished > step.ended;
  if (told_ok || may_be || gave_up_before || !only(episode.exchanges, spoils_connections).empty()) return Reconciled{};
  return Reconciled{fmt::format("{} although its {} was granted in #{} and nothing failed behind that", said(episode),
                                is_refresh(grant) ? "refresh" : "token request", grant.seq),
                    {grant.seq}};
}

std::optional<Reconciled> success_out_of_nothing(const Episode& episode, const std::vector<Exchange>& journal) {
  const StepResult& step = *episode.step;
  if (step.got != Outcome::ok) return std::nullopt;
  const Exchanges exchanges = of_the_org(episode);
  if (is_of_tokens(step)) {
    const Exchanges asked = only(exchanges, is_token_request);
    if (std::any_of(asked.begin(), asked.end(), [](const Exchange* one) { return grants(*one); })) return Reconciled{};
    if (!asked.empty()) {
      return Reconciled{fmt::format("{} although no token request was granted", said(episode)), numbers_of(asked)};
    }
    return Reconciled{};
  }
  if (!step.verb || !only(exchanges, is_api_request).empty()) return std::nullopt;
  // An answer that it had before may have been kept.
  const std::uint64_t end = step.last_exchange != 0 ? step.last_exchange + 1 : journal.size() + 1;
  if (had_any(*step.org, journal, end, [](const Exchange& one) { return is_api_request(one) && succeeded(one); })) {
    return Reconciled{};
  }
  return Reconciled{fmt::format("{} although it never asked the API", said(episode)), numbers_of(exchanges)};
}

std::optional<Reconciled> calls_lost_behind_a_refresh(const Episode& episode) {
  const StepResult& step = *episode.step;
  if (step.verb != Verb::call || step.calls < 2 || episode.calls != step.calls) return std::nullopt;
  const Exchanges exchanges = of_the_org(episode);
  const auto grant =
      std::find_if(exchanges.begin(), exchanges.end(), [](const auto* one) { return grants_as_ever(*one); });
  if (grant == exchanges.end()) return std::nullopt;

  const Exchanges calls = only(exchanges, is_api_request);
  const Exchanges refused = only(calls, [](const Exchange& one) { return one.status == 401; });
  const Exchanges answered = only(calls, succeeded);
  const Exchanges others = only(calls, [](const Exchange& one) { return one.status != 401 && !succeeded(one); });
  // One request may have stood for all calls, and a call that fails for another reason may end the rest.
  const std::size_t made = std::min(refused.size(), static_cast<std::size_t>(step.calls));
  if (made < 2 || !others.empty() || answered.empty() || answered.size() >= made) return Reconciled{};
  return Reconciled{
      fmt::format("of {} in {} that met 401, {} again behind the refresh in #{}: the rest were lost",
                  count_of(made, "call"), name_of(episode),
                  answered.size() == 1 ? "1 was made" : fmt::format("{} were made", answered.size()), (*grant)->seq),
      numbers_of(refused)};
}

}  // namespace gcmock
