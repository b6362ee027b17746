#include "record/traffic.h"

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

using nlohmann::json;

std::string text_member(const json& object, const char* name) {
  const auto member = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && member != object.end() && member->is_string() ? member->get<std::string>() : "";
}

void read_client(Overheard& heard) {
  heard.client_id = field_of(heard.fields, "client_id");
  heard.secret = field_of(heard.fields, "client_secret");
  if (const auto basic = basic_of(header_of(heard.exchange->headers, "Authorization"))) {
    heard.client_id = basic->first;
    heard.secret = basic->second;
  }
}

SpoiltGrant spoilt(const Overheard& heard, const json& answer) {
  if (heard.exchange->came != AnswerPart::all) return SpoiltGrant::no;
  const std::string& body = heard.exchange->answer_body;
  if (body.empty()) return SpoiltGrant::is_empty;
  if (answer.is_discarded()) return body.starts_with('<') ? SpoiltGrant::is_a_page : SpoiltGrant::is_cut_short;
  if (heard.access_token.empty()) return SpoiltGrant::has_no_token;
  return same_header(text_member(answer, "token_type"), "bearer") ? SpoiltGrant::no : SpoiltGrant::has_another_type;
}

void read_grant(Overheard& heard, const json& answer) {
  heard.kind = Overheard::Kind::grant;
  heard.fields = fields_of(heard.exchange->body);
  heard.grant = field_of(heard.fields, "grant_type");
  read_client(heard);
  for (const char* name : {"refresh_token", "code", "assertion"}) {
    if (heard.presented.empty()) heard.presented = field_of(heard.fields, name);
  }
  if (heard.exchange->status != 200) return;
  heard.access_token = text_member(answer, "access_token");
  heard.refresh_token = text_member(answer, "refresh_token");
  heard.scope = text_member(answer, "scope");
  if (answer.is_object() && answer.contains("expires_in") && answer["expires_in"].is_number_integer())
    heard.expires_in = std::chrono::seconds(answer["expires_in"].get<std::int64_t>());
  heard.spoilt = spoilt(heard, answer);
}

void read_login(Overheard& heard) {
  heard.kind = Overheard::Kind::login;
  heard.fields = fields_of(query_of(heard.exchange->target));
  heard.client_id = field_of(heard.fields, "client_id");
  const NameValues back = fields_of(query_of(header_of(heard.exchange->answer_headers, "Location")));
  heard.code = field_of(back, "code");
}

void read_call(Overheard& heard, const json& answer) {
  const std::string authorization = header_of(heard.exchange->headers, "Authorization");
  if (authorization.size() > 7 && same_header(authorization.substr(0, 7), "Bearer "))
    heard.bearer = authorization.substr(7);
  if (heard.exchange->status != 200 || !answer.is_object()) return;
  if (heard.path.ends_with("/api/v2/organizations/me")) heard.org_id = text_member(answer, "id");
  if (!heard.path.ends_with("/api/v2/users/me")) return;
  heard.user_id = text_member(answer, "id");
  if (answer.contains("organization")) heard.org_id = text_member(answer["organization"], "id");
}

}  // namespace

std::vector<Overheard> overhear(const std::vector<RecordedExchange>& recorded) {
  std::vector<Overheard> all;
  all.reserve(recorded.size());
  for (const RecordedExchange& exchange : recorded) {
    Overheard& heard = all.emplace_back();
    heard.exchange = &exchange;
    heard.path = path_of(exchange.target);
    const json answer = json::parse(exchange.answer_body, nullptr, false);
    heard.error = text_member(answer, "error");
    if (heard.error.empty()) heard.error = text_member(answer, "code");
    if (heard.path.ends_with("/oauth/token"))
      read_grant(heard, answer);
    else if (heard.path.ends_with("/oauth/authorize") && header_of(exchange.headers, "Authorization").empty())
      read_login(heard);
    else
      read_call(heard, answer);
  }
  return all;
}

}  // namespace gcmock
