// The reference client's dealings with one org: its tokens, how they are renewed, and when to stop asking.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>

#include "client/conduct.h"
#include "client/deadline.h"
#include "client/http_exchange.h"
#include "client/patient_host.h"
#include "client/token_endpoint.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// Told each pair of tokens that arrives; empty: a client that keeps them to itself.
using TokenLog = std::function<void(const ReceivedTokens& tokens)>;

struct Urls {
  std::string login;         ///< `/oauth/token` is appended
  std::string api;           ///< paths are appended
  std::string ca_file = {};  ///< whom https servers must be certified by; empty: one that the machine trusts
};

/// What one org issued stays in here: orgs share nothing, so that one org's trouble is no other's. Any member may be
/// called from any thread.
///
/// - An access token is renewed when the API answers 401, once for each call, and never because of a 403.
/// - Calls that meet 401 at the same time share one renewal (RFC 9700 §4.14.2), and its failure too.
/// - A refusal is remembered: a refused refresh token is never presented again, and an org that refused the client is
///   sent no further token request.
/// - A host that sent Retry-After is left alone until then, by every call: they reply retry_later without asking.
/// - Of an answer that was lost nobody knows whether it spent the refresh token: it is presented once more, not twice.
class OrgConnection {
 public:
  /// `conduct` and what `org` refers to must outlive it.
  OrgConnection(const OrgAmongOthers& org, const Urls& urls, const Conduct& conduct, TokenLog log);

  /// Asks the API; renews the access token where it must.
  ClientReply call(const ClientCall& call, Deadline deadline);
  /// Exchanges the authorization code, which is presented once in its life (RFC 6749 §4.1.2); or, where there is none,
  /// the SAML assertion, likewise.
  ClientReply log_in(Deadline deadline);
  /// Asks for a code as a browser would whose user need not do anything, with a state and a proof key of its own, and
  /// exchanges it. `target` is the id of the org to act in by trust; empty: none.
  ClientReply authorize(const std::string& login_hint, const std::string& target, Deadline deadline);
  /// Renews the access token, expired or not.
  ClientReply refresh(Deadline deadline);
  /// The client's clock jumps ahead by so much.
  void clock_moved(std::chrono::milliseconds by);

 private:
  // What a call relies on from its beginning: where it changed by the time of a 401, another call has seen to it.
  struct Situation {
    std::string access_token;
    std::uint64_t failed_renewals = 0;
  };

  Situation situation() const;
  void forget_access_token(const std::string& dead);
  std::optional<HttpResult> exchange_patiently(const SentRequest& request, Deadline deadline);
  TokenAnswer present_grant(FormFields grant, Deadline deadline);
  ClientReply call_with_new_token(const SentRequest& request, const Situation& since, Deadline deadline);
  ClientReply call_after_renewal(const SentRequest& request, Deadline deadline);
  [[nodiscard]] bool wants_renewal(const std::optional<HttpResult>& result) const;
  [[nodiscard]] SentRequest api_request(const ClientCall& call) const;
  [[nodiscard]] SentRequest with_token(SentRequest request, const std::string& access_token) const;
  ClientReply redeem(FormFields grant, Deadline deadline);
  ClientReply renew(const Situation& since, Deadline deadline);
  ClientReply obtain_tokens(Deadline deadline);
  ClientReply present_refresh_token(const std::string& refresh_token, Deadline deadline);
  ClientReply present_client_credentials(Deadline deadline);
  ClientReply keep(const ReceivedTokens& tokens);
  ClientReply keep(const Refusal& refusal);
  bool lost_twice();

  const OrgAmongOthers org_;
  const Conduct& conduct_;
  const TokenLog log_;
  const std::string authorize_url_;
  const TokenEndpoint endpoint_;
  const std::string api_url_;
  const std::string ca_file_;
  const std::string redirect_uri_;
  const bool uses_client_credentials_;
  PatientHost login_host_;
  PatientHost api_host_;

  mutable std::mutex mutex_;  // guards all below; never held while waiting for an answer
  std::string access_token_;
  std::string refresh_token_;
  int lost_answers_ = 0;  // to presentations of refresh_token_
  std::string code_;
  std::string assertion_;
  bool acts_for_a_user_ = false;             // somebody authorized it: its own credentials are no substitute
  std::optional<ClientReply> refused_;       // for good: what to say without asking again
  std::shared_future<ClientReply> renewal_;  // valid while one is under way
  std::uint64_t failed_renewals_ = 0;
  ClientReply last_failure_;
};

}  // namespace gcmock
