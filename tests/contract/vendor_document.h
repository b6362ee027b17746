// The vendor's description, and what it would be with a change. Test data: the product does not ship it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "contract/openapi_document.h"

namespace gcmock::contract_tests {

inline const std::string vendor_file = GCMOCK_SOURCE_DIR "/tests/contract/data/openapi-oauth-subset.json";

inline const OpenApiDocument& vendor_document() {
  static const LoadedOpenApi loaded = load_openapi(vendor_file);
  return loaded.document.value();
}

/// The description as a file of its own, after `change` was made to it.
template <class Change>
std::string mutated_file(const Change& change) {
  auto root = vendor_document().root();
  change(root);
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::string file = testing::TempDir() + "gcmock_" + test->test_suite_name() + "_" + test->name() + ".json";
  std::ofstream(file) << root.dump(1);
  return file;
}

template <class Change>
OpenApiDocument mutated(const Change& change) {
  return load_openapi(mutated_file(change)).document.value();
}

}  // namespace gcmock::contract_tests
