// What a person sees at the login host: the consent page, and why there is none. Plain HTML that needs no script, and
// no credential in it. The vendor's pages are not known: these are ours (assumed).
#pragma once

#include <string_view>

#include "domain/decide_authorize.h"
#include "gcmock/domain/world.h"
#include "wire/http_message.h"

namespace gcmock {

/// Who wants what, a choice of who logs in where, and two buttons. Its form goes to POST /oauth/consent, a path that
/// the mock has and the vendor has not.
HttpAnswer consent_page(const World& world, const AuthorizationRequest& request, const ConsentNeeded& needed,
                        std::string_view correlation_id);

/// Why the browser is not sent back.
HttpAnswer error_page(int status, std::string_view text, std::string_view correlation_id);

}  // namespace gcmock
