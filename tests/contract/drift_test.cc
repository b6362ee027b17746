// A description that has changed is told apart from ours, whatever the change; the one that we rest on is not.
#include "contract/drift.h"

#include <gmock/gmock.h>

#include "vendor_document.h"

namespace gcmock::contract_tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::Ge;
using testing::IsEmpty;
using About = Difference::About;

template <class Change>
std::vector<Difference> drift_after(const Change& change) {
  return find_drift(mutated(change)).differences;
}

TEST(Drift, IsNoneFromTheDescriptionThatWeRestOn) {
  const auto drift = find_drift(vendor_document());

  EXPECT_THAT(drift.differences, IsEmpty());
  EXPECT_THAT(drift.answers, Ge(1000U));
}

TEST(Drift, PointsAtAMemberThatAnAnswerNoLongerMayHave) {
  const auto differences =
      drift_after([](json& root) { root["definitions"]["OAuthClient"]["properties"].erase("description"); });

  EXPECT_THAT(differences,
              Contains(Difference{About::answer, "GET /api/v2/oauth/clients/{clientId} → 200, /description",
                                  "/definitions/OAuthClient/properties", "a string", "no such member"}));
}

TEST(Drift, TellsAnItemsMemberOnce) {
  const auto differences = drift_after([](json& root) {
    root["definitions"]["OAuthClientEntityListing"]["properties"]["entities"]["items"] = {{"type", "string"}};
  });

  EXPECT_THAT(differences, ElementsAre(Difference{About::answer, "GET /api/v2/oauth/clients → 200, /entities/*",
                                                  "/definitions/OAuthClientEntityListing/properties/entities/items",
                                                  "an object", "a string"}));
}

TEST(Drift, PointsAtAMemberThatBecameRequiredAndAtAnotherType) {
  const auto differences = drift_after([](json& root) {
    auto& organization = root["definitions"]["Organization"];
    organization["required"].push_back("owner");
    organization["properties"]["version"]["type"] = "string";
  });

  const std::string operation = "GET /api/v2/organizations/me → 200, ";
  EXPECT_THAT(differences, Contains(Difference{About::answer, operation + "/owner",
                                               "/definitions/Organization/required", "none", "a member"}));
  EXPECT_THAT(differences,
              Contains(Difference{About::answer, operation + "/version", "/definitions/Organization/properties/version",
                                  "a whole number", "a string"}));
}

TEST(Drift, PointsAtAStatusThatIsGone) {
  const auto differences =
      drift_after([](json& root) { root["paths"]["/api/v2/oauth/clients"]["get"]["responses"].erase("429"); });

  EXPECT_THAT(differences,
              Contains(AllOf(Field(&Difference::about, About::answer),
                             Field(&Difference::operation, "GET /api/v2/oauth/clients → 429"),
                             Field(&Difference::pointer, "/paths/~1api~1v2~1oauth~1clients/get/responses"))));
}

TEST(Drift, PointsAtACodeOnceWhetherTheTableOrAnAnswerShowsIt) {
  const auto differences = drift_after([](json& root) {
    root["paths"]["/api/v2/oauth/scopes"]["get"]["responses"]["401"]["x-inin-error-codes"].erase("bad.credentials");
  });

  EXPECT_THAT(differences, testing::Each(AllOf(Field(&Difference::about, About::error),
                                               Field(&Difference::operation, "GET /api/v2/oauth/scopes"),
                                               Field(&Difference::theirs, "no such code"))));
  EXPECT_THAT(differences, testing::SizeIs(1));
}

}  // namespace
}  // namespace gcmock::contract_tests
