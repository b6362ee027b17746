// The tables of operations and answers equal the vendor's description, and what differs is pointed at.
#include <gmock/gmock.h>

#include "contract/error_comparison.h"
#include "contract/operation_comparison.h"
#include "gcmock/wire/operations.h"
#include "vendor_document.h"

namespace gcmock::contract_tests {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;
using About = Difference::About;

const std::string clients = "/paths/~1api~1v2~1oauth~1clients";

TEST(TableOfOperations, EqualsTheVendorsDescription) {
  EXPECT_THAT(compare_operations(vendor_document()), IsEmpty());
}

TEST(TableOfOperations, HasEveryOperationOfTheDescription) {
  std::size_t described = 0;
  for (const auto& path : vendor_document().root()["paths"]) described += path.size();

  EXPECT_EQ(all_operations().size(), described);
}

TEST(AnswerTable, HasTheCodesAndTextsOfTheDescriptionWhereItRestsOnIt) {
  EXPECT_THAT(compare_errors(vendor_document()), IsEmpty());
}

TEST(OperationComparison, PointsAtAPathThatIsGone) {
  const auto document = mutated([](json& root) { root["paths"].erase("/api/v2/oauth/scopes"); });

  EXPECT_THAT(compare_operations(document), ElementsAre(Difference{About::operation, "GET /api/v2/oauth/scopes",
                                                                   "/paths", "getOauthScopes", "no such path"}));
}

TEST(OperationComparison, PointsAtAMethodThatIsGone) {
  const auto document = mutated([](json& root) { root["paths"]["/api/v2/oauth/clients"].erase("post"); });

  EXPECT_THAT(compare_operations(document), ElementsAre(Difference{About::operation, "POST /api/v2/oauth/clients",
                                                                   clients, "postOauthClients", "no such method"}));
}

TEST(OperationComparison, PointsAtAMethodAndAPathThatAreNew) {
  const auto document = mutated([](json& root) {
    root["paths"]["/api/v2/oauth/clients"]["patch"] = {{"operationId", "patchOauthClients"}};
    root["paths"]["/api/v2/authorization/roles/{roleId}/copies"]["get"] = {{"operationId", "getCopies"}};
    root["paths"]["/api/v2/voicemail/me"]["get"] = {{"operationId", "getVoicemail"}};
  });

  EXPECT_THAT(
      compare_operations(document),
      ElementsAre(Difference{About::operation, "GET /api/v2/authorization/roles/{roleId}/copies",
                             "/paths/~1api~1v2~1authorization~1roles~1{roleId}~1copies/get", "not served", "getCopies"},
                  Difference{About::operation, "PATCH /api/v2/oauth/clients", clients + "/patch", "not served",
                             "patchOauthClients"}))
      << "what nobody asked of the mock is not told";
}

TEST(OperationComparison, PointsAtWhatAnOperationAsksOfItsCaller) {
  const auto document = mutated([](json& root) {
    auto& listing = root["paths"]["/api/v2/oauth/clients"]["get"];
    listing["security"][0]["PureCloud OAuth"] = {"oauth:readonly"};
    listing["x-inin-requires-permissions"] = {{"type", "ALL"}, {"permissions", {"oauth:client:list"}}};
    listing["responses"]["400"]["x-inin-error-codes"]["not.a.user"] = "This request requires a user context.";
  });
  const std::string operation = "GET /api/v2/oauth/clients";

  EXPECT_THAT(
      compare_operations(document),
      ElementsAre(
          Difference{About::scopes, operation, clients + "/get/security", "oauth oauth:readonly", "oauth:readonly"},
          Difference{About::permissions, operation, clients + "/get/x-inin-requires-permissions", "oauth:client:view",
                     "oauth:client:list"},
          Difference{About::permissions, operation, clients + "/get/x-inin-requires-permissions/type", "ANY", "ALL"},
          Difference{About::user, operation, clients + "/get/responses/400", "none", "not.a.user"}));
}

TEST(OperationComparison, PointsAtParametersBodyAndStatus) {
  const auto document = mutated([](json& root) {
    auto& listing = root["paths"]["/api/v2/oauth/clients"]["get"];
    listing["parameters"].push_back({{"name", "pageSize"}, {"in", "query"}, {"type", "integer"}});
    auto& creation = root["paths"]["/api/v2/oauth/clients"]["post"];
    creation["parameters"][0]["required"] = false;
    creation["responses"]["201"] = creation["responses"]["200"];
    creation["responses"].erase("200");
    root["definitions"]["OAuthClientRequest"]["required"] = {"name"};
  });
  const std::string of_client = "/paths/~1api~1v2~1oauth~1clients~1{clientId}/put/parameters/1/schema";

  EXPECT_THAT(
      compare_operations(document),
      testing::IsSupersetOf(
          {Difference{About::parameters, "GET /api/v2/oauth/clients", clients + "/get/parameters", "none", "pageSize"},
           Difference{About::success, "POST /api/v2/oauth/clients", clients + "/post/responses", "200", "201"},
           Difference{About::body, "POST /api/v2/oauth/clients", clients + "/post/parameters/0", "required",
                      "optional"},
           Difference{About::body, "POST /api/v2/oauth/clients", clients + "/post/parameters/0/schema",
                      "authorizedGrantType name", "name"}}));
}

TEST(ErrorComparison, PointsAtACodeThatIsGoneMovedOrWordedOtherwise) {
  const auto document = mutated([](json& root) {
    auto& client = root["paths"]["/api/v2/oauth/clients/{clientId}"];
    client["get"]["responses"]["404"]["x-inin-error-codes"]["client.not.found"] = "No such client.";
    auto& codes = client["delete"]["responses"]["400"]["x-inin-error-codes"];
    client["delete"]["responses"]["409"]["x-inin-error-codes"]["cannot.delete.client"] = codes["cannot.delete.client"];
    codes.erase("cannot.delete.client");
    root["paths"]["/api/v2/oauth/scopes"]["get"]["responses"]["401"]["x-inin-error-codes"].erase("bad.credentials");
  });

  const auto differences = compare_errors(document);

  const std::string client = "/paths/~1api~1v2~1oauth~1clients~1{clientId}";
  EXPECT_THAT(differences,
              testing::Contains(Difference{About::error, "GET /api/v2/oauth/clients/{clientId}",
                                           client + "/get/responses/404/x-inin-error-codes/client.not.found",
                                           "404 client.not.found: Client was not found.",
                                           "404 client.not.found: No such client."}));
  EXPECT_THAT(differences,
              testing::Contains(Difference{
                  About::error, "DELETE /api/v2/oauth/clients/{clientId}",
                  client + "/delete/responses/400/x-inin-error-codes/cannot.delete.client",
                  "400 cannot.delete.client: Clients must be marked as inactive to be eligible for deletion.",
                  "409 cannot.delete.client: Clients must be marked as inactive to be eligible for deletion."}));
  EXPECT_THAT(differences, testing::Contains(testing::Field(&Difference::theirs, "no such code")));
}

}  // namespace
}  // namespace gcmock::contract_tests
