// Reading of the four kinds of initial credentials.
#include "scenario/token_reader.h"

#include <fmt/format.h>

#include <utility>

#include "gcmock/seams/seams.h"
#include "scenario/client_reader.h"
#include "scenario/forms.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

struct TokenScope {
  const OrgName& org;
  const WorldOptions& options;
  WorldReading& reading;
  Mistakes& mistakes;
};

/// What all kinds share; `label` is "refresh", `said` "refresh token".
InitialToken read_credential(const JsonMember& member, const Fields& fields, CredentialKind kind,
                             std::string_view label, const std::string& said, const TokenScope& scope) {
  InitialToken token;
  token.name = member.key;
  if (std::optional<Text> user = fields.said("user")) {
    token.user = UserName(user->text);
    if (std::optional<Text> home = fields.said("home")) {
      token.home = OrgName(home->text);
      scope.reading.references.push_back({Reference::To::other_org, scope.org, std::move(*home)});
    }
    const OrgName& home = token.home.value_or(scope.org);
    if (scope.reading.world.orgs.contains(home)) {
      scope.reading.references.push_back({Reference::To::user, home, std::move(*user)});
    }
  } else if (fields.has("home")) {
    fields.wrong("home", "GC207", "a token that stands for no user has no home", "add its \"user\", or leave it out");
  }
  if (const std::optional<Text> value = fields.text("value")) {
    if (!is_credential(value->text)) {
      fields.wrong("value", "GC207", "this value has characters that no token can have, or none",
                   "visible ASCII without spaces (RFC 6749 appendix A)");
    }
    token.value = value->text;
    scope.reading.stated_once.push_back({said, value->text, value->spot});
  } else {
    token.value =
        SeededIds(scope.options.seed).credential(kind, fmt::format("{}/{}-{}", scope.org.value, label, member.key));
  }
  return token;
}

/// What tokens and codes share: they were issued to a client.
InitialToken read_common(const JsonMember& member, const Fields& fields, CredentialKind kind, std::string_view label,
                         const std::string& said, const TokenScope& scope) {
  InitialToken token = read_credential(member, fields, kind, label, said, scope);
  if (std::optional<Text> client = fields.said("client")) {
    token.client = ClientId(client->text);
    scope.reading.references.push_back({Reference::To::client_known_in_org, scope.org, std::move(*client)});
  }
  token.scopes = read_scopes(fields, scope.mistakes);
  return token;
}

const OAuthClient* registration_of(const ClientId& client, const TokenScope& scope) {
  if (const auto found = find_client(scope.reading.world, scope.org, client)) return found->registration;
  if (scope.options.before == nullptr) return nullptr;
  const auto found = find_client(*scope.options.before, scope.org, client);
  return found ? found->registration : nullptr;
}

std::optional<std::chrono::seconds> lasts(const Fields& fields, std::optional<std::chrono::seconds> usual) {
  if (fields.is_null("expires_in")) return std::nullopt;
  if (!fields.has("expires_in")) return usual;
  return fields.seconds("expires_in", Span::any);
}

InitialToken read_access_token(const JsonMember& member, const TokenScope& scope) {
  const Fields fields(member.value, shapes::access_token, scope.mistakes);
  InitialToken token = read_common(member, fields, CredentialKind::access_token, "access", "access token", scope);
  const OAuthClient* client = registration_of(token.client, scope);
  token.expires_in =
      lasts(fields, client != nullptr ? client->access_token_lifetime : OAuthClient().access_token_lifetime);
  token.life = fields.word("life", words::access_token_lives).value_or(token.life);
  return token;
}

InitialToken read_refresh_token(const JsonMember& member, const TokenScope& scope) {
  const Fields fields(member.value, shapes::refresh_token, scope.mistakes);
  InitialToken token = read_common(member, fields, CredentialKind::refresh_token, "refresh", "refresh token", scope);
  const OAuthClient* client = registration_of(token.client, scope);
  token.expires_in = lasts(fields, client != nullptr ? client->refresh_token_lifetime : std::nullopt);
  token.life = fields.word("life", words::refresh_token_lives).value_or(token.life);
  return token;
}

InitialToken read_code(const JsonMember& member, const TokenScope& scope) {
  const Fields fields(member.value, shapes::code, scope.mistakes);
  InitialToken code = read_common(member, fields, CredentialKind::authorization_code, "code", "code", scope);
  code.expires_in = lasts(fields, scope.reading.world.code_lifetime);
  code.life = fields.word("life", words::code_lives).value_or(code.life);
  const OAuthClient* client = registration_of(code.client, scope);
  if (const std::optional<Text> uri = fields.text("redirect_uri")) {
    check_redirect_uri(*uri, scope.mistakes);
    code.redirect_uri = uri->text;
  } else if (client != nullptr && !client->redirect_uris.empty()) {
    code.redirect_uri = client->redirect_uris.front();
  }
  if (const std::optional<Text> challenge = fields.text("code_challenge")) {
    if (!is_s256_challenge(challenge->text)) {
      fields.wrong("code_challenge", "GC207", "this is no S256 code challenge",
                   "43 base64url characters (RFC 7636 §4.2)");
    }
    code.code_challenge = challenge->text;
  }
  return code;
}

/// How long identity providers let an assertion be used: a few minutes (assumed).
constexpr std::chrono::seconds usual_life_of_assertion{300};

InitialToken read_saml_assertion(const JsonMember& member, const TokenScope& scope) {
  const Fields fields(member.value, shapes::saml_assertion, scope.mistakes);
  InitialToken assertion =
      read_credential(member, fields, CredentialKind::saml_assertion, "assertion", "SAML assertion", scope);
  assertion.expires_in = lasts(fields, usual_life_of_assertion);
  assertion.life = fields.word("life", words::code_lives).value_or(assertion.life);
  return assertion;
}

}  // namespace

void read_tokens(const OrgName& org, const Fields& fields, const WorldOptions& options, WorldReading& reading,
                 Mistakes& mistakes) {
  const TokenScope scope{org, options, reading, mistakes};
  Org& filled = reading.world.orgs[org];
  for (const JsonMember& member : fields.entries("access_tokens"))
    filled.access_tokens.push_back(read_access_token(member, scope));
  for (const JsonMember& member : fields.entries("refresh_tokens"))
    filled.refresh_tokens.push_back(read_refresh_token(member, scope));
  for (const JsonMember& member : fields.entries("codes")) filled.codes.push_back(read_code(member, scope));
  for (const JsonMember& member : fields.entries("saml_assertions"))
    filled.saml_assertions.push_back(read_saml_assertion(member, scope));
}

}  // namespace gcmock
