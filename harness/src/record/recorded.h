// One exchange between a client and any server, as it went by.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace gcmock {

/// What of an answer came before its connection ended. Behind a head there may have been a part of a body.
enum class AnswerPart { all, head, none };

/// Holds credentials: never to be printed or written.
struct RecordedExchange {
  std::string method;
  std::string target;  ///< path and query
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  int status = 0;  ///< 0: none came
  std::vector<std::pair<std::string, std::string>> answer_headers;
  std::string answer_body;
  std::chrono::nanoseconds arrived{0};   ///< monotonic, since the recorder's start
  std::chrono::nanoseconds answered{0};  ///< same clock
  AnswerPart came = AnswerPart::all;
};

}  // namespace gcmock
