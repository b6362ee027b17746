// The journal as a table for people: one line an exchange, a second one where a rule spoke or the answer got lost.
#pragma once

#include <vector>

#include "gcmock/journal/exchange.h"
#include "report/console_style.h"

namespace gcmock {

/// Long journals are shortened in the middle, saying so; the JSON report has all of it.
void write_journal(Page& page, const std::vector<Exchange>& journal);

/// "#4 #6 #7"; a long list is cut: "… #28 and 72 more".
std::string numbers_of(const std::vector<std::uint64_t>& exchanges);

}  // namespace gcmock
