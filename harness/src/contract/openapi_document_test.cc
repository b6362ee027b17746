// The description is found, resolved and pointed at; what is none is told as a mistake in a file.
#include "contract/openapi_document.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

namespace gcmock {
namespace {

constexpr const char* small_document = R"({
  "swagger": "2.0",
  "paths": {
    "/api/v2/a~b/{id}": {
      "get": { "parameters": [ { "name": "x" } ] }
    }
  },
  "definitions": { "Thing": { "type": "object" } }
})";

std::string written(const std::string& text) {
  const std::string file = testing::TempDir() + "gcmock_openapi_document_test_" + std::to_string(::getpid()) + ".json";
  std::ofstream(file) << text;
  return file;
}

TEST(OpenApiDocument, FindsOperationsByTheirPathAndMethod) {
  const auto document = load_openapi(written(small_document)).document.value();

  EXPECT_NE(document.operation("/api/v2/a~b/{id}", "GET"), nullptr);
  EXPECT_EQ(document.operation("/api/v2/a~b/{id}", "PUT"), nullptr);
  EXPECT_EQ(document.operation("/api/v2", "GET"), nullptr);
}

TEST(OpenApiDocument, ResolvesReferencesToDefinitions) {
  const auto document = load_openapi(written(small_document)).document.value();

  EXPECT_EQ(document.resolved({{"$ref", "#/definitions/Thing"}})->at("type"), "object");
  EXPECT_EQ(document.resolved({{"$ref", "#/definitions/Other"}}), nullptr);
  EXPECT_EQ(document.resolved({{"type", "string"}})->at("type"), "string");
}

TEST(OpenApiDocument, KnowsTheLineThatAPointerLeadsTo) {
  const auto file = written(small_document);
  const auto document = load_openapi(file).document.value();
  const auto operation = operation_pointer("/api/v2/a~b/{id}", "GET");

  EXPECT_EQ(operation, "/paths/~1api~1v2~1a~0b~1{id}/get");
  EXPECT_EQ(document.place_of(operation), (SourcePlace{file, 5, 7}));
  EXPECT_EQ(document.place_of(operation + "/parameters/0/name").line, 5);
  EXPECT_EQ(document.place_of("/definitions/Thing/properties/x"), (SourcePlace{file, 8, 20}))
      << "the nearest place above one that is not there";
}

TEST(OpenApiDocument, IsNoneWithoutWhatMakesItOne) {
  for (const char* text :
       {R"([])", R"({"openapi": "3.0.0", "paths": {}})", R"({"swagger": "2.0", "paths": {}})",
        R"({"swagger": "2.0", "definitions": {}})", R"({"swagger": "2.0", "paths": {"/a": 1}, "definitions": {}})"}) {
    const auto loaded = load_openapi(written(text));

    EXPECT_FALSE(loaded.document) << text;
    ASSERT_EQ(loaded.diagnostics.size(), 1U) << text;
    EXPECT_EQ(loaded.diagnostics[0].code, "GC501") << text;
  }
}

TEST(OpenApiDocument, TellsWhereAFileIsNoJson) {
  EXPECT_EQ(load_openapi(written("{")).diagnostics.at(0).code, "GC105");
  EXPECT_EQ(load_openapi("no/such/file.json").diagnostics.at(0).code, "GC101");
}

}  // namespace
}  // namespace gcmock
