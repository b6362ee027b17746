// The server behind the recorder. The .cc is the only place here that knows httplib.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "record/recorded.h"

namespace gcmock {

struct Upstream {
  std::string login;         ///< URL; its path goes before each request's
  std::string api;           ///< likewise, of requests below /api/v2 that ask for no token
  std::string ca_file = {};  ///< PEM of whom an https server must be certified by; empty: one that the machine trusts
  std::size_t most_bytes_of_an_answer = 8 * 1024 * 1024;  ///< of its body
};

/// Sends the request on and fills in what was answered: without headers that are for one connection only (RFC 9110
/// §7.6.1). Where the connection ended before all of an answer was there, what came of it. Where the upstream cannot be
/// reached, cannot prove who it is or says too much, the answer is 502, with the reason in words.
void forward(const Upstream& upstream, RecordedExchange& exchange);

}  // namespace gcmock
