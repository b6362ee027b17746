// What the schemas refuse the loader refuses for its shape (GC2xx), and the other way round: shipped files with one
// member taken out, renamed or given another value.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "scenario/client_profile_loader.h"
#include "scenario/json_document.h"
#include "scenario/scenario_loader.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Pointer = json::json_pointer;

const std::string source_folder = std::string(GCMOCK_SOURCE_DIR) + "/";

class ParsedSchema {
 public:
  explicit ParsedSchema(const std::string& name)
      : text_(json::parse(std::ifstream(source_folder + "scenarios/schema/" + name + ".schema.json"))) {
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(text_), schema_);
  }

  bool accepts(const json& document) const {
    return valijson::Validator().validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
  }

 private:
  json text_;
  valijson::Schema schema_;
};

struct Subject {
  std::string schema;
  std::string file;
};

std::vector<Subject> subjects() {
  std::vector<Subject> subjects;
  for (const std::string& file : find_scenario_files({source_folder + "scenarios"}))
    subjects.push_back({"scenario", file});
  for (const auto& entry : fs::directory_iterator(source_folder + "fixtures/worlds"))
    subjects.push_back({"world", entry.path().string()});
  for (const auto& entry : fs::directory_iterator(source_folder + "clients")) {
    const fs::path file = entry.path() / "client.json";
    if (fs::exists(file)) subjects.push_back({"client", file.string()});
  }
  std::ranges::sort(subjects, {}, &Subject::file);
  return subjects;
}

std::vector<FileFinding> findings_in(const Subject& subject, const std::string& text) {
  const ParsedFile parsed = parse_text(subject.file, text);
  if (subject.schema == "client") return findings_in_client_profile(parsed);
  if (subject.schema == "world") return load_world_for_shelf(parsed, {}).findings;
  return read_scenario(parsed, {},
                       [](const std::string& world) {
                         return std::make_shared<const WorldOnShelf>(load_world_for_shelf(parse_file(world), {}));
                       })
      .findings;
}

/// The shape is what schemas know of; names, sense, the world's own file and what a merge patch makes of it are not.
std::string mistakes_of_shape(const Subject& subject, const std::string& text) {
  std::string told;
  for (const FileFinding& finding : findings_in(subject, text)) {
    const Diagnostic& diagnostic = finding.diagnostic;
    if (diagnostic.code < "GC3" && diagnostic.place.file == subject.file) told += to_string(finding);
  }
  return told;
}

void collect(const json& value, const Pointer& at, std::vector<Pointer>& places) {
  if (value.is_object()) {
    for (const auto& [key, child] : value.items()) {
      if (key == "$schema") continue;
      places.push_back(at / key);
      // A merge patch holds parts of a world, which no schema of worlds can be held to.
      if (key != "world_changes") collect(child, at / key, places);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      places.push_back(at / i);
      collect(value[i], at / i, places);
    }
  }
}

/// One change; says which.
std::string mutate(json& document, std::mt19937& random) {
  const std::vector<json> values = {nullptr,       true,           -1,  7,           1.5, "", "x", "5s",
                                    json::array(), json::object(), {1}, "2026-01-01"};
  std::vector<Pointer> places;
  collect(document, Pointer(), places);
  const Pointer place = places[random() % places.size()];
  json& parent = document[place.parent_pointer()];
  switch (random() % 4) {
    case 0:
      if (parent.is_object()) {
        parent.erase(place.back());
        return "without " + place.to_string();
      }
      [[fallthrough]];
    case 1:
      if (parent.is_object()) {
        parent[place.back() + "x"] = document[place];
        parent.erase(place.back());
        return "renamed " + place.to_string();
      }
      [[fallthrough]];
    case 2:
      if (document[place].is_string()) {
        document[place] = document[place].get<std::string>() + "x";
        return "respelled " + place.to_string();
      }
      [[fallthrough]];
    default:
      document[place] = values[random() % values.size()];
      return "another value at " + place.to_string() + ": " + document[place].dump();
  }
}

class SchemaAgreement : public testing::TestWithParam<unsigned> {};

TEST_P(SchemaAgreement, HoldsForFilesWithOneChange) {
  const std::map<std::string, ParsedSchema> schemas = [] {
    std::map<std::string, ParsedSchema> parsed;
    for (const char* name : {"world", "scenario", "client"}) parsed.try_emplace(name, name);
    return parsed;
  }();
  const std::vector<Subject> all = subjects();
  std::mt19937 random(GetParam());

  int refused = 0;
  for (int round = 0; round < 100; ++round) {
    // Worlds and clients are few beside the scenarios: they get their turns.
    std::vector<Subject> some;
    const std::string schema = round % 3 == 0 ? "world" : round % 3 == 1 ? "scenario" : "client";
    std::ranges::copy_if(all, std::back_inserter(some), [&](const Subject& each) { return each.schema == schema; });
    const Subject& subject = some[random() % some.size()];
    const ParsedFile original = parse_file(subject.file);
    ASSERT_TRUE(original.json.has_value()) << subject.file;
    json document = json::parse(to_json(*original.json));
    const std::string change = mutate(document, random);

    const std::string told = mistakes_of_shape(subject, document.dump(2));
    const bool accepts = schemas.at(schema).accepts(document);

    EXPECT_EQ(accepts, told.empty()) << subject.file << ' ' << change << '\n' << told;
    refused += accepts ? 0 : 1;
  }
  EXPECT_GT(refused, 30) << "too few of the changes are any";
}

INSTANTIATE_TEST_SUITE_P(Seeds, SchemaAgreement, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace gcmock
