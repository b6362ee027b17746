// From an HTTP request at the login host's pages to what policy rules on.
#pragma once

#include "domain/authorization_request.h"
#include "wire/form.h"
#include "wire/http_message.h"

namespace gcmock {

struct ParsedAuthorization {
  AuthorizationRequest request;
  FormFields fields;  ///< of the consent page's form; empty for a request by query
};

/// GET /oauth/authorize by its query, and the consent page's POST by its form. Parameters that the vendor does not know
/// are ignored; `prompt` says nothing to the mock, at which nobody is logged in yet.
ParsedAuthorization parse_authorization(const HttpRequest& request);

LogoutRequest parse_logout(const HttpRequest& request);

}  // namespace gcmock
