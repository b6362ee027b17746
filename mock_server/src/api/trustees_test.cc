// A trustor makes, sees, edits and ends its trusts.
#include <gmock/gmock.h>

#include "api/trust_calls_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

class Trustees : public TrustCalls {
 protected:
  const std::string path = base + "trustees";

  static std::string with_bob(const std::string& pairing) {
    return R"({"pairingId":")" + pairing + R"(","enabled":true,"users":[{"id":"bob-id","roleIds":["agent"]}]})";
  }
};

TEST_F(Trustees, AreMadeOfAPairing) {
  const auto id = offer_pairing();

  const auto made = done("POST", path,
                         R"({"pairingId":")" + id +
                             R"(","enabled":true,"dateExpired":"2026-03-01T00:00:00.000Z",
    "users":[{"id":"bob-id","roleIds":["agent"]}],
    "groups":[{"id":"support-id","roleDivisions":{"grants":[{"roleId":"manager","divisionId":"sales-id"}]}}]})");

  EXPECT_EQ(made.at("id"), partner_id);
  EXPECT_EQ(made.at("enabled"), true);
  EXPECT_EQ(made.at("dateExpired"), "2026-03-01T00:00:00.000Z");
  EXPECT_EQ(made.at("createdBy").at("name"), "Alice");
  EXPECT_EQ(made.at("organization").at("name"), "Partner Org");
  EXPECT_FALSE(made.at("organization").contains("selfUri"));
  ASSERT_NE(trust(), nullptr);
  EXPECT_EQ(trust()->users.at(UserName("bob")).roles, std::vector{RoleName("agent")});
  const auto& group = trust()->groups.at(GroupName("support"));
  EXPECT_EQ(group.roles, std::vector{RoleName("manager")});
  EXPECT_TRUE(group.role_divisions.at(RoleName("manager")).contains(DivisionId("sales-id")));
  EXPECT_TRUE(may_act_by_trust(world_, org(), {OrgName("partner"), UserName("bob")}, now_));
  EXPECT_TRUE(may_act_by_trust(world_, org(), {OrgName("partner"), UserName("carol")}, now_));
}

TEST_F(Trustees, NeedAPairingThatIsThereAndNotOld) {
  const auto id = offer_pairing();

  EXPECT_EQ(fault("POST", path, R"({"enabled":true,"users":[{"id":"bob-id"}]})"), RefusalReason::pairing_id_required);
  EXPECT_EQ(fault("POST", path, with_bob("")), RefusalReason::pairing_id_required);
  EXPECT_EQ(fault("POST", path, with_bob("made-up")), RefusalReason::pairing_id_required);
  now_ += 48h;
  EXPECT_EQ(fault("POST", path, with_bob(id)), RefusalReason::pairing_id_required);
  EXPECT_EQ(trust(), nullptr);
}

TEST_F(Trustees, CannotBeTheOrgItself) {
  const auto id = offer_pairing();
  call_as("partner", "bob");

  EXPECT_EQ(fault("POST", path, with_bob(id)), RefusalReason::trust_with_self);
}

TEST_F(Trustees, NeedSomebodyInThem) {
  const auto begin = R"({"pairingId":")" + offer_pairing() + R"(","enabled":true)";

  EXPECT_EQ(fault("POST", path, begin + "}"), RefusalReason::trustee_user_or_group_required);
  EXPECT_EQ(fault("POST", path, begin + R"(,"users":[],"groups":[]})"), RefusalReason::trustee_user_or_group_required);
  EXPECT_EQ(fault("POST", path, begin + R"(,"groups":[]})"), RefusalReason::trustee_user_or_group_required);
  EXPECT_EQ(fault("POST", path, begin + R"(,"users":[]})"), RefusalReason::trustee_user_required);
}

TEST_F(Trustees, AreRefusedWhereTheBodyIsNotWhatTheyTake) {
  const auto id = offer_pairing();
  const auto begin = R"({"pairingId":")" + id + R"(","enabled":true)";

  EXPECT_EQ(fault("POST", path, R"({"pairingId":"x"})"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("POST", path, R"({"pairingId":1,"enabled":true})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", path, R"({"pairingId":")" + id + R"(","enabled":"yes"})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", path, begin + R"(,"dateExpired":"tomorrow"})"), RefusalReason::body_date_invalid);
  EXPECT_EQ(fault("POST", path, begin + R"(,"users":{}})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", path, begin + R"(,"users":["bob-id"]})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", path, begin + R"(,"users":[{}]})"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("POST", path, begin + R"(,"users":[{"id":"nobody"}]})"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("POST", path, begin + R"(,"groups":[{"id":"nothing"}]})"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("POST", path, begin + R"(,"users":[{"id":"bob-id","roleIds":["boss"]}]})"),
            RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", path, begin + "}", "text/xml"), RefusalReason::media_type_unsupported);
  EXPECT_EQ(fault("POST", path, "{"), RefusalReason::body_malformed);
  EXPECT_EQ(trust(), nullptr);
}

TEST_F(Trustees, CannotBeTrustedTwice) {
  const auto id = offer_pairing();

  done("POST", path, with_bob(id));

  EXPECT_EQ(fault("POST", path, with_bob(id)), RefusalReason::request_conflict);
}

TEST_F(Trustees, AreListedByPages) {
  trust_partner();

  const auto list = get(path + "?pageSize=1&pageNumber=1");

  EXPECT_EQ(list.at("total"), 1);
  EXPECT_EQ(list.at("entities").at(0).at("id"), partner_id);
  EXPECT_EQ(list.at("entities").at(0).at("usesDefaultRole"), false);
  EXPECT_TRUE(get(path + "?pageNumber=2").at("entities").empty());
  EXPECT_EQ(fault("GET", path + "?pageSize=0"), RefusalReason::query_value_invalid);
}

TEST_F(Trustees, AreShownOneByOne) {
  trust_partner();

  EXPECT_EQ(get(trustee).at("selfUri"), trustee);
  EXPECT_EQ(fault("GET", base + "trustees/" + primary_id), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", base + "trustees/nothing"), RefusalReason::entity_not_found);
}

TEST_F(Trustees, AreDisabledAndGivenAnEnd) {
  trust_partner();
  const UserOfOrg bob{OrgName("partner"), UserName("bob")};

  done("PUT", trustee, R"({"enabled":true,"dateExpired":"2026-01-01T01:00:00Z"})");
  const bool is_in = may_act_by_trust(world_, org(), bob, now_ + 1h - 1ms);
  const bool is_in_later = may_act_by_trust(world_, org(), bob, now_ + 1h);
  const auto disabled = done("PUT", trustee, R"({"enabled":false})");

  EXPECT_TRUE(is_in);
  EXPECT_FALSE(is_in_later);
  EXPECT_EQ(disabled.at("enabled"), false);
  EXPECT_FALSE(disabled.contains("dateExpired"));
  EXPECT_FALSE(may_act_by_trust(world_, org(), bob, now_));
  EXPECT_EQ(trust()->users.size(), 1U);
}

TEST_F(Trustees, AreNotEditedByWrongBodies) {
  EXPECT_EQ(fault("PUT", trustee, R"({"enabled":true})"), RefusalReason::entity_not_found);
  trust_partner();

  EXPECT_EQ(fault("PUT", trustee, "{}"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("PUT", trustee, R"({"enabled":1})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", trustee, R"({"enabled":true,"dateExpired":"2026-02-30T00:00:00Z"})"),
            RefusalReason::body_date_invalid);
  EXPECT_EQ(fault("PUT", trustee, "1"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("PUT", trustee, "{}", "text/plain"), RefusalReason::media_type_unsupported);
}

TEST_F(Trustees, AreTrustedNoMoreOnceDeleted) {
  trust_partner();

  const auto outcome = ask("DELETE", trustee);

  EXPECT_EQ(std::get<ApiDone>(outcome).status, 204);
  EXPECT_EQ(trust(), nullptr);
  EXPECT_EQ(fault("DELETE", trustee), RefusalReason::entity_not_found);
}

}  // namespace
}  // namespace gcmock
