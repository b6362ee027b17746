// From a refusal to its answer: one table, each row with the evidence it rests on.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decide.h"
#include "domain/decide_authorize.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/world.h"
#include "gcmock/wire/evidence.h"
#include "wire/http_message.h"

namespace gcmock {

enum class BodyShape {
  oauth,       ///< {"error","description","error_description"}
  error_body,  ///< ErrorBody of the vendor's API description
  two_fields,  ///< {"message","status"}: the report's
  redirect,    ///< error, error_description and state in the address that a browser is sent back to
  page,        ///< HTML for a person: the browser must not be sent back
};

struct AnswerRow {
  int status = 500;
  BodyShape shape = BodyShape::error_body;
  std::string_view code;  ///< empty for two_fields
  std::string_view text;  ///< "%s": see RefusalToAnswer
  EvidenceLevel level = EvidenceLevel::assumed;
  std::string_view source;
};

/// Total: a script may refuse any request for any reason, and a reason that is not the answerer's own is answered by
/// the one whose it is.
AnswerRow answer_row(RefusalReason reason, AnsweredBy answerer);

/// Can policy give this reason there.
bool is_given_by(RefusalReason reason, AnsweredBy answerer);

/// What an answer says besides its row.
struct RefusalToAnswer {
  RefusalReason reason = RefusalReason::malformed_request;
  std::optional<std::chrono::seconds> retry_after;  ///< rate_limited without one: 1 s, so that clients come back soon
  std::optional<LimitReached> limit = {};           ///< rate_limited, where a limit of the world was reached
  const ApiOperation* operation = nullptr;          ///< whose scopes or permissions are missing
  std::vector<std::string> words;                   ///< for the "%s" of the row, from left to right
  std::string_view allowed_methods;                 ///< method_not_allowed: the Allow header
  std::string_view correlation_id;
  std::optional<ReturnAddress> return_address = {};  ///< for a redirect; none: the same on a page
};

/// As answer_row_in() has it for `world` (world_answers.h). `token_errors` rfc: an OAuth error with 401 has a
/// challenge.
HttpAnswer encode_refusal(const RefusalToAnswer& refusal, AnsweredBy answerer, const World& world);

/// ErrorBody for a request that broke HTTP's framing, or for a fault of ours: code `bad.request` or
/// `internal.server.error` by its status.
HttpAnswer encode_error(int status, std::string_view message, std::string_view correlation_id);

/// The Retry-After that the answer to `refusal` carries: the number in its text. A text that tells the limit has none.
std::optional<std::chrono::seconds> retry_after_of(const RefusalToAnswer& refusal, const World& world);

}  // namespace gcmock
