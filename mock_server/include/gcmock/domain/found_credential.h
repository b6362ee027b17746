// A credential that was found in a text, and where it stands.
#pragma once

#include "gcmock/domain/credential.h"
#include "gcmock/domain/encoded_text.h"

namespace gcmock {

struct FoundCredential {
  Fingerprint credential;
  EncodedHit hit;  ///< its `value` is the credential itself: never to be shown
};

}  // namespace gcmock
