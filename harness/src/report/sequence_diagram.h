// A sequence as a drawing: SVG with a lane for the client and one for each org.
#pragma once

#include <string>

#include "report/markup.h"
#include "report/sequence.h"

namespace gcmock {

/// `anchor`: start of the ids of the exchanges that its arrows lead to ("…-4" for exchange 4).
void write_sequence_diagram(Markup& page, const Sequence& sequence, const std::string& anchor);

}  // namespace gcmock
