// The journal of a scenario in the HTML report: a line an exchange, which opens.
#pragma once

#include <string>
#include <vector>

#include "gcmock/journal/exchange.h"
#include "report/markup.h"

namespace gcmock {

/// Long journals are cut, saying so; the JSON report has all of them.
void write_exchanges(Markup& page, const std::vector<Exchange>& journal, const std::string& anchor);

}  // namespace gcmock
