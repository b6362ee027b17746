// One exchange of the journal as JSON, for programs.
#include "report/journal_json.h"

#include <nlohmann/json.hpp>

#include "gcmock/domain/duration.h"
#include "gcmock/evidence/claims.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

double milliseconds(std::chrono::nanoseconds duration) {
  return static_cast<double>(duration.count()) / 1e6;
}

template <class Name>
json name_or_null(const std::optional<Name>& name) {
  return name ? json(name->value) : json(nullptr);
}

template <class Word>
json word_or_null(const std::optional<Word>& word) {
  return word ? json(to_string(*word)) : json(nullptr);
}

json of(const Fingerprint& credential) {
  return {{"kind", to_string(credential.kind)},
          {"label", credential.label},
          {"org", name_or_null(credential.org)},
          {"client", name_or_null(credential.client)}};
}

/// A list of pairs and not an object: a name may be sent twice, and that it was is often the finding.
json of(const std::vector<std::pair<std::string, std::string>>& pairs) {
  json list = json::array();
  for (const auto& [name, value] : pairs) list.push_back({{"name", name}, {"value", value}});
  return list;
}

json word_of(BasicForm form) {
  switch (form) {
    case BasicForm::no_matter:
      return nullptr;
    case BasicForm::form_encoded:
      return "form_encoded";
    case BasicForm::as_it_stands:
      return "as_it_stands";
  }
  return nullptr;
}

json request_of(const Exchange& exchange) {
  json sightings = json::array();
  for (const Sighting& sighting : exchange.sightings) {
    json encodings = json::array();
    for (const TextEncoding encoding : sighting.encodings) encodings.push_back(to_string(encoding));
    sightings.push_back({{"credential", of(sighting.credential)},
                         {"where", to_string(sighting.where)},
                         {"name", sighting.name},
                         {"encodings", encodings}});
  }
  json scope = json::array();
  for (const Scope& each : exchange.requested_scope) scope.push_back(each.value);
  return {{"method", exchange.method},
          {"path", exchange.path},
          {"query", exchange.query},
          {"host", to_string(exchange.host)},
          {"endpoint", to_string(exchange.endpoint)},
          {"grant", word_or_null(exchange.grant)},
          {"client_auth", to_string(exchange.client_auth)},
          {"basic_form", word_of(exchange.basic_form)},
          {"bad_certificate", exchange.bad_certificate},
          {"headers", of(exchange.request_headers)},
          {"fields", of(exchange.request_fields)},
          {"body", exchange.request_body},
          {"scope", scope},
          {"contract_findings", exchange.contract_findings},
          {"credentials", sightings}};
}

json claims_of_answer(const Exchange& exchange) {
  json ids = json::array();
  for (const Claim* claim : claims_of(exchange)) ids.push_back(claim->id);
  return ids;
}

std::string_view word_of(Author author) {
  switch (author) {
    case Author::mock:
      return "mock";
    case Author::script:
      return "script";
    case Author::world:
      return "world";
  }
  return {};
}

json changes_of(const Exchange& exchange) {
  json changes = json::array();
  for (const ChangeMade& change : exchange.changes) changes.push_back({{"what", change.what}, {"place", change.place}});
  return changes;
}

json answer_of(const Exchange& exchange) {
  json issued = json::array();
  for (const Fingerprint& token : exchange.issued) issued.push_back(of(token));
  return {{"status", exchange.status},
          {"refusal", word_or_null(exchange.refusal)},
          {"error_code", exchange.error_code},
          {"retry_after_s", exchange.retry_after ? json(exchange.retry_after->count()) : json(nullptr)},
          {"headers", of(exchange.answer_headers)},
          {"body", exchange.answer_body},
          {"issued", issued},
          {"has_refresh_token", exchange.answer_has_refresh_token},
          {"author", word_of(exchange.author)},
          {"changes", changes_of(exchange)},
          {"scripted", is_scripted(exchange)},
          {"claims", claims_of_answer(exchange)}};
}

json trail_of(const Exchange& exchange) {
  json trail = json::array();
  for (const TrailStep& step : exchange.trail) {
    trail.push_back({{"check", to_string(step.check)},
                     {"claim", describe(step, exchange.subject)},
                     {"passed", step.finding == Finding::passed},
                     {"expected", step.expected},
                     {"found", step.found}});
  }
  return trail;
}

json rule_of(const std::optional<RuleSpoke>& rule) {
  if (!rule) return nullptr;
  return {{"number", rule->index + 1}, {"stage", to_string(rule->stage)}, {"what", rule->what}, {"place", rule->place}};
}

}  // namespace

nlohmann::ordered_json delivery_entry(const DeliveryReport& delivery) {
  return {{"state", to_string(delivery.state)},
          {"bytes_sent", delivery.bytes_sent},
          {"bytes_total", delivery.bytes_total},
          {"finished_ms", milliseconds(delivery.finished)}};
}

nlohmann::ordered_json journal_entry(const Exchange& exchange) {
  return {{"seq", exchange.seq},
          {"connection", exchange.connection},
          {"at", rfc3339(exchange.at)},
          {"arrived_ms", milliseconds(exchange.arrived)},
          {"decided_ms", milliseconds(exchange.decided)},
          {"subject",
           {{"org", name_or_null(exchange.subject.org)},
            {"client", name_or_null(exchange.subject.client)},
            {"user", name_or_null(exchange.subject.user)},
            {"token", exchange.subject.token},
            {"registered_in", name_or_null(exchange.subject.registered_in)},
            {"home", name_or_null(exchange.subject.home)}}},
          {"request", request_of(exchange)},
          {"answer", answer_of(exchange)},
          {"trail", trail_of(exchange)},
          {"rule", rule_of(exchange.rule)},
          {"delivery", delivery_entry(exchange.delivery)}};
}

}  // namespace gcmock
