// A session client in C++17: one call a line in, one outcome a line out, tokens in memory between them. Put your own
// client where send() is used.
#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using nlohmann::json;

namespace {

std::string environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? "" : value;
}

struct Org {
  std::string client_id, client_secret, access_token, refresh_token;
  std::string refused;  // for good: this org is asked no more
};

Org org_from_environment(std::string name) {
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::toupper(c)) : '_';
  const std::string prefix = "GENESYS_ORG_" + name + "_";
  return {environment(prefix + "CLIENT_ID"), environment(prefix + "CLIENT_SECRET"),
          environment(prefix + "ACCESS_TOKEN"), environment(prefix + "REFRESH_TOKEN"), ""};
}

struct Answer {
  int status = 503;  // also where there was no whole one
  json body = json::object();
};

// No redirect is followed: credentials go nowhere else.
Answer send(const std::string& url, httplib::Request request) {
  const std::size_t path = url.find('/', url.find("://") + 3);
  httplib::Client client(url.substr(0, path));
  client.set_read_timeout(5);
  client.set_tcp_nodelay(true);
  if (const std::string ca_file = environment("GENESYS_CA_FILE"); !ca_file.empty())
    client.set_ca_cert_path(ca_file.c_str());
  request.path = url.substr(path);
  const httplib::Result result = client.send(request);
  if (!result) return {};
  json body = json::parse(result->body, nullptr, false);
  return {result->status, body.is_object() ? body : json::object()};
}

// An error about the client is for an administrator to mend (RFC 6749 §5.2), whatever its status.
std::string outcome_of(int status, const std::string& error = "") {
  if (error == "invalid_client" || error == "unauthorized_client" || error == "invalid_scope") return "needs_admin";
  if (status >= 200 && status < 300) return "ok";
  if (status == 429 || status >= 500) return "retry_later";
  if (status == 400 || status == 401) return "needs_user";
  return status == 403 ? "needs_admin" : "failed";
}

std::string form_encoded(const std::string& text) {
  return httplib::detail::encode_query_param(text);
}

std::string refresh(Org& org) {
  if (!org.refused.empty()) return org.refused;
  httplib::Request request;
  request.method = "POST";
  request.headers = {
      httplib::make_basic_authentication_header(form_encoded(org.client_id), form_encoded(org.client_secret)),
      {"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = "grant_type=refresh_token&refresh_token=" + form_encoded(org.refresh_token);
  const Answer answer = send(environment("GENESYS_LOGIN_URL") + "/oauth/token", request);
  const json error = answer.body.value("error", json());
  const std::string outcome = outcome_of(answer.status, error.is_string() ? error.get<std::string>() : "");
  const std::string access_token = answer.body.value("access_token", "");
  if (outcome == "ok" && access_token.empty()) return "retry_later";
  if (outcome == "ok") {
    org.access_token = access_token;
    org.refresh_token = answer.body.value("refresh_token", org.refresh_token);  // the old one stays good without
  } else if (outcome != "retry_later") {
    org.refused = outcome;
  }
  return outcome;
}

Answer ask(const Org& org, const json& call) {
  httplib::Request request;
  request.method = call.value("method", "GET");
  request.headers = {{"Authorization", "Bearer " + org.access_token}};
  if (call.contains("body")) {
    const bool is_text = call.contains("content_type");
    request.headers.emplace("Content-Type", call.value("content_type", "application/json"));
    request.body = is_text ? call["body"].get<std::string>() : call["body"].dump();
  }
  return send(environment("GENESYS_API_URL") + call.value("path", "/api/v2/users/me"), request);
}

std::string call_api(Org& org, const json& call) {
  const Answer first = ask(org, call);
  if (first.status != 401) return outcome_of(first.status);
  const std::string refreshed = refresh(org);
  return refreshed == "ok" ? outcome_of(ask(org, call).status) : refreshed;
}

long long now_in_milliseconds() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
}

json perform(const json& request, std::map<std::string, Org>& orgs) {
  const std::string verb = request.value("do", "");
  if (verb == "now") return {{"now_ms", now_in_milliseconds()}};
  if (verb != "call" && verb != "refresh") return {{"cannot_do", verb + " is not written yet"}};
  if (request.value("parallel", 1) > 1) return {{"cannot_do", "calls in parallel are not written yet"}};
  const std::string name = request.value("org", "");
  Org& org = orgs.try_emplace(name, org_from_environment(name)).first->second;
  return {{"outcome", verb == "call" ? call_api(org, request) : refresh(org)}};
}

}  // namespace

int main() {
  std::map<std::string, Org> orgs;
  for (std::string line; std::getline(std::cin, line);) std::cout << perform(json::parse(line), orgs) << std::endl;
}
