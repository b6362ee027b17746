// Answers are held to their schema strictly, and what differs is told with its place on both sides.
#include "contract/answer_contract.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "gcmock/error.h"

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The listing of clients, in a small description.
constexpr const char* described = R"({
  "swagger": "2.0",
  "paths": { "/api/v2/oauth/clients": { "get": { "responses": {
    "200": { "schema": { "$ref": "#/definitions/Listing" } },
    "204": { "description": "nothing there" },
    "400": { "schema": { "$ref": "#/definitions/ErrorBody" },
             "x-inin-error-codes": { "bad.value": "Value [%s] is not valid for [%s].", "bad.request": "No." } },
    "404": { "schema": { "$ref": "#/definitions/Lost" } } } } } },
  "definitions": {
    "ErrorBody": { "type": "object",
                   "properties": { "message": { "type": "string" }, "code": { "type": "string" } } },
    "Listing": { "type": "object", "required": ["entities"], "properties": {
      "entities": { "type": "array", "items": { "$ref": "#/definitions/Client" } },
      "total": { "type": "integer", "format": "int64" } } },
    "Client": { "type": "object", "properties": {
      "state": { "type": "string", "enum": ["active", "disabled"] },
      "dateCreated": { "type": "string", "format": "date-time" },
      "owner": { "$ref": "#/definitions/Client" },
      "labels": { "type": "object", "additionalProperties": { "type": "string" } },
      "scope": { "type": "array", "uniqueItems": true, "items": { "type": "string" } },
      "lifetime": { "type": "integer", "minimum": 300 },
      "anything": { "type": "object" } } }
  }
})";

class AnswerContracts : public testing::Test {
 protected:
  static const OpenApiDocument& document() {
    static const LoadedOpenApi loaded = [] {
      const std::string file =
          testing::TempDir() + "gcmock_answer_contract_test_" + std::to_string(::getpid()) + ".json";
      std::ofstream(file) << described;
      return load_openapi(file);
    }();
    return loaded.document.value();
  }

  std::vector<Mismatch> deviations(int status, const std::string& body) {
    for (const auto& operation : all_operations()) {
      if (operation.id == "getOauthClients") return contract_.deviations({&operation, status, body});
    }
    ADD_FAILURE() << "no such operation";
    return {};
  }

  AnswerContract contract_{document()};
};

TEST_F(AnswerContracts, AreKeptByWhatTheSchemaAllows) {
  EXPECT_THAT(deviations(200, R"({"entities":[],"total":0})"), IsEmpty());
  EXPECT_THAT(deviations(200, R"({"entities":[{"state":"active","dateCreated":"2026-01-01T00:00:00.000Z",
                                  "owner":{"owner":{}},"labels":{"any":"text"},"scope":["a","b"],"lifetime":300,
                                  "anything":{"at":["all"]}}]})"),
              IsEmpty());
  EXPECT_THAT(deviations(204, ""), IsEmpty());
}

TEST_F(AnswerContracts, AreBrokenByAStatusThatIsNotDescribed) {
  EXPECT_THAT(deviations(500, "{}"), ElementsAre(Mismatch{"", "/paths/~1api~1v2~1oauth~1clients/get/responses",
                                                          "one of the statuses 200, 204, 400, 404", "500"}));
}

TEST_F(AnswerContracts, AreBrokenByABodyWhereNoneBelongsAndByNoneWhereOneDoes) {
  EXPECT_THAT(deviations(204, "{}"),
              ElementsAre(Mismatch{"", "/paths/~1api~1v2~1oauth~1clients/get/responses/204", "no body", "a body"}));
  const std::string schema = "/paths/~1api~1v2~1oauth~1clients/get/responses/200/schema";
  EXPECT_THAT(deviations(200, ""), ElementsAre(Mismatch{"", schema, "JSON", "no body"}));
  EXPECT_THAT(deviations(200, "<html>"), ElementsAre(Mismatch{"", schema, "JSON", "another text"}));
}

TEST_F(AnswerContracts, TellEachMemberThatDiffers) {
  const std::string client = "/definitions/Client/properties/";

  EXPECT_THAT(
      deviations(200, R"({"entities":[{"state":"gone","dateCreated":"yesterday","owner":{"name":"x"},
                                  "labels":{"any":1},"scope":["a","a"],"lifetime":5}],"more":null,"total":"3"})"),
      testing::UnorderedElementsAre(
          Mismatch{"/entities/0/state", client + "state/enum", "one of active, disabled", "another word"},
          Mismatch{"/entities/0/dateCreated", client + "dateCreated/format", "a date-time", "a string of another form"},
          Mismatch{"/entities/0/owner/name", "/definitions/Client/properties", "no such member", "a string"},
          Mismatch{"/entities/0/labels/any", client + "labels/additionalProperties", "a string", "a whole number"},
          Mismatch{"/entities/0/scope/1", client + "scope", "no item twice", "one that is there before"},
          Mismatch{"/entities/0/lifetime", client + "lifetime/minimum", "300 or more", "less"},
          Mismatch{"/more", "/definitions/Listing/properties", "no such member", "null"},
          Mismatch{"/total", "/definitions/Listing/properties/total", "a whole number", "a string"}));
  EXPECT_THAT(deviations(200, "{}"),
              ElementsAre(Mismatch{"/entities", "/definitions/Listing/required", "a member", "none"}));
}

TEST_F(AnswerContracts, AreBrokenByCodesAndTextsThatTheOperationHasNot) {
  const std::string codes = "/paths/~1api~1v2~1oauth~1clients/get/responses/400/x-inin-error-codes";

  EXPECT_THAT(deviations(400, R"({"code":"bad.value","message":"Value [a] is not valid for [b]."})"), IsEmpty());
  EXPECT_THAT(deviations(400, R"({"code":"bad.luck","message":"No."})"),
              ElementsAre(Mismatch{"/code", codes, "one of the codes bad.request, bad.value", "bad.luck"}));
  EXPECT_THAT(
      deviations(400, R"({"code":"bad.value","message":"Value [a] is not right."})"),
      ElementsAre(Mismatch{"/message", codes + "/bad.value", "Value [%s] is not valid for [%s].", "another text"}));
}

TEST_F(AnswerContracts, HoldAnAnswerToNoOperationToTheErrorBody) {
  EXPECT_THAT(contract_.deviations({nullptr, 404, R"({"message":"none"})"}), IsEmpty());
  EXPECT_THAT(contract_.deviations({nullptr, 404, R"({"error":"none"})"}),
              ElementsAre(Mismatch{"/error", "/definitions/ErrorBody/properties", "no such member", "a string"}));
}

TEST_F(AnswerContracts, CannotBeReadWhereAReferenceLeadsNowhere) {
  EXPECT_THROW(deviations(404, "{}"), Error);
}

}  // namespace
}  // namespace gcmock
