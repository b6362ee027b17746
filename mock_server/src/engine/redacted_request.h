// A request as the journal may keep it: every credential replaced, and where each was seen.
#pragma once

#include <optional>
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
  std::string body;  ///< where it is no form
  std::vector<Sighting> sightings;
  BasicForm basic_form = BasicForm::no_matter;
};

/// What the question has read of the request already, so that it need not be read twice.
struct ReadCredentials {
  FormFields fields;                        ///< the form of the body, where it is one
  std::optional<std::string> basic_secret;  ///< of the Authorization header, where it was Basic and had one
};

/// What stands where a credential belongs (the Authorization
/// header, a field or parameter of such a name) is hidden and seen, even where this world never issued it.
RedactedRequest redact(HttpRequest request, ReadCredentials read, const Subject& judged,
                       const Credentials& credentials);

}  // namespace gcmock
