#include "api/tokens.h"

#include <nlohmann/json.hpp>

#include "api/entities.h"

namespace gcmock {

// GET shows it, HEAD says that it is good, DELETE revokes it (vendor_openapi).
ApiOutcome tokens_me(const ApiCall& call) {
  if (call.request.method == "DELETE") return ApiDone{200, "", {RevokeAccessToken{std::string(call.bearer)}}};
  return ApiDone{200, text_of(token_info(call)), {}};
}

}  // namespace gcmock
