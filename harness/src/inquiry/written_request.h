// A request as a person writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gcmock/offline_mock.h"

namespace gcmock {

/// The request, or what is wrong with its text.
struct WrittenRequest {
  std::optional<OfflineRequest> request;
  std::string mistake;
};

/// On one line, `POST /oauth/token grant_type=…`: method, target and body. Or as HTTP writes it: the request line,
/// header lines, an empty line, the body. The target may be a whole URL, whose host becomes the Host header. A body
/// that says no Content-Type is a form, or JSON where it begins with '{' or '['.
WrittenRequest read_request(std::string_view text);

}  // namespace gcmock
