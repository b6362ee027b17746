// Finds credentials in what a client said, and takes them out: those of the world, and those that the scenario made it
// believe.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "gcmock/domain/found_credential.h"
#include "gcmock/domain/names.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

class MockServer;

/// Both must outlive the redactor.
class Redactor {
 public:
  Redactor(const MockServer& server, const std::map<OrgName, ClientSettings>& settings);

  /// However they are encoded, in the order of the text.
  [[nodiscard]] std::vector<FoundCredential> find(const std::string& text) const;

  [[nodiscard]] std::string operator()(std::string text) const;

 private:
  [[nodiscard]] std::vector<FoundCredential> find_believed(const std::string& text) const;

  const MockServer& server_;
  std::map<std::string, Fingerprint, std::less<>> believed_;  // by value
};

}  // namespace gcmock
