// What one org's client was asked for, exchange by exchange.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capture/asked.h"

namespace gcmock {

/// Is told the exchanges of one org in their order, and gives the steps that they were made of.
class CourseOfOrg {
 public:
  CourseOfOrg(OrgName org, const World& world, bool holds_access_token);

  /// False: no step of a client makes such a request.
  bool take(const Exchange& exchange);
  /// Something happens that is no exchange: what may be over is over. A call that waits for its renewal goes on.
  void between();
  /// No more exchanges come.
  std::vector<StepAsked> finish();

 private:
  // A step that may go on.
  struct Open {
    StepAsked asked;
    std::string first_token;              // label of the access token that it began with
    std::vector<const Exchange*> api;     // its API requests
    std::vector<const Exchange*> tokens;  // its token requests
    bool waits_for_renewal = false;       // an API request met 401, and no token came since
    bool is_loose = false;                // a refresh that may turn out to belong to a call
    int to_come = 0;                      // API requests that were refused and not asked again
  };

  void take_api(const Exchange& exchange);
  bool take_grant(const Exchange& exchange);
  void take_authorization(const Exchange& exchange);
  void begin(Verb verb, const Exchange& exchange);
  [[nodiscard]] bool is_next_of_call(const Exchange& exchange) const;
  [[nodiscard]] bool goes_on_in_open(const Exchange& exchange) const;
  void add_api(const Exchange& exchange);
  void add_grant(const Exchange& exchange);
  void close();
  [[nodiscard]] std::vector<Outcome> outcomes_of(const Open& open) const;
  [[nodiscard]] std::vector<Outcome> outcomes_of_call(const Open& open) const;

  const OrgName org_;
  const World& world_;
  bool holds_access_token_;
  bool was_refused_ = false;  // for good: its client asks no more
  std::optional<Open> open_;
  std::vector<StepAsked> done_;
};

}  // namespace gcmock
