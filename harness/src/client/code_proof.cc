#include "client/code_proof.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <string_view>

#include "client/form_encoding.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

using Bytes = std::array<unsigned char, 32>;

std::string in_base64url(const Bytes& bytes) {
  std::string text = base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  for (char& c : text) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return text.substr(0, text.find('='));
}

std::string random_text() {
  Bytes bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw Error("OpenSSL has no random bytes");
  return in_base64url(bytes);
}

std::string sha256_of(std::string_view text) {
  Bytes digest{};
  if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    throw Error("OpenSSL cannot compute SHA-256");
  return in_base64url(digest);
}

}  // namespace

CodeProof make_code_proof() {
  CodeProof proof;
  proof.verifier = random_text();
  proof.challenge = sha256_of(proof.verifier);
  return proof;
}

std::string make_state() {
  return random_text();
}

}  // namespace gcmock
