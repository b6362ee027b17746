// One HTTP request of the reference client and what came back of it. The .cc is the only place that knows httplib.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "client/deadline.h"

namespace gcmock {

struct SentRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string content_type;  ///< empty: no body
  std::string body;
};

struct ReceivedAnswer {
  int status = 0;
  std::string body;
  std::optional<std::chrono::seconds> retry_after;  ///< as retry_after.h reads it
};

/// No whole answer came. What matters for a resend is whether the server may have acted on the request.
struct NoAnswer {
  enum class Because {
    not_sent,     ///< no connection: the server has seen nothing
    answer_lost,  ///< sent, or partly sent: it may have been acted on
  };
  Because because = Because::not_sent;
};

using HttpResult = std::variant<ReceivedAnswer, NoAnswer>;

/// Sends once, on a connection of its own, and follows no redirect (RFC 9700 §4.12: credentials go nowhere else).
/// Waits for at most five seconds, and not past `deadline`. To a URL that is none nothing is sent.
HttpResult exchange(const SentRequest& request, Deadline deadline);

}  // namespace gcmock
