#include "mutants/changed_requests.h"
#include "mutants/mutants_by_bug.h"

namespace gcmock {
namespace {

using ChangeApiRequest = std::function<void(SentRequest&, const OrgAmongOthers&)>;

Mutant calling(std::string_view name, std::string_view bug, std::string_view invariant, ChangeApiRequest change) {
  return {name, bug, invariant,
          [change = std::move(change)](Conduct& conduct) { conduct.change_api_request = change; }};
}

void present(SentRequest& request, const std::string& token) {
  if (!token.empty()) set_header(request, "Authorization", "Bearer " + token);
}

}  // namespace

std::vector<Mutant> mutants_in_api_requests() {
  return {
      calling("links_to_its_token", "sends the access token in the Referer of API requests", "I-5",
              [](SentRequest& request, const OrgAmongOthers&) {
                set_header(request, "Referer", "https://app.example/?access_token=" + bearer_of(request));
              }),
      calling("sends_the_refresh_token_as_bearer", "presents the refresh token to the API", "I-25",
              [](SentRequest& request, const OrgAmongOthers& org) { present(request, org.own().refresh_token); }),
      calling("sends_the_refresh_token_along", "sends the refresh token to the API in a header of its own", "I-25",
              [](SentRequest& request, const OrgAmongOthers& org) {
                if (!org.own().refresh_token.empty()) set_header(request, "X-Refresh-Token", org.own().refresh_token);
              }),
      calling("sends_the_access_token_of_another_org", "mixes up the access tokens of its orgs", "I-26",
              [](SentRequest& request, const OrgAmongOthers& org) { present(request, org.other().access_token); }),
      calling("sends_the_access_token_in_the_query", "sends the access token in the query, besides the header", "I-27",
              [](SentRequest& request, const OrgAmongOthers&) {
                add_to_query(request, "access_token", bearer_of(request));
              }),
      calling("sends_the_access_token_in_a_cookie", "sends the access token in a cookie, besides the header", "I-27",
              [](SentRequest& request, const OrgAmongOthers&) {
                set_header(request, "Cookie", "session=" + bearer_of(request));
              }),
  };
}

}  // namespace gcmock
