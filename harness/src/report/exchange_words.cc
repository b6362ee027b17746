// An exchange in words.
#include "report/exchange_words.h"

#include <fmt/format.h>

#include "report/text_layout.h"

namespace gcmock {
namespace {

std::string label_of(const Fingerprint& credential, const Exchange& exchange) {
  const std::string own = exchange.subject.org ? exchange.subject.org->value + '/' : std::string();
  if (!own.empty() && credential.label.starts_with(own)) return credential.label.substr(own.size());
  return credential.label;
}

std::string delivery_in_words(const DeliveryReport& delivery) {
  return fmt::format("{}, {} of {} sent", to_string(delivery.state), delivery.bytes_sent,
                     counted(delivery.bytes_total, "byte"));
}

}  // namespace

std::string presented_in_words(const Exchange& exchange) {
  std::vector<std::string> labels;
  for (const CredentialKind kind :
       {CredentialKind::refresh_token, CredentialKind::authorization_code, CredentialKind::access_token}) {
    if (const Fingerprint* credential = exchange.presented(kind)) labels.push_back(label_of(*credential, exchange));
  }
  return joined(labels, " ");
}

std::string request_in_words(const Exchange& exchange) {
  std::string words = fmt::format("#{} {} {}", exchange.seq, exchange.method, exchange.path);
  const std::string presented = presented_in_words(exchange);
  if (exchange.grant || !presented.empty()) words += " ·";
  // A refresh token says its grant.
  if (exchange.grant && exchange.grant != GrantType::refresh_token) {
    words += fmt::format(" {}", to_string(*exchange.grant));
  }
  return presented.empty() ? words : words + ' ' + presented;
}

std::string answer_in_words(const Exchange& exchange) {
  std::string words = fmt::format("#{} ", exchange.seq);
  words += exchange.status == 0 ? "no answer" : std::to_string(exchange.status);
  if (exchange.refusal) {
    words += fmt::format(" {}", to_string(*exchange.refusal));
  } else if (!exchange.error_code.empty()) {
    words += ' ' + exchange.error_code;
  }
  if (!exchange.issued.empty()) words += " ·";
  for (const Fingerprint& token : exchange.issued) words += ' ' + label_of(token, exchange);
  if (exchange.retry_after) words += fmt::format(" · Retry-After {} s", exchange.retry_after->count());
  if (exchange.delivery.state != DeliveryState::complete) words += " · lost: " + delivery_in_words(exchange.delivery);
  return words;
}

std::string rule_in_words(const RuleSpoke& rule) {
  return fmt::format("rule {}, {}: {}", rule.index + 1, to_string(rule.stage), rule.what);
}

}  // namespace gcmock
