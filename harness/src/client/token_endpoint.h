// The token endpoint as the reference client sees it: one grant presented, one answer understood. RFC 6749 §4, §5, §6.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "client/http_exchange.h"

namespace gcmock {

using FormFields = std::vector<std::pair<std::string, std::string>>;

/// How an answer is read. By default as RFC 6749 §5 has it; Conduct says what the rest is for.
struct TokenAnswerReading {
  bool uses_tokens_of_any_type = false;
  bool wants_expires_in = false;
  bool wants_known_members_only = false;
  bool takes_what_is_missing_for_a_token = false;
};

/// Whom the token endpoint is asked as, and where it is.
struct TokenEndpoint {
  std::string url;
  std::string client_id;
  std::string client_secret;  ///< empty: a public client, which sends its id in the body
  std::string ca_file = {};   ///< as SentRequest has it
  TokenAnswerReading reading = {};
  /// What becomes of a request that is about to be sent; empty: nothing. The body is made of the grant after it, where
  /// it made none.
  std::function<void(SentRequest& request, FormFields& grant)> change_request = {};
};

struct ReceivedTokens {
  std::string access_token;
  std::optional<std::string> refresh_token;  ///< none: the one at hand stays good (RFC 6749 §6)
};

/// A refusal that the same request would meet again.
struct Refusal {
  enum class Who {
    user,   ///< the grant is no good: somebody must authorize again
    admin,  ///< the client is no good in this org: configuration must change
    maker,  ///< the request or the answer is not as RFC 6749 has it: somebody must change a program
  };
  Who who_must_act = Who::maker;
  std::string why;  ///< status and error code; nothing that was sent
};

/// Whom a refusal is for, by the answer's status and its OAuth error code (empty: it has none that is a text).
Refusal::Who who_must_act_on(int status, std::string_view error);

/// Nobody ruled on the grant: 429 or a 5xx.
struct Busy {
  std::optional<std::chrono::seconds> retry_after;
};

using TokenAnswer = std::variant<ReceivedTokens, Refusal, Busy, NoAnswer>;

/// Presents a grant once. `grant` holds `grant_type` and what belongs to it; client authentication is added.
TokenAnswer present(const TokenEndpoint& endpoint, FormFields grant, Deadline deadline);

}  // namespace gcmock
