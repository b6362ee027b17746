// How each refusal is answered, and how sure we are of it: the answer table as data.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "gcmock/domain/refusal.h"

namespace gcmock {

/// From what we know that Genesys Cloud behaves so.
enum class EvidenceLevel {
  spec,            ///< an RFC
  vendor_openapi,  ///< the vendor's API description
  vendor_doc,      ///< the vendor's documentation or announcement
  sdk_source,      ///< source or tests of a client that talks to the live service
  report,          ///< a community report, not confirmed by the vendor
  assumed,         ///< nobody knows
};

std::string_view to_string(EvidenceLevel level);
std::ostream& operator<<(std::ostream& out, EvidenceLevel level);

/// Who answers. The two token endpoints word a refusal each in its own way; the dialect decides which of them exist.
enum class AnsweredBy {
  authorize,       ///< GET /oauth/authorize of the login host, the consent page's form, and GET /logout
  oauth_token,     ///< POST /oauth/token of the login host, in both dialects
  reported_token,  ///< POST /api/v2/oauth/token, in `reported` worlds only
  api,             ///< everything else
};

/// "GET /oauth/authorize", "POST /oauth/token", "POST /api/v2/oauth/token", "API".
std::string_view to_string(AnsweredBy answerer);
std::ostream& operator<<(std::ostream& out, AnsweredBy answerer);

/// One row of the answer table.
struct BehaviourRow {
  RefusalReason reason;
  AnsweredBy answerer;
  int status;
  std::string_view code;  ///< OAuth `error` or Genesys Cloud `code`; empty: the body has none
  std::string_view text;  ///< description or message; "%s" stands for what the request was about
  EvidenceLevel level;    ///< of the least certain of status, code and text
  std::string_view source;
};

/// Every reason at every answerer that can give it, in the order of the enumerators.
std::vector<BehaviourRow> behaviour_table();

}  // namespace gcmock
