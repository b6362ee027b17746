// Where a request is not one that the vendor's description declares: findings about the client that sent it.
#pragma once

#include <string>
#include <vector>

#include "wire/http_message.h"
#include "wire/routes.h"

namespace gcmock {

/// Sentences that begin with the operation: "GET /api/v2/oauth/clients sends undeclared query parameter pageSize". In
/// the order of: method, query, body. Paths are the description's, so that requests for two entities are told alike.
/// Names that a client chose are told only where they are plain words; such a word may still be a credential, which is
/// the caller's to hide. A path that nobody declares is no finding here: it is answered 404.
///
/// At a token endpoint only the method and the media type are looked at: RFC 6749 §3.2 lets a server ignore parameters
/// that it does not know.
std::vector<std::string> contract_findings(const HttpRequest& request, const Route& route);

}  // namespace gcmock
