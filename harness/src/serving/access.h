// Who may use the admin API.
#pragma once

#include <optional>
#include <string>

#include "gcmock/http/service.h"

namespace gcmock {

/// Why this request is refused; empty: it is not. With a token, it must be borne (RFC 6750). Without, the API is for
/// this machine alone: a page of another site that a browser here has open must not reach it, neither by a name that it
/// had resolved to loopback nor by a form.
std::optional<ServiceAnswer> why_not(const ServiceRequest& request, const std::string& token);

/// Does the request change something, and come from a page of another site, or not as JSON? Then why it is refused.
std::optional<ServiceAnswer> why_no_change(const ServiceRequest& request);

/// "127.0.0.1", "::1", "localhost", "x.localhost".
bool is_loopback_name(std::string_view host);

}  // namespace gcmock
