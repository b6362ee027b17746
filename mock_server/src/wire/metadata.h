// GET /.well-known/oauth-authorization-server, RFC 8414: what the vendor's login host says of itself (vendor_doc).
#pragma once

#include <string_view>

#include "wire/http_message.h"

namespace gcmock {

/// `prefix` is the part of the path under which the client reached the login host: the issuer is where the client came
/// to, by its scheme, Host header and that prefix (RFC 8414 §3.3: it must be the one that the client asked).
HttpAnswer encode_metadata(const HttpRequest& request, std::string_view prefix, std::string_view correlation_id);

}  // namespace gcmock
