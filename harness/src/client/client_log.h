// What the reference client writes about its tokens: nothing, where it conducts itself well (RFC 6749 §10.3, §10.4).
#pragma once

#include <mutex>
#include <string>

#include "client/conduct.h"
#include "client/org_connection.h"

namespace gcmock {

/// Any member may be called from any thread, once it was opened.
class ClientLog {
 public:
  /// Writes as `conduct` says; to a file "client.log" in the scratch directory, where there is one.
  void open(const Conduct& conduct, const std::string& scratch_directory);
  /// Empty: nothing is written.
  [[nodiscard]] TokenLog for_org(const OrgName& org);
  [[nodiscard]] std::string standard_output() const;

 private:
  void write(const OrgName& org, const ReceivedTokens& tokens);

  bool to_standard_output_ = false;
  std::string file_;          // empty: to none
  mutable std::mutex mutex_;  // guards all below
  std::string written_;
};

}  // namespace gcmock
