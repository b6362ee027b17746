#include "client/client_log.h"

#include <fstream>

namespace gcmock {

void ClientLog::open(const Conduct& conduct, const std::string& scratch_directory) {
  to_standard_output_ = conduct.logs_tokens;
  if (conduct.writes_tokens_to_a_file && !scratch_directory.empty()) file_ = scratch_directory + "/client.log";
}

TokenLog ClientLog::for_org(const OrgName& org) {
  if (!to_standard_output_ && file_.empty()) return {};
  return [this, org](const ReceivedTokens& tokens) { write(org, tokens); };
}

std::string ClientLog::standard_output() const {
  const std::lock_guard lock(mutex_);
  return written_;
}

void ClientLog::write(const OrgName& org, const ReceivedTokens& tokens) {
  const std::string line = "renewed for " + org.value + ": access " + tokens.access_token + ", refresh " +
                           tokens.refresh_token.value_or("as before") + "\n";
  const std::lock_guard lock(mutex_);
  if (to_standard_output_) written_ += line;
  if (!file_.empty()) std::ofstream(file_, std::ios::app) << line;
}

}  // namespace gcmock
