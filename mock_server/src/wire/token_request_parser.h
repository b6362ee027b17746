// From an HTTP request at the token endpoint to the question that policy answers, or the reason why it is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gcmock/domain/refusal.h"
#include "gcmock/domain/token_request.h"
#include "wire/form.h"
#include "wire/http_message.h"

namespace gcmock {

/// Not a token request. `detail` is for a person and holds nothing of the request but parameter names.
struct Malformed {
  RefusalReason reason = RefusalReason::malformed_request;
  std::string detail;
};

/// The request as far as it could be read: what stands beside `request` is filled for malformed ones, too.
struct ParsedTokenRequest {
  std::variant<TokenRequest, Malformed> request;
  FormFields fields;
  std::optional<GrantType> grant;
  ClientAuthentication client;
  std::vector<Scope> scope;
};

/// Is the body a form by its Content-Type.
bool is_form(const HttpRequest& request);

/// RFC 6749 §3.3: words with a blank between them.
std::vector<Scope> split_scope(std::string_view text);

/// RFC 6749 §3.2, §4.1.3, §4.4.2, §6. The method is the route's business. A Basic header that cannot be read leaves
/// the client id empty: policy refuses that as missing authentication.
ParsedTokenRequest parse_token_request(const HttpRequest& request);

}  // namespace gcmock
