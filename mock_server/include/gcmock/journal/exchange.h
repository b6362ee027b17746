// One exchange of the journal: what was received, why it was answered so, and what of the answer arrived.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gcmock/domain/credential.h"
#include "gcmock/domain/encoded_text.h"
#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/stage.h"
#include "gcmock/domain/time.h"
#include "gcmock/domain/token_request.h"
#include "gcmock/domain/trail.h"
#include "gcmock/domain/world_change.h"

namespace gcmock {

/// Where in a request a credential of this world was seen.
enum class SightingPlace { request_target, referer, authorization_header, other_header, body_field };

struct Sighting {
  Fingerprint credential;
  SightingPlace where = SightingPlace::request_target;
  std::string name;  ///< name of the header, query parameter or body field
  /// What it was written in besides what its place demands (a form's encoding, Basic's base64); the outermost first.
  std::vector<TextEncoding> encodings = {};

  bool operator==(const Sighting&) const = default;
};

/// How the secret in a Basic header was written, where that makes a difference (RFC 6749 §2.3.1).
enum class BasicForm {
  no_matter,     ///< no Basic header, a secret that form-encoding leaves alone, or one that nobody knows
  form_encoded,  ///< as it must be
  as_it_stands,  ///< although it has characters that must be encoded
};

/// What became of the answer on the wire.
enum class DeliveryState {
  pending,   ///< not sent yet
  complete,  ///< every byte was handed to the kernel and the client had not closed
  cut,       ///< ended or spoilt on purpose by a rule: the client did not get it whole
  failed,    ///< the client was gone
};

struct DeliveryReport {
  DeliveryState state = DeliveryState::pending;
  std::size_t bytes_sent = 0;
  std::size_t bytes_total = 0;
  std::chrono::nanoseconds finished{0};  ///< monotonic, since the server's start: just before its last byte went off

  bool operator==(const DeliveryReport&) const = default;
};

/// The rule of the script that spoke.
struct RuleSpoke {
  std::size_t index = 0;  ///< in Script::rules
  Stage stage = Stage::instead_of_ruling;
  std::string what;  ///< actions, in words
  std::string place;

  bool operator==(const RuleSpoke&) const = default;
};

/// Who made an answer what it is: policy and the answer table, a rule of the script (in part or as a whole), or the
/// world's `answers`.
enum class Author { mock, script, world };

/// A value, safe to print: every credential in it has been replaced by its fingerprint in ‹› brackets.
struct Exchange {
  std::uint64_t seq = 0;                ///< 1, 2, 3 … without gaps, in the order of the decisions
  std::uint64_t connection = 0;         ///< 1, 2, 3 … in the order of acceptance
  Instant at;                           ///< domain time of the decision
  std::chrono::nanoseconds arrived{0};  ///< monotonic, since the server's start: the request was complete
  std::chrono::nanoseconds decided{0};  ///< same clock

  std::string method;
  std::string path;   ///< without query, percent-decoding not undone
  std::string query;  ///< redacted
  Endpoint endpoint = Endpoint::unknown;
  Host host = Host::api;
  std::optional<GrantType>
      grant;  ///< presented at the token endpoint or asked for at the authorization endpoint, where readable
  ClientAuthMethod client_auth = ClientAuthMethod::none;
  Subject subject;  ///< org, client, user that the request was judged as
  std::vector<std::pair<std::string, std::string>> request_headers;  ///< redacted; names as sent
  std::vector<std::pair<std::string, std::string>> request_fields;   ///< form fields, decoded, redacted
  std::string request_body;  ///< of an API request that is no form: redacted, cut at 4 KiB, as sent (maybe no UTF-8)
  std::vector<Sighting> sightings;  ///< every credential that the request carried
  std::vector<Scope> requested_scope;
  std::vector<std::string> contract_findings;  ///< what the vendor's description does not allow in this request

  int status = 0;  ///< 0: no answer was made (cut before headers still has one: it was lost)
  std::optional<RefusalReason> refusal;
  std::string error_code;  ///< OAuth `error` or Genesys `code` of the answer; empty otherwise
  std::optional<std::chrono::seconds> retry_after;
  std::vector<std::pair<std::string, std::string>> answer_headers;
  std::string answer_body;                ///< redacted; cut at 4 KiB
  std::vector<ChangeMade> changes;        ///< of the world, that this request made
  std::vector<Fingerprint> issued;        ///< tokens that settling this request put on the ledger or repeated
  bool answer_has_refresh_token = false;  ///< what the client was told, after all actions
  std::vector<TrailStep> trail;           ///< empty where a rule spoke instead of the ruling
  std::optional<RuleSpoke> rule;
  Author author = Author::mock;  ///< of the answer; delaying and cutting one does not change whose it is
  DeliveryReport delivery;
  BasicForm basic_form = BasicForm::no_matter;
  /// Kind of the certificate that the connection was shown, where a client must refuse it: "expired". Else empty.
  std::string bad_certificate;

  /// The credential of this kind that the request presented, if any.
  [[nodiscard]] const Fingerprint* presented(CredentialKind kind) const;
};

/// A change of the world that no request made: a step of the scenario, an administrator.
struct ChangeBetween {
  std::uint64_t after = 0;  ///< number of the last exchange before it; 0: before the first
  ChangeMade made;

  bool operator==(const ChangeBetween&) const = default;
};

/// "#4 POST /oauth/token → 403".
std::ostream& operator<<(std::ostream& out, const Exchange& exchange);

/// A token or code on the ledger, as reports see it: by label, never by value.
enum class TokenLife { live, spent, revoked, expired };

struct LedgerEntry {
  Fingerprint credential;
  std::optional<UserName> user;
  TokenLife life = TokenLife::live;
  Instant issued_at;
  std::optional<Instant> expires_at;
  std::uint64_t family = 0;
  bool initial = false;  ///< existed when the scenario started
};

std::string_view to_string(TokenLife life);
std::string_view to_string(DeliveryState state);
std::string_view to_string(SightingPlace where);

}  // namespace gcmock
