// What came of TLS handshakes: a client that refuses the server's certificate leaves no exchange, but it was there.
#pragma once

#include <cstddef>
#include <string>

namespace gcmock {

struct Handshakes {
  std::size_t completed = 0;
  std::size_t failed = 0;
  std::string last_failure;             ///< in OpenSSL's words: "tlsv1 alert unknown ca"; empty: none failed
  std::size_t on_bad_certificates = 0;  ///< of all: the client was shown a certificate that it must refuse
  std::size_t in_the_clear = 0;         ///< of `failed`: an HTTP request without TLS

  bool operator==(const Handshakes&) const = default;
};

}  // namespace gcmock
