// Where a credential was seen, and in what encoding, as findings say it.
#pragma once

#include <string>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// "in header X-Debug", "in query parameter state, in base64", "in the Referer header".
std::string describe_place(const Sighting& sighting);

/// ", percent-encoded"; empty for a credential that stood as it is.
std::string behind_comma(const std::vector<TextEncoding>& encodings);

}  // namespace gcmock
