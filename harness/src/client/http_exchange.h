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
  std::string ca_file = {};  ///< PEM of whom an https server must be certified by; empty: one that the machine trusts
  bool verifies_certificate = true;
  bool follows_redirects = false;
};

struct ReceivedAnswer {
  int status = 0;
  std::string body;
  std::optional<std::chrono::seconds> retry_after;  ///< as retry_after.h reads it
  std::string location = {};  ///< where a redirect leads, percent-decoded: httplib does that to headers
};

/// No whole answer came. What matters for a resend is whether the server may have acted on the request.
struct NoAnswer {
  enum class Because {
    not_sent,     ///< no connection: the server has seen nothing
    not_trusted,  ///< the server could not prove who it is: it has seen nothing of the request
    answer_lost,  ///< sent, or partly sent: it may have been acted on
  };
  Because because = Because::not_sent;
};

using HttpResult = std::variant<ReceivedAnswer, NoAnswer>;

/// Sends once, on a connection of its own. A correct client follows no redirect (RFC 9700 §4.12: credentials go nowhere
/// else), and sends nothing to a server whose certificate is not good for the host (RFC 6749 §3.1.2.1, §3.2: TLS).
/// Waits for at most five seconds, and not past `deadline`. To a URL that is none nothing is sent.
HttpResult exchange(const SentRequest& request, Deadline deadline);

}  // namespace gcmock
