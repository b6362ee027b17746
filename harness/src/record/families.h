// Which of the exchanges that went by belong to one org: those whose tokens descend from each other, whose answers name
// one org or one user, or which renew what another was refused with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/traffic.h"

namespace gcmock {

/// Names of orgs, in the order in which they were first seen; one for each exchange, empty where nothing tells.
struct OrgsOfTraffic {
  std::vector<std::string> of;  ///< by index of the exchange
  std::vector<std::string> in_order;
};

/// `names` are given to the orgs in their order; those that are left are called org1, org2 and so on by their place.
OrgsOfTraffic orgs_of(const std::vector<Overheard>& traffic, const std::vector<std::string>& names);

}  // namespace gcmock
