// What went by, understood: who presented what, and what came of it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "capture/message_parts.h"
#include "record/recorded.h"

namespace gcmock {

/// How an answer with status 200 gives no token that a client can use.
enum class SpoiltGrant { no, is_empty, is_a_page, is_cut_short, has_no_token, has_another_type };

/// One exchange. What is not said is empty. Holds credentials.
struct Overheard {
  enum class Kind { grant, login, call };
  Kind kind = Kind::call;
  const RecordedExchange* exchange = nullptr;
  std::string path;
  NameValues fields;         ///< of a grant's form, or a login's query
  std::string grant;         ///< grant_type
  std::string client_id;     ///< however it was given
  std::string secret;        ///< likewise
  std::string presented;     ///< refresh token, code or assertion
  std::string bearer;        ///< access token of a call
  std::string access_token;  ///< that was issued
  std::string refresh_token;
  std::string code;
  std::optional<std::chrono::seconds> expires_in;
  SpoiltGrant spoilt = SpoiltGrant::no;  ///< where all of it came
  std::string scope;                     ///< granted
  std::string error;                     ///< OAuth `error` or Genesys `code` of the answer
  std::string org_id;                    ///< that an answer tells
  std::string user_id;                   ///< likewise
};

/// Points into `recorded`.
std::vector<Overheard> overhear(const std::vector<RecordedExchange>& recorded);

}  // namespace gcmock
