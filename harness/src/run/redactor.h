// Takes credentials out of what a client said: those of the world, and those that the scenario made it believe.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gcmock/domain/names.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

class MockServer;

/// Both must outlive the redactor.
class Redactor {
 public:
  Redactor(const MockServer& server, const std::map<OrgName, ClientSettings>& settings);

  [[nodiscard]] std::string operator()(std::string text) const;

 private:
  const MockServer& server_;
  std::vector<std::pair<std::string, std::string>> believed_;  // value and what is shown for it, longest value first
};

}  // namespace gcmock
