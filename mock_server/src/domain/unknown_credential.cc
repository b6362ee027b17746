#include "gcmock/domain/unknown_credential.h"

#include "domain/fingerprints.h"

namespace gcmock {

std::string label_of_unknown(std::string_view value) {
  return "unknown-" + sha256_hex(value).substr(0, 8);
}

}  // namespace gcmock
