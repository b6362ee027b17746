// What a browser does for the reference client where nobody needs to click: it follows redirects from an authorization
// URL until one leads to the application's own redirect URI. That URL is not asked for: it is the answer.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "client/deadline.h"
#include "client/http_exchange.h"

namespace gcmock {

/// The application was called back, with these parameters in the query.
struct CalledBack {
  std::vector<std::pair<std::string, std::string>> parameters;

  /// Empty where there is none.
  [[nodiscard]] std::string parameter(const std::string& name) const;
};

/// The login host shows something to a person: a page to answer, or why there is no way back.
struct ShownAPage {
  int status = 0;
};

using BrowserAnswer = std::variant<CalledBack, ShownAPage, NoAnswer>;

/// At most ten redirects are followed; what then still is one is taken for a page. `ca_file` is as in SentRequest.
/// Addresses are compared and read percent-decoded, since they are had no other way (http_exchange.h): a code or state
/// that holds an '&' is not understood; those of Genesys Cloud hold none.
BrowserAnswer browse(const std::string& url, const std::string& redirect_uri, const std::string& ca_file,
                     Deadline deadline);

}  // namespace gcmock
