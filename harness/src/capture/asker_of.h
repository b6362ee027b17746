// For which org a client was at work when it made a request: that whose credentials it presents.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "capture/captured.h"

namespace gcmock {

/// Follows the journal: tokens that a request got belong to whoever made it.
class AskerOf {
 public:
  explicit AskerOf(const Captured& captured);

  /// None where the request carries nothing of anybody. In the order of the journal.
  std::optional<OrgName> operator()(const Exchange& exchange);

 private:
  [[nodiscard]] std::optional<OrgName> by_credentials(const Exchange& exchange) const;
  [[nodiscard]] std::optional<OrgName> by_client(const Exchange& exchange) const;
  void believe(const std::string& value, const OrgName& org);

  std::map<std::string, std::optional<OrgName>> owners_;     // by label; none: several orgs' clients hold it
  std::map<ClientId, std::optional<OrgName>> by_client_id_;  // none: several orgs' clients go by it
  std::map<std::string, std::string> labels_;                // of the world's own credentials, by value
  std::set<OrgName> known_;
};

}  // namespace gcmock
