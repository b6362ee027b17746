// What shows only where one org is used from several threads: calls that began before a renewal failed.
#include "client/org_connection.h"

#include <gtest/gtest.h>

#include <future>

#include "client/reference_client_for_tests.h"

namespace gcmock {
namespace {

TEST(OrgConnection, ACallThatBeganBeforeARenewalFailedSharesTheFailure) {
  std::promise<void> api_asked;
  std::promise<void> may_answer;
  ScriptedServer server([&, gate = may_answer.get_future().share()](const SeenRequest& request) {
    if (is_token_request(request)) return ScriptedAnswer{503, "", ""};
    api_asked.set_value();
    gate.wait();
    return ScriptedAnswer{401, "{}", ""};
  });
  const std::map<OrgName, ClientSettings> orgs{{OrgName("acme"), settings_with_tokens()}};
  const Conduct conduct;
  OrgConnection org({OrgName("acme"), orgs}, {server.url(), server.url()}, conduct, {});
  const Deadline deadline = deadline_in(std::chrono::seconds{30});

  auto call = std::async(std::launch::async, [&] {
    return org.call({Verb::call, OrgName("acme"), me, "GET", 1}, deadline);
  });
  api_asked.get_future().wait();
  const ClientReply renewal = org.refresh(deadline);
  may_answer.set_value();

  EXPECT_EQ(renewal.outcome, Outcome::retry_later);
  EXPECT_EQ(call.get().outcome, Outcome::retry_later);
  EXPECT_EQ(server.count("/oauth/token"), 3);
}

TEST(OrgConnection, ACallThatBeganBeforeARenewalSucceededUsesWhatItBrought) {
  std::promise<void> api_asked;
  std::promise<void> may_answer;
  ScriptedServer server([&, gate = may_answer.get_future().share()](const SeenRequest& request) {
    if (is_token_request(request)) return tokens("new", "refresh-2");
    if (carries(request, "new")) return ScriptedAnswer{};
    api_asked.set_value();
    gate.wait();
    return ScriptedAnswer{401, "{}", ""};
  });
  const std::map<OrgName, ClientSettings> orgs{{OrgName("acme"), settings_with_tokens()}};
  const Conduct conduct;
  OrgConnection org({OrgName("acme"), orgs}, {server.url(), server.url()}, conduct, {});
  const Deadline deadline = deadline_in(std::chrono::seconds{30});

  auto call = std::async(std::launch::async, [&] {
    return org.call({Verb::call, OrgName("acme"), me, "GET", 1}, deadline);
  });
  api_asked.get_future().wait();
  org.refresh(deadline);
  may_answer.set_value();

  EXPECT_EQ(call.get().outcome, Outcome::ok);
  EXPECT_EQ(server.count("/oauth/token"), 1);
}

}  // namespace
}  // namespace gcmock
