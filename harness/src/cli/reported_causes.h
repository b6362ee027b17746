// The causes that a refusal of the report's token endpoint may have, and how real Genesys Cloud would tell them apart.
#pragma once

#include <vector>

#include "report/explain_report.h"

namespace gcmock {

ReportedRefusal about_reason(RefusalReason reason);

/// Every cause for which `POST /api/v2/oauth/token` of a `reported` world answers this status; none: it never does.
ReportedRefusal about_status(int status);

/// The shipped scenario that replays it; empty: none does.
std::string_view scenario_for(RefusalReason reason);

}  // namespace gcmock
