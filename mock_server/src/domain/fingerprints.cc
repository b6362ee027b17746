// SHA-256 by OpenSSL, in the two spellings that we need.
#include "domain/fingerprints.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>
#include <memory>

#include "gcmock/error.h"

namespace gcmock {

namespace {

using Digest = std::array<unsigned char, 32>;

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// Finding the algorithm costs more than hashing a token with it, so it is found once.
const EVP_MD* algorithm() {
  static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return found;
}

Digest sha256(std::string_view text) {
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  Digest digest{};
  unsigned int size = 0;
  const bool is_done = EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1 &&
                       EVP_DigestUpdate(context.get(), text.data(), text.size()) == 1 &&
                       EVP_DigestFinal_ex(context.get(), digest.data(), &size) == 1;
  if (!is_done) throw Error("OpenSSL cannot compute SHA-256");
  return digest;
}

std::string base64url(const Digest& bytes) {
  static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text((bytes.size() * 8 + 5) / 6, '\0');
  char* next = text.data();
  std::uint32_t bits = 0;
  int count = 0;
  for (const unsigned char byte : bytes) {
    bits = bits << 8U | byte;
    for (count += 8; count >= 6; count -= 6) *next++ = alphabet[bits >> (count - 6) & 63U];
  }
  if (count > 0) *next = alphabet[bits << (6 - count) & 63U];
  return text;
}

}  // namespace

std::string sha256_hex(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : sha256(text)) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return hex;
}

std::string s256_challenge(std::string_view verifier) {
  return base64url(sha256(verifier));
}

}  // namespace gcmock
