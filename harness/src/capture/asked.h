// What a client was asked for, told from the requests that it made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "capture/captured.h"

namespace gcmock {

/// One step of a scenario that asks something of the client, and the exchanges that were made of it.
struct StepAsked {
  Verb verb = Verb::call;
  OrgName org;
  std::string method;  ///< of a call
  std::string target;  ///< of a call: path and query
  int parallel = 1;
  std::optional<UserName> user;  ///< of an authorize
  std::optional<OrgName> home;   ///< the org of that user, where it is another
  std::vector<const Exchange*> exchanges;
  std::vector<Outcome> outcomes;  ///< any of them is right; empty: nobody can say
  std::string remark;             ///< what is to be said about it; empty: nothing

  [[nodiscard]] std::uint64_t first() const { return exchanges.front()->seq; }
  [[nodiscard]] std::uint64_t last() const { return exchanges.back()->seq; }
};

struct AskedOfClient {
  std::vector<StepAsked> steps;            ///< by their first exchange
  std::vector<const Exchange*> of_nobody;  ///< that no step of a client makes
};

/// Both point into `captured`.
AskedOfClient asked_of(const Captured& captured);

}  // namespace gcmock
