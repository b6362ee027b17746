// The report of `gcmock explain`: why each token request was refused, and nothing else.
#pragma once

#include <string>

#include "gcmock/harness/result.h"
#include "report/console_style.h"

namespace gcmock {

/// For one scenario that was run: each refusal with its trail, place and remedy, the token endpoint's first.
std::string explain_report(const ScenarioResult& scenario, const ConsoleStyle& style);

/// One cause that a reported refusal may have had.
struct PossibleCause {
  RefusalReason reason{};
  std::string cause;          ///< in words
  std::string genesys_shows;  ///< what real Genesys Cloud would have shown, with its evidence level
  std::string try_it;         ///< a command that replays it; may be empty
};

/// `asked`: what was asked about, "403".
std::string possible_causes_report(const std::string& asked, const std::vector<PossibleCause>& causes,
                                   const ConsoleStyle& style);

}  // namespace gcmock
