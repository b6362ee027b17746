// Credentials of a world by the names that reports call them.
#include "scenario/named_credentials.h"

#include <array>

#include "gcmock/seams/seams.h"

namespace gcmock {
namespace {

struct KindOfToken {
  std::string_view label;  ///< "refresh" in "secondary/refresh-main"
  CredentialKind kind;
  std::vector<InitialToken> Org::*tokens;
};

constexpr std::array kinds_of_token{KindOfToken{"access", CredentialKind::access_token, &Org::access_tokens},
                                    KindOfToken{"refresh", CredentialKind::refresh_token, &Org::refresh_tokens},
                                    KindOfToken{"code", CredentialKind::authorization_code, &Org::codes},
                                    KindOfToken{"assertion", CredentialKind::saml_assertion, &Org::saml_assertions}};

std::string label_of(const Org& org, std::string_view kind, const std::string& name) {
  return org.name.value + "/" + std::string(kind) + "-" + name;
}

}  // namespace

NamedCredentials credentials_of(const World& world) {
  NamedCredentials named;
  for (const auto& [name, org] : world.orgs) {
    for (const KindOfToken& kind : kinds_of_token) {
      for (const InitialToken& token : org.*kind.tokens) {
        named.emplace(label_of(org, kind.label, token.name), token.value);
      }
    }
    for (const auto& [id, client] : org.clients) {
      if (!client.secret.empty()) named.emplace(label_of(org, "secret", id.value), client.secret);
    }
  }
  return named;
}

NamedCredentials generated_credentials(const World& world, std::uint64_t seed) {
  SeededIds ids(seed);
  const NamedCredentials there = credentials_of(world);
  NamedCredentials generated;
  const auto add = [&](CredentialKind kind, const std::string& label) {
    std::string value = ids.credential(kind, label);
    const auto known = there.find(label);
    if (known != there.end() && known->second == value) return;
    generated.emplace(label + std::string(generated_mark), std::move(value));
  };
  for (const auto& [name, org] : world.orgs) {
    for (const KindOfToken& kind : kinds_of_token) {
      add(kind.kind, label_of(org, kind.label, "main"));
      for (const InitialToken& token : org.*kind.tokens) add(kind.kind, label_of(org, kind.label, token.name));
    }
    for (const auto& [id, client] : org.clients) add(CredentialKind::client_secret, label_of(org, "secret", id.value));
  }
  return generated;
}

}  // namespace gcmock
