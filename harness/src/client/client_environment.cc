// The environment contract: what a client in a process of its own is told, as variables.
#include <utility>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {
namespace {

using Variables = std::vector<std::pair<std::string, std::string>>;

char as_in_a_variable(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
  const bool kept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return kept ? c : '_';
}

std::string prefix_of(const OrgName& org) {
  std::string prefix = "GENESYS_ORG_";
  for (const char c : org.value) prefix += as_in_a_variable(c);
  return prefix;
}

void add_org(Variables& variables, const OrgName& org, const ClientSettings& settings) {
  const std::string prefix = prefix_of(org);
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) variables.emplace_back(prefix + name, value);
  };
  add("_CLIENT_ID", settings.client_id);
  add("_CLIENT_SECRET", settings.client_secret);
  add("_REDIRECT_URI", settings.redirect_uri);
  add("_REFRESH_TOKEN", settings.refresh_token);
  add("_ACCESS_TOKEN", settings.access_token);
  add("_AUTH_CODE", settings.auth_code);
  add("_SAML_ASSERTION", settings.saml_assertion);
  add("_ORG_NAME", org.value);
}

void add_ca_file(Variables& variables, const std::string& file) {
  for (const char* name :
       {"GENESYS_CA_FILE", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}) {
    variables.emplace_back(name, file);
  }
}

std::string words_of(const std::vector<ClientCall>& calls) {
  std::string words;
  for (const ClientCall& call : calls) {
    if (!words.empty()) words += ' ';
    words.append(to_string(call.verb)).append(":").append(call.org.value);
  }
  return words;
}

}  // namespace

Variables ClientEnvironment::variables() const {
  Variables variables = {{"GENESYS_LOGIN_URL", login_url}, {"GENESYS_API_URL", api_url}};
  for (const auto& [org, settings] : orgs) add_org(variables, org, settings);
  variables.emplace_back("GENESYS_CALLS", words_of(calls));
  if (!scratch_directory.empty()) variables.emplace_back("GENESYS_SCRATCH_DIR", scratch_directory);
  if (!ca_file.empty()) add_ca_file(variables, ca_file);
  return variables;
}

}  // namespace gcmock
