// One exchange of the journal, read from what journal_entry() wrote.
#pragma once

#include "gcmock/journal/exchange.h"
#include "report/report_member.h"

namespace gcmock {

Exchange read_journal_entry(const ReportMember& entry);

}  // namespace gcmock
