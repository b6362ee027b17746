// Hides what a request carried: see redacted_request.h.
#include "engine/redacted_request.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/hidden_members.h"
#include "wire/basic_auth.h"

namespace gcmock {
namespace {

// Parameters whose value is a credential, whoever issued it.
std::optional<CredentialKind> kind_of_parameter(std::string_view name) {
  if (name == "refresh_token") return CredentialKind::refresh_token;
  if (name == "access_token" || name == "token" || name == "id_token") return CredentialKind::access_token;
  if (name == "client_secret" || name == "client_assertion" || name == "password") {
    return CredentialKind::client_secret;
  }
  if (name == "code") return CredentialKind::authorization_code;
  if (name == "assertion") return CredentialKind::saml_assertion;
  if (name == "code_verifier") return CredentialKind::code_verifier;
  return std::nullopt;
}

// Sent with every request, and spoken by the HTTP library alone: not worth a search.
bool is_plain_header(std::string_view name) {
  constexpr std::array<std::string_view, 4> plain{"Host", "Content-Length", "Connection", "Accept-Encoding"};
  for (const auto& known : plain) {
    if (same_name(name, known)) return true;
  }
  return false;
}

// Characters that no encoder of forms leaves alone; of the others some do: encodeURIComponent keeps !~'().
bool must_be_encoded(std::string_view text) {
  constexpr std::string_view may_stay = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~*!'()";
  return text.find_first_not_of(may_stay) != std::string_view::npos;
}

class Redaction {
 public:
  Redaction(const Subject& judged, const Credentials& credentials, std::optional<std::string> basic_secret)
      : judged_(judged), credentials_(credentials), basic_secret_(std::move(basic_secret)) {
    sightings_.reserve(4);
  }

  std::vector<Sighting> take_sightings() { return std::move(sightings_); }
  [[nodiscard]] BasicForm basic_form() const { return basic_form_; }

  void hide_in_header(std::string& name, std::string& value) {
    if (is_plain_header(name)) return;
    name = text(name, SightingPlace::other_header, "a header's name");
    if (same_name(name, "Authorization")) {
      value = authorization(value);
    } else if (same_name(name, "Referer")) {
      value = target(value, SightingPlace::referer, "Referer");
    } else if (same_name(name, "Proxy-Authorization")) {
      value = "‹hidden›";
    } else {
      value = text(value, SightingPlace::other_header, name);
    }
  }

  void hide_in_field(std::string& name, std::string& value) {
    value = parameter(name, value, SightingPlace::body_field);
    name = text(name, SightingPlace::body_field, "a field's name");
  }

  // Path and query of a URL, or of what looks like one.
  std::string target(std::string_view url, SightingPlace where, std::string_view path_name) {
    const auto mark = url.find('?');
    auto hidden = text(url.substr(0, mark), where, path_name);
    if (mark != std::string_view::npos) hidden.append("?").append(query(url.substr(mark + 1), where));
    return hidden;
  }

  std::string query(std::string_view all, SightingPlace where) {
    std::string hidden;
    while (!all.empty()) {
      const auto ampersand = all.find('&');
      hidden.append(query_parameter(all.substr(0, ampersand), where));
      if (ampersand == std::string_view::npos) break;
      hidden.push_back('&');
      all.remove_prefix(ampersand + 1);
    }
    return hidden;
  }

  // Searches `plain` for credentials.
  std::string text(std::string_view plain, SightingPlace where, std::string_view name) {
    if (auto known = credentials_.find(plain, judged_)) return see(std::move(*known), where, name);
    std::string hidden;
    std::size_t copied = 0;
    for (auto& [credential, hit] : credentials_.find_all(plain, judged_)) {
      hidden.append(plain.substr(copied, hit.at - copied));
      hidden.append(see(std::move(credential), where, name, std::move(hit.encodings)));
      copied = hit.at + hit.length;
    }
    return hidden.append(plain.substr(copied));
  }

 private:
  std::string see(Fingerprint credential, SightingPlace where, std::string_view name,
                  std::vector<TextEncoding> encodings = {}) {
    auto instead = shown(credential);
    sightings_.push_back({std::move(credential), where, std::string(name), std::move(encodings)});
    return instead;
  }

  std::string parameter(std::string_view name, std::string_view value, SightingPlace where) {
    const auto kind = kind_of_parameter(name);
    if (!kind || value.empty()) return text(value, where, name);
    return see(credentials_.fingerprint(value, *kind, judged_), where, name);
  }

  // What was not changed stays as it was sent, percent signs and all.
  std::string query_parameter(std::string_view pair, SightingPlace where) {
    const auto equals = pair.find('=');
    const auto raw = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
    const auto name = form_decode(pair.substr(0, equals));
    const auto value = form_decode(raw);
    if (!name || !value) return text(pair, where, "query");
    auto hidden_name = text(*name, where, "query");
    auto hidden = parameter(*name, *value, where);
    if (hidden == *value && hidden_name == *name) return std::string(pair);
    return hidden_name.append("=").append(hidden == *value ? std::string(raw) : hidden);
  }

  std::string basic(const std::string& secret) {
    if (secret.empty()) return "Basic ‹no secret›";
    return "Basic " + see(credentials_.fingerprint(secret, CredentialKind::client_secret, judged_),
                          SightingPlace::authorization_header, "Authorization");
  }

  std::string authorization(std::string_view value) {
    const auto where = SightingPlace::authorization_header;
    note_form_of(value);
    if (const auto first = std::exchange(basic_secret_, std::nullopt)) return basic(*first);
    if (const auto credentials = parse_basic(value)) return basic(credentials->secret);
    if (const auto token = bearer_token(value)) {
      return "Bearer " +
             see(credentials_.fingerprint(*token, CredentialKind::access_token, judged_), where, "Authorization");
    }
    // Neither: it may still be a token without its scheme. Nothing of it is shown.
    text(value, where, "Authorization");
    return "‹unreadable›";
  }

  void note_form_of(std::string_view authorization) {
    const auto secret = secret_as_written(authorization);
    if (!secret || !must_be_encoded(*secret)) return;
    if (is_secret(*secret)) {
      basic_form_ = BasicForm::as_it_stands;
    } else if (const auto decoded = form_decode(*secret); decoded && is_secret(*decoded)) {
      basic_form_ = BasicForm::form_encoded;
    }
  }

  [[nodiscard]] bool is_secret(std::string_view value) const {
    const auto known = credentials_.find(value, judged_);
    return known && known->kind == CredentialKind::client_secret;
  }

  const Subject& judged_;
  const Credentials& credentials_;
  std::optional<std::string> basic_secret_;  // of the first Authorization header
  std::vector<Sighting> sightings_;
  BasicForm basic_form_ = BasicForm::no_matter;
};

}  // namespace

RedactedRequest redact(HttpRequest request, ReadCredentials read, const Subject& judged,
                       const Credentials& credentials) {
  auto& fields = read.fields;
  Redaction redaction(judged, credentials, std::move(read.basic_secret));
  RedactedRequest redacted;
  redacted.path = redaction.text(request.path(), SightingPlace::request_target, "path");
  redacted.query = redaction.query(request.query(), SightingPlace::request_target);
  for (auto& [name, value] : request.headers) redaction.hide_in_header(name, value);
  for (auto& [name, value] : fields) redaction.hide_in_field(name, value);
  if (fields.empty() && !request.body.empty()) {
    redacted.body = hide_members(redaction.text(request.body, SightingPlace::body_field, "body"));
  }
  redacted.headers = std::move(request.headers);
  redacted.fields = std::move(fields);
  redacted.sightings = redaction.take_sightings();
  redacted.basic_form = redaction.basic_form();
  return redacted;
}

}  // namespace gcmock
