// One exchange of the journal, read from what journal_entry() wrote.
#include "report/journal_json_reader.h"

#include <cstdio>

namespace gcmock {
namespace {

template <class Name>
std::optional<Name> name_from(const ReportMember& member) {
  return member.if_any([](const ReportMember& name) { return Name(name.text()); });
}

/// "2026-01-01T00:00:00.000Z".
Instant instant_from(const ReportMember& member) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milliseconds = 0, read = 0;
  const std::string text = member.text();
  std::sscanf(text.c_str(), "%d-%d-%dT%d:%d:%d.%dZ%n", &year, &month, &day, &hour, &minute, &second, &milliseconds,
              &read);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (text.empty() || static_cast<std::size_t>(read) != text.size() || !date.ok()) {
    member.wrong("\"" + text + "\" is no date like 2026-01-01T00:00:00.000Z");
  }
  return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
         std::chrono::seconds(second) + std::chrono::milliseconds(milliseconds);
}

std::vector<std::pair<std::string, std::string>> pairs_from(const ReportMember& list) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const ReportMember& item : list.items()) pairs.emplace_back(item["name"].text(), item["value"].text());
  return pairs;
}

Fingerprint fingerprint_from(const ReportMember& credential) {
  return {credential["kind"].word(CredentialKind::saml_assertion), credential["label"].text(),
          name_from<OrgName>(credential["org"]), name_from<ClientId>(credential["client"])};
}

Author author_from(const ReportMember& member) {
  const std::string word = member.text();
  if (word == "mock") return Author::mock;
  if (word == "script") return Author::script;
  if (word == "world") return Author::world;
  member.wrong("\"" + word + "\" is none of mock, script and world");
}

void read_subject(const ReportMember& subject, Subject& read) {
  read.org = name_from<OrgName>(subject["org"]);
  read.client = name_from<ClientId>(subject["client"]);
  read.user = name_from<UserName>(subject["user"]);
  read.token = subject["token"].text();
  read.registered_in = name_from<OrgName>(subject["registered_in"]);
  read.home = name_from<OrgName>(subject["home"]);
}

BasicForm basic_form_from(const ReportMember& member) {
  const std::string word = member.text();
  if (word == "form_encoded") return BasicForm::form_encoded;
  if (word == "as_it_stands") return BasicForm::as_it_stands;
  member.wrong("\"" + word + "\" is none of form_encoded and as_it_stands");
}

void read_request(const ReportMember& request, Exchange& exchange) {
  exchange.method = request["method"].text();
  exchange.path = request["path"].text();
  exchange.query = request["query"].text();
  exchange.host = request["host"].word(Host::api);
  exchange.endpoint = request["endpoint"].word(Endpoint::unknown);
  exchange.grant = request["grant"].if_any([](const ReportMember& grant) { return grant.word(GrantType::implicit); });
  exchange.client_auth = request["client_auth"].word(ClientAuthMethod::basic_and_body);
  exchange.basic_form = request["basic_form"].if_any(basic_form_from).value_or(BasicForm::no_matter);
  exchange.bad_certificate = request["bad_certificate"].text();
  exchange.request_headers = pairs_from(request["headers"]);
  exchange.request_fields = pairs_from(request["fields"]);
  exchange.request_body = request["body"].text();
  for (const std::string& scope : request["scope"].texts()) exchange.requested_scope.emplace_back(scope);
  exchange.contract_findings = request["contract_findings"].texts();
  for (const ReportMember& sighting : request["credentials"].items()) {
    Sighting& read = exchange.sightings.emplace_back();
    read.credential = fingerprint_from(sighting["credential"]);
    read.where = sighting["where"].word(SightingPlace::body_field);
    read.name = sighting["name"].text();
    for (const ReportMember& encoding : sighting["encodings"].items())
      read.encodings.push_back(encoding.word(TextEncoding::base64url));
  }
}

void read_answer(const ReportMember& answer, Exchange& exchange) {
  exchange.status = static_cast<int>(answer["status"].whole_number());
  exchange.refusal = answer["refusal"].if_any(
      [](const ReportMember& reason) { return reason.word(RefusalReason::method_not_allowed); });
  exchange.error_code = answer["error_code"].text();
  exchange.retry_after = answer["retry_after_s"].if_any(
      [](const ReportMember& seconds) { return std::chrono::seconds(seconds.whole_number()); });
  exchange.answer_headers = pairs_from(answer["headers"]);
  exchange.answer_body = answer["body"].text();
  for (const ReportMember& token : answer["issued"].items()) exchange.issued.push_back(fingerprint_from(token));
  exchange.answer_has_refresh_token = answer["has_refresh_token"].yes_or_no();
  exchange.author = author_from(answer["author"]);
  for (const ReportMember& change : answer["changes"].items()) {
    exchange.changes.push_back({change["place"].text(), change["what"].text()});
  }
}

TrailStep trail_step_from(const ReportMember& step) {
  return {step["check"].word(Check::method_is_allowed), step["passed"].yes_or_no() ? Finding::passed : Finding::failed,
          step["expected"].text(), step["found"].text()};
}

RuleSpoke rule_from(const ReportMember& rule) {
  const std::int64_t number = rule["number"].whole_number();
  if (number < 1) rule["number"].wrong("rules are counted from 1");
  return {static_cast<std::size_t>(number - 1), rule["stage"].word(Stage::after_settling), rule["what"].text(),
          rule["place"].text()};
}

DeliveryReport delivery_from(const ReportMember& delivery) {
  return {delivery["state"].word(DeliveryState::failed),
          static_cast<std::size_t>(delivery["bytes_sent"].whole_number()),
          static_cast<std::size_t>(delivery["bytes_total"].whole_number()), delivery["finished_ms"].duration()};
}

}  // namespace

Exchange read_journal_entry(const ReportMember& entry) {
  Exchange exchange;
  exchange.seq = static_cast<std::uint64_t>(entry["seq"].whole_number());
  exchange.connection = static_cast<std::uint64_t>(entry["connection"].whole_number());
  exchange.at = instant_from(entry["at"]);
  exchange.arrived = entry["arrived_ms"].duration();
  exchange.decided = entry["decided_ms"].duration();
  read_subject(entry["subject"], exchange.subject);
  read_request(entry["request"], exchange);
  read_answer(entry["answer"], exchange);
  for (const ReportMember& step : entry["trail"].items()) exchange.trail.push_back(trail_step_from(step));
  exchange.rule = entry["rule"].if_any(rule_from);
  exchange.delivery = delivery_from(entry["delivery"]);
  return exchange;
}

}  // namespace gcmock
