#include "client/form_encoding.h"
#include "mutants/changed_requests.h"
#include "mutants/mutants_by_bug.h"

namespace gcmock {
namespace {

using ChangeTokenRequest = std::function<void(SentRequest&, FormFields&, const OrgAmongOthers&)>;

Mutant asking(std::string_view name, std::string_view bug, std::string_view invariant, ChangeTokenRequest change) {
  return {name, bug, invariant,
          [change = std::move(change)](Conduct& conduct) { conduct.change_token_request = change; }};
}

void ask_by_get(SentRequest& request, FormFields& grant, const OrgAmongOthers&) {
  request.method = "GET";
  request.content_type.clear();
  for (const auto& [name, value] : grant) add_to_query(request, name, value);
}

// The values are identifiers and tokens: none of them needs escaping.
void ask_in_json(SentRequest& request, FormFields& grant, const OrgAmongOthers&) {
  request.content_type = "application/json";
  for (const auto& [name, value] : grant)
    request.body += (request.body.empty() ? "{\"" : ",\"") + name + "\":\"" + value + "\"";
  request.body += "}";
}

void authenticate_as(SentRequest& request, const std::string& client_id, const std::string& client_secret) {
  set_header(request, "Authorization", "Basic " + base64(client_id + ":" + client_secret));
}

bool is_refresh(const FormFields& grant) {
  return field_of(grant, "grant_type") == "refresh_token";
}

}  // namespace

std::vector<Mutant> mutants_in_token_requests() {
  return {
      asking("asks_by_get", "sends token requests by GET, the grant in the query", "I-1", ask_by_get),
      asking("asks_by_put", "sends token requests by PUT", "I-1",
             [](SentRequest& request, FormFields&, const OrgAmongOthers&) { request.method = "PUT"; }),
      asking("asks_in_json", "sends the grant as JSON", "I-2", ask_in_json),
      asking("asks_in_plain_text", "forgets the Content-Type of its form", "I-2",
             [](SentRequest& request, FormFields&, const OrgAmongOthers&) { request.content_type = "text/plain"; }),
      asking("repeats_the_grant_type", "adds grant_type twice, once in the library and once around it", "I-3",
             [](SentRequest&, FormFields& grant, const OrgAmongOthers&) {
               grant.emplace_back("grant_type", field_of(grant, "grant_type"));
             }),
      asking("authenticates_twice", "sends its secret in the header and in the body", "I-4",
             [](SentRequest&, FormFields& grant, const OrgAmongOthers& org) {
               set_field(grant, "client_id", org.own().client_id);
               set_field(grant, "client_secret", org.own().client_secret);
             }),
      asking("puts_its_secret_in_the_url", "sends its secret as a query parameter", "I-5",
             [](SentRequest& request, FormFields&, const OrgAmongOthers& org) {
               if (!org.own().client_secret.empty()) add_to_query(request, "client_secret", org.own().client_secret);
             }),
      asking("puts_the_refresh_token_in_the_url", "sends the refresh token as a query parameter", "I-5",
             [](SentRequest& request, FormFields& grant, const OrgAmongOthers&) {
               if (is_refresh(grant)) add_to_query(request, "refresh_token", field_of(grant, "refresh_token"));
             }),
      asking("does_not_encode_its_secret", "puts id and secret into the Basic header as they are", "I-6",
             [](SentRequest& request, FormFields&, const OrgAmongOthers& org) {
               if (!org.own().client_secret.empty())
                 authenticate_as(request, org.own().client_id, org.own().client_secret);
             }),
      asking("asks_for_all_scopes", "asks for every scope it knows of with each refresh", "I-9",
             [](SentRequest&, FormFields& grant, const OrgAmongOthers&) {
               if (is_refresh(grant)) set_field(grant, "scope", "oauth organization users authorization");
             }),
      asking("presents_the_token_of_another_org", "mixes up the refresh tokens of its orgs", "I-10",
             [](SentRequest&, FormFields& grant, const OrgAmongOthers& org) {
               if (is_refresh(grant) && !org.other().refresh_token.empty())
                 set_field(grant, "refresh_token", org.other().refresh_token);
             }),
      asking("uses_the_secret_of_another_org", "mixes up the secrets of its orgs", "I-10",
             [](SentRequest& request, FormFields&, const OrgAmongOthers& org) {
               if (!org.other().client_secret.empty())
                 authenticate_as(request, org.own().client_id, org.other().client_secret);
             }),
      asking("uses_the_client_of_another_org", "authenticates as the client of another org", "I-10",
             [](SentRequest& request, FormFields&, const OrgAmongOthers& org) {
               if (!org.other().client_secret.empty())
                 authenticate_as(request, org.other().client_id, org.other().client_secret);
             }),
  };
}

}  // namespace gcmock
