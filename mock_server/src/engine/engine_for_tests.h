// An engine over the domain's test worlds, and requests as clients send them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/worlds_for_tests.h"
#include "engine/engine.h"
#include "gcmock/seams/seams.h"
#include "wire/basic_auth.h"

namespace gcmock::tests {

inline std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      encoded.push_back(c);
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      encoded.append({'%', digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]});
    }
  }
  return encoded;
}

inline std::string basic(const ClientId& id, std::string_view secret) {
  return "Basic " + base64_encode(percent_encoded(id.value) + ":" + percent_encoded(secret));
}

inline HttpRequest token_request(std::string body, const ClientId& id, std::string_view secret,
                                 std::string target = "/oauth/token") {
  HttpRequest request;
  request.method = "POST";
  request.target = std::move(target);
  request.headers = {{"Host", "localhost"},
                     {"Content-Type", "application/x-www-form-urlencoded"},
                     {"Authorization", basic(id, secret)}};
  request.body = std::move(body);
  return request;
}

inline std::string refresh_body(std::string_view token) {
  return "grant_type=refresh_token&refresh_token=" + percent_encoded(token);
}

inline HttpRequest refresh(std::string_view token, const OrgName& org, std::string target = "/oauth/token") {
  return token_request(refresh_body(token), app, secret_of(app, org), std::move(target));
}

inline HttpRequest api_request(std::string method, std::string target, std::string_view bearer) {
  HttpRequest request;
  request.method = std::move(method);
  request.target = std::move(target);
  request.headers = {{"Host", "localhost"}};
  if (!bearer.empty()) request.headers.emplace_back("Authorization", "Bearer " + std::string(bearer));
  return request;
}

inline const std::string reported_path = "/api/v2/oauth/token";

/// Everything that one engine needs, and what came out of it.
struct Mock {
  explicit Mock(World world, Script script = {}, EngineOptions options = {})
      : clock(world.starts_at), engine(std::move(world), std::move(script), std::move(options), clock, ids, started) {}

  /// Hands the request in and reports its delivery as complete.
  Delivery send(HttpRequest request) {
    auto delivery = engine.handle(std::move(request));
    engine.delivered(delivery.seq, {DeliveryState::complete, delivery.bytes.size(), delivery.bytes.size(), {}});
    return delivery;
  }

  [[nodiscard]] Exchange last() const { return engine.journal().back(); }

  VirtualClock clock;
  SeededIds ids{1};
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
  Engine engine;
};

inline int status_of(const Delivery& delivery) {
  return delivery.bytes.size() < 12 ? 0 : std::stoi(delivery.bytes.substr(9, 3));
}

inline std::string body_of(const Delivery& delivery) {
  const auto head_end = delivery.bytes.find("\r\n\r\n");
  return head_end == std::string::npos ? "" : delivery.bytes.substr(head_end + 4);
}

/// The text of a string member of a flat JSON body; empty where there is none.
inline std::string member_of(const Delivery& delivery, const std::string& name) {
  const auto body = body_of(delivery);
  const auto start = body.find("\"" + name + "\":\"");
  if (start == std::string::npos) return "";
  const auto text = start + name.size() + 4;
  return body.substr(text, body.find('"', text) - text);
}

}  // namespace gcmock::tests
