// The report of `gcmock explain`: why each token request was refused, and nothing else.
#pragma once

#include <string>
#include <vector>

#include "gcmock/harness/result.h"
#include "report/console_style.h"

namespace gcmock {

/// For one scenario that was run: each refusal with its trail, place and remedy, the token endpoint's first. A 401 of
/// the API gets one line: an expired access token is what refreshing is for.
std::string explain_report(const ScenarioResult& scenario, const ConsoleStyle& style);

/// One cause that a reported refusal may have had.
struct PossibleCause {
  RefusalReason reason{};
  std::string genesys_shows;  ///< what real Genesys Cloud would have shown, with its evidence level
  std::string try_it;         ///< a command that replays it; may be empty
};

/// What somebody saw and asks about, and what it may come from.
struct ReportedRefusal {
  std::string asked;       ///< "403"
  std::string background;  ///< what is known of such an answer; may be empty
  std::vector<PossibleCause> causes;
};

/// Causes that real Genesys Cloud would show alike stand together: what it shows does not tell them apart.
std::string possible_causes_report(const ReportedRefusal& refusal, const ConsoleStyle& style);

}  // namespace gcmock
