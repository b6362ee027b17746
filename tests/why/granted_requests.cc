#include "granted_requests.h"

#include <array>

#include "gcmock/wire/operations.h"
#include "inquiry/asker.h"
#include "inquiry/written_request.h"

namespace gcmock::why {
namespace {

class Candidates {
 public:
  explicit Candidates(const Scenario& world) : world_(world) {
    for (const auto& [name, org] : world.world.orgs) {
      for (const auto& token : org.refresh_tokens) refresh(name, token);
      for (const auto& code : org.codes) redeem(name, code);
      for (const auto& assertion : org.saml_assertions) exchange_assertion(name, org, assertion);
      for (const auto& [id, client] : org.clients) ask_for_itself(name, id);
      for (const auto& token : org.access_tokens) call_everything(name, org, token);
    }
  }
  std::vector<GrantedRequest> take() { return std::move(all_); }

 private:
  void add(const std::string& name, const std::string& text, const std::string& as) {
    auto written = read_request(text);
    OfflineRequest request = std::move(written.request).value();
    request.headers.emplace_back("Host", host_ + "." + world_.world.region);
    if (introduce(request, as, world_).empty()) all_.push_back({name, std::move(request)});
  }

  void add_token_request(const std::string& name, const std::string& fields, const std::string& as) {
    host_ = "login";
    add(name, token_path_ + " " + fields, as);
  }

  void refresh(const OrgName& org, const InitialToken& token) {
    const std::string label = org.value + "/refresh-" + token.name;
    add_token_request("refresh " + label, "grant_type=refresh_token&refresh_token=" + label,
                      org.value + "/" + token.client.value);
  }

  void redeem(const OrgName& org, const InitialToken& code) {
    const std::string label = org.value + "/code-" + code.name;
    add_token_request("redeem " + label,
                      "grant_type=authorization_code&code=" + label + "&redirect_uri=" + code.redirect_uri,
                      org.value + "/" + code.client.value);
  }

  void exchange_assertion(const OrgName& name, const Org& org, const InitialToken& assertion) {
    const std::string label = name.value + "/assertion-" + assertion.name;
    for (const auto& [id, client] : org.clients) {
      add_token_request(
          "exchange " + label,
          "grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer&orgName=" + name.value + "&assertion=" + label,
          name.value + "/" + id.value);
    }
  }

  void ask_for_itself(const OrgName& org, const ClientId& client) {
    add_token_request("client credentials of " + org.value + "/" + client.value, "grant_type=client_credentials",
                      org.value + "/" + client.value);
  }

  void call_everything(const OrgName& name, const Org& org, const InitialToken& token) {
    host_ = "api";
    const std::string label = name.value + "/access-" + token.name;
    for (const Operation& operation : all_operations()) {
      const bool is_plain = operation.method == "GET" && operation.path.find('{') == std::string_view::npos;
      if (is_plain) call(std::string(operation.path), label);
    }
    for (const auto& [id, client] : org.clients) call("/api/v2/oauth/clients/" + id.value, label);
  }

  void call(const std::string& path, const std::string& token) {
    add("GET " + path + " with " + token, "GET " + path, token);
  }

  const Scenario& world_;
  const std::string token_path_ =
      world_.world.dialect == Dialect::reported ? "POST /api/v2/oauth/token" : "POST /oauth/token";
  std::string host_;
  std::vector<GrantedRequest> all_;
};

}  // namespace

bool is_granted(const Exchange& exchange) {
  return !exchange.refusal && exchange.status >= 200 && exchange.status < 300;
}

std::vector<GrantedRequest> granted_requests(const Scenario& world) {
  std::vector<GrantedRequest> granted;
  for (GrantedRequest& candidate : Candidates(world).take()) {
    if (is_granted(OfflineMock(world.world).ask(candidate.request))) granted.push_back(std::move(candidate));
  }
  return granted;
}

}  // namespace gcmock::why
