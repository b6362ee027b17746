#include "wire/request_contract.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <optional>

#include "wire/form.h"

namespace gcmock {
namespace {

using nlohmann::json;

constexpr std::string_view json_media = "application/json";
constexpr std::string_view form_media = "application/x-www-form-urlencoded";

bool is_plain(std::string_view word, std::string_view also) {
  constexpr std::size_t longest_told = 60;
  const auto is_told = [&](unsigned char c) { return std::isalnum(c) != 0 || also.find(char(c)) != also.npos; };
  return !word.empty() && word.size() <= longest_told && std::ranges::all_of(word, is_told);
}

std::string told(std::string_view word, std::string_view also, std::string_view instead) {
  return std::string(is_plain(word, also) ? word : instead);
}

std::string_view path_of(Endpoint endpoint) {
  for (const auto& operation : all_operations()) {
    if (operation.endpoint == endpoint) return operation.path;
  }
  return "the token endpoint";
}

/// The media type without its parameters; empty where none is stated.
std::string_view media_type_of(const HttpRequest& request) {
  const auto* stated = request.header("Content-Type");
  if (stated == nullptr) return {};
  std::string_view media = *stated;
  media = media.substr(0, media.find(';'));
  while (!media.empty() && (media.back() == ' ' || media.back() == '\t')) media.remove_suffix(1);
  return media;
}

std::optional<std::string> fault_of_media_type(const HttpRequest& request, std::string_view declared) {
  const auto media = media_type_of(request);
  if (same_name(media, declared)) return std::nullopt;
  if (media.empty()) return "sends a body without Content-Type";
  return "sends a body as " + told(media, "/+.-", "another media type") + " where " + std::string(declared) +
         " is declared";
}

// What is nested deeper than anything that is declared is dropped as it comes: nobody's stack depends on a client.
json parse(const std::string& body) {
  constexpr int deepest = 64;
  return json::parse(
      body, [](int depth, json::parse_event_t, json&) { return depth <= deepest; }, false);
}

/// What one request of one operation does wrong, collected.
class Findings {
 public:
  Findings(const HttpRequest& request, std::string operation) : request_(request), operation_(std::move(operation)) {}

  void add(const std::string& what) { found_.push_back(operation_ + " " + what); }

  void look_at_query(const Operation& operation) {
    if (request_.query().empty()) return;
    const auto parameters = parse_form(request_.query());
    if (!parameters) return add("sends a query whose percent-encoding is broken");
    const auto declared = words_of(operation.query);
    std::vector<std::string_view> seen;
    for (const auto& [name, value] : *parameters) {
      const auto is_name = [&](std::string_view other) { return other == name; };
      if (std::ranges::any_of(declared, is_name) || std::ranges::any_of(seen, is_name)) continue;
      seen.push_back(name);
      add("sends undeclared query parameter " + told(name, "_.-", "whose name is no word"));
    }
  }

  void look_at_body(const Operation& operation) {
    if (request_.body.empty()) {
      if (operation.body == BodyUse::required) add("sends no body where one is required");
      return;
    }
    if (operation.body == BodyUse::none) return add("sends a body where none is declared");
    look_at_media_type(json_media);
    look_at_members(words_of(operation.required_members));
  }

  void look_at_media_type(std::string_view declared) {
    if (const auto fault = fault_of_media_type(request_, declared)) add(*fault);
  }

  std::vector<std::string> take() && { return std::move(found_); }

 private:
  void look_at_members(const std::vector<std::string_view>& required) {
    const auto body = parse(request_.body);
    if (body.is_discarded()) return add("sends a body that is no JSON");
    for (const auto name : required) {
      const bool is_there = body.is_object() && body.contains(name) && !body.find(name)->is_null();
      if (!is_there) add("leaves out required member " + std::string(name));
    }
  }

  const HttpRequest& request_;
  std::string operation_;
  std::vector<std::string> found_;
};

std::vector<std::string> of_wrong_method(const HttpRequest& request, const Route& route) {
  const auto path = route.host == Host::login || route.endpoint == Endpoint::token
                        ? std::string(request.path())
                        : std::string(path_of(route.endpoint));
  return {told(request.method, "-", "this word") + " is no declared method of " + path};
}

std::vector<std::string> of_token_request(const HttpRequest& request) {
  Findings findings(request, "POST " + std::string(request.path()));
  if (!request.body.empty()) findings.look_at_media_type(form_media);
  return std::move(findings).take();
}

}  // namespace

std::vector<std::string> contract_findings(const HttpRequest& request, const Route& route) {
  if (route.match == RouteMatch::method_not_allowed) return of_wrong_method(request, route);
  if (route.match != RouteMatch::found) return {};
  if (route.endpoint == Endpoint::token) return of_token_request(request);
  if (route.operation == nullptr) return {};
  const auto& operation = *route.operation;
  Findings findings(request, std::string(operation.method) + " " + std::string(operation.path));
  findings.look_at_query(operation);
  findings.look_at_body(operation);
  return std::move(findings).take();
}

}  // namespace gcmock
