// A request as the journal may keep it: every credential replaced, and where each was seen.
#pragma once

#include <string>
#include <vector>

#include "engine/credentials.h"
#include "gcmock/journal/exchange.h"
#include "wire/form.h"
#include "wire/http_message.h"

namespace gcmock {

struct RedactedRequest {
  std::string path;
  std::string query;
  Headers headers;
  FormFields fields;
  std::vector<Sighting> sightings;
};

/// `fields` are the form of the body, where it is one. What stands where a credential belongs (the Authorization
/// header, a field or parameter of such a name) is hidden and seen, even where this world never issued it.
RedactedRequest redact(HttpRequest request, FormFields fields, const Subject& judged, const Credentials& credentials);

}  // namespace gcmock
