#include "client/conduct.h"

#include <iterator>

namespace gcmock {

const ClientSettings& OrgAmongOthers::other() const {
  const auto next = std::next(all.find(name));
  return next == all.end() ? all.begin()->second : next->second;
}

}  // namespace gcmock
