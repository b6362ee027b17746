// What was done to trusts can be asked for by both of their orgs.
#include <gmock/gmock.h>

#include "api/trust_calls_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

class TrustAudits : public TrustCalls {
 protected:
  /// Alice trusts org partner with its bob; an hour later she adds carol, then disables the trust.
  void live() {
    const auto id = offer_pairing();
    done("POST", base + "trustees",
         R"({"pairingId":")" + id + R"(","enabled":true,"users":[{"id":"bob-id","roleIds":["agent"]}]})");
    now_ += 1h;
    done("POST", trustee + "/users", R"({"id":"carol-id"})");
    done("PUT", trustee, R"({"enabled":false})");
  }
  std::vector<std::string> messages(const std::string& target, const std::string& body) {
    std::vector<std::string> told;
    const auto found = done("POST", target, body);
    for (const auto& audit : found.at("entities")) told.push_back(audit.at("message"));
    return told;
  }
  const std::string path = base + "trustees/audits";
  const std::string of_trustor = base + "trustor/audits";
  const std::string all = R"({"trusteeOrganizationIds":[],"trusteeUserIds":[]})";
};

TEST_F(TrustAudits, AreNoneWhereNothingWasDone) {
  trust_partner();

  EXPECT_EQ(done("POST", path, all).at("total"), 0);
}

TEST_F(TrustAudits, TellTheLastFirst) {
  live();

  EXPECT_EQ(messages(path, all),
            (std::vector<std::string>{"the trust was disabled", "user carol was added with roles none",
                                      "user bob was added with roles [agent]", "the trust was created"}));
  EXPECT_EQ(messages(path + "?sortOrder=ascending&sortBy=timestamp", all).front(), "the trust was created");
}

TEST_F(TrustAudits, SayWhoDidWhatWhenToWhom) {
  live();

  const auto audit = done("POST", path + "?pageSize=1&pageNumber=2", all).at("entities").at(0);

  EXPECT_EQ(audit.at("timestamp"), "2026-01-01T01:00:00.000Z");
  EXPECT_EQ(audit.at("action"), "MEMBER_ADD");
  EXPECT_EQ(audit.at("user").at("name"), "Alice");
  EXPECT_EQ(audit.at("trusteeUser").at("id"), "carol-id");
  EXPECT_EQ(audit.at("trusteeOrganization").at("id"), partner_id);
  EXPECT_EQ(audit.at("trustorOrganization").at("id"), primary_id);
}

TEST_F(TrustAudits, AreLimitedByOrgUserTimeAndPhrase) {
  live();

  EXPECT_EQ(messages(path, R"({"trusteeOrganizationIds":["other"],"trusteeUserIds":[]})").size(), 0U);
  EXPECT_EQ(
      messages(path, R"({"trusteeOrganizationIds":[")" + std::string(partner_id) + R"("],"trusteeUserIds":[]})").size(),
      4U);
  EXPECT_EQ(messages(path, R"({"trusteeOrganizationIds":[],"trusteeUserIds":["bob-id"]})"),
            std::vector<std::string>{"user bob was added with roles [agent]"});
  EXPECT_EQ(
      messages(path, R"({"trusteeOrganizationIds":[],"trusteeUserIds":[],"startDate":"2026-01-01T00:30:00Z"})").size(),
      2U);
  EXPECT_EQ(
      messages(path, R"({"trusteeOrganizationIds":[],"trusteeUserIds":[],"endDate":"2026-01-01T00:30:00Z"})").size(),
      2U);
  EXPECT_EQ(messages(path, R"({"trusteeOrganizationIds":[],"trusteeUserIds":[],"queryPhrase":"carol"})").size(), 1U);
}

TEST_F(TrustAudits, AreTheTrusteesToAskForAsWell) {
  live();
  call_as("partner", "bob");
  const auto body = R"({"trustorOrganizationId":")" + std::string(primary_id) + R"(","trusteeUserIds":[]})";

  EXPECT_EQ(messages(of_trustor, body).size(), 4U);
  EXPECT_EQ(messages(path, all).size(), 0U);
  done("DELETE", trustor);
  EXPECT_EQ(messages(of_trustor, body).front(), "the trust was deleted");
  EXPECT_EQ(fault("POST", of_trustor, R"({"trustorOrganizationId":"other","trusteeUserIds":[]})"),
            RefusalReason::entity_not_found);
}

TEST_F(TrustAudits, AreNotOthersToAskFor) {
  live();
  Org third;
  third.name = OrgName("third");
  third.id = OrgId("third-id");
  world_.orgs[third.name] = third;
  call_as("third", "nobody");

  EXPECT_EQ(
      done("POST", of_trustor, R"({"trustorOrganizationId":")" + std::string(primary_id) + R"(","trusteeUserIds":[]})")
          .at("total"),
      0);
}

TEST_F(TrustAudits, AreRefusedForWrongQueries) {
  const auto with = [&](const std::string& member) { return all.substr(0, all.size() - 1) + "," + member + "}"; };

  EXPECT_EQ(fault("POST", path, "{}"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("POST", path, "[]"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("POST", path, all, "text/plain"), RefusalReason::media_type_unsupported);
  EXPECT_EQ(fault("POST", path, R"({"trusteeOrganizationIds":"x","trusteeUserIds":[]})"),
            RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", path, with(R"("startDate":"yesterday")")), RefusalReason::body_date_invalid);
  EXPECT_EQ(fault("POST", path, with(R"("endDate":"2026-13-01T00:00:00Z")")), RefusalReason::body_date_invalid);
  EXPECT_EQ(fault("POST", path, with(R"("queryPhrase":1)")), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", path + "?sortBy=name", all), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("POST", path + "?sortOrder=up", all), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("POST", path + "?pageSize=0", all), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("POST", of_trustor, R"({"trusteeUserIds":[]})"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("POST", of_trustor, R"({"trustorOrganizationId":1,"trusteeUserIds":[]})"),
            RefusalReason::body_value_invalid);
}

}  // namespace
}  // namespace gcmock
