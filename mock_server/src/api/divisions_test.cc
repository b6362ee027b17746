// Divisions, permissions and products of an org.
#include <gmock/gmock.h>

#include "api/roles_calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;

class Divisions : public RoleCalls {
 protected:
  RefusalReason refused(const json& body) { return fault("POST", "/api/v2/authorization/divisions", body.dump()); }
};

using Permissions = RoleCalls;
using Products = RoleCalls;

TEST_F(Divisions, AreListed) {
  const auto divisions = get("/api/v2/authorization/divisions");

  EXPECT_EQ(divisions["total"], 2);
  EXPECT_EQ(divisions["entities"][0], json({{"id", "emea"},
                                            {"name", "EMEA"},
                                            {"description", "Europe"},
                                            {"homeDivision", false},
                                            {"selfUri", "/api/v2/authorization/divisions/emea"}}));
  EXPECT_EQ(divisions["entities"][1]["homeDivision"], true);
}

TEST_F(Divisions, AreAtLeastTheHomeDivision) {
  org().divisions.clear();

  const auto divisions = get("/api/v2/authorization/divisions");

  EXPECT_EQ(divisions["total"], 1);
  EXPECT_EQ(divisions["entities"][0]["name"], "Home");
  EXPECT_EQ(divisions["entities"][0]["id"], org().id.value);
}

TEST_F(Divisions, AreFoundByIdAndName) {
  EXPECT_EQ(get("/api/v2/authorization/divisions?id=home")["entities"][0]["id"], "home");
  EXPECT_EQ(get("/api/v2/authorization/divisions?name=me")["total"], 2);
  EXPECT_EQ(get("/api/v2/authorization/divisions?name=mea")["total"], 1);
  EXPECT_EQ(get("/api/v2/authorization/divisions?pageSize=1&sortBy=id")["nextUri"],
            "/api/v2/authorization/divisions?pageSize=1&pageNumber=2");
  EXPECT_EQ(get("/api/v2/authorization/divisions?objectCount=true")["entities"][0]["objectCounts"], json::object());
  EXPECT_EQ(fault("GET", "/api/v2/authorization/divisions?objectCount=x"), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/divisions?pageSize=-1"), RefusalReason::query_value_invalid);
}

TEST_F(Divisions, AreCreated) {
  const auto division = done("POST", "/api/v2/authorization/divisions",
                             R"({"name": "APAC", "description": "Asia", "homeDivision": true})");

  EXPECT_EQ(division["homeDivision"], false);
  EXPECT_EQ(org().divisions.at(DivisionId(division["id"].get<std::string>())).name, "APAC");
}

TEST_F(Divisions, AreRefusedEachForItsReason) {
  EXPECT_EQ(refused({{"name", "APAC"}}), RefusalReason::body_member_missing);
  EXPECT_EQ(refused({{"description", ""}}), RefusalReason::division_name_invalid);
  EXPECT_EQ(refused({{"description", ""}, {"name", " "}}), RefusalReason::division_name_invalid);
  EXPECT_EQ(refused({{"description", ""}, {"name", 1}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(refused({{"description", ""}, {"name", std::string(256, 'x')}}), RefusalReason::division_name_too_long);
  EXPECT_EQ(refused({{"description", std::string(256, 'x')}, {"name", "x"}}), RefusalReason::division_name_too_long);
  EXPECT_EQ(refused({{"description", ""}, {"name", "emea"}}), RefusalReason::resource_exists);
  org().capacity.divisions = 2;
  EXPECT_EQ(refused({{"description", ""}, {"name", "x"}}), RefusalReason::too_many_divisions);
}

TEST_F(Permissions, AreListedByDomain) {
  const auto permissions = get("/api/v2/authorization/permissions?queryType=domain&query=usage,oauth");

  EXPECT_EQ(permissions["total"], 2);
  EXPECT_EQ(permissions["entities"][0]["domain"], "oauth");
  EXPECT_EQ(permissions["entities"][0]["permissionMap"]["token"][0]["action"], "delete");
  EXPECT_EQ(permissions["entities"][1]["permissionMap"].size(), 1U);
}

TEST_F(Permissions, AreAllThatTheOperationsAskFor) {
  const auto all = get("/api/v2/authorization/permissions?pageSize=100");
  const auto one = get("/api/v2/authorization/permissions?queryType=permission&query=authorization:role:view");

  EXPECT_EQ(all["total"], 5);  // authorization, directory, integrations, oauth, usage
  EXPECT_EQ(one["entities"][0]["permissionMap"].size(), 1U);
  EXPECT_EQ(get("/api/v2/authorization/permissions?query=usage")["total"], 1);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/permissions?queryType=role"), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/permissions?pageSize=x"), RefusalReason::query_value_invalid);
}

TEST_F(Products, AreThoseOfTheOrg) {
  org().products = {"engage"};

  const auto products = get("/api/v2/authorization/products");

  EXPECT_EQ(products["entities"], json::array({{{"id", "engage"}}}));
  EXPECT_FALSE(products.contains("selfUri"));
}

}  // namespace
}  // namespace gcmock
