#include "inquiry/asker.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "client/form_encoding.h"
#include "scenario/named_credentials.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

constexpr std::array<std::string_view, 5> fields_of_credentials{"refresh_token", "code", "assertion", "client_secret",
                                                                "token"};
constexpr std::string_view bearer = "Bearer ";

std::string decoded(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  return decode_percent(spaced);
}

Fields fields_of(std::string_view body) {
  Fields fields;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('&'), body.size());
    const std::string_view pair = body.substr(0, end);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    fields.emplace_back(decoded(pair.substr(0, equals)), decoded(pair.substr(std::min(equals + 1, pair.size()))));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return fields;
}

std::string* header(OfflineRequest& request, std::string_view name) {
  const auto found = std::ranges::find_if(request.headers, [&](const auto& each) { return each.first == name; });
  return found == request.headers.end() ? nullptr : &found->second;
}

bool is_form(OfflineRequest& request) {
  const std::string* const type = header(request, "Content-Type");
  return type != nullptr && type->starts_with("application/x-www-form-urlencoded");
}

bool is_token_request(const OfflineRequest& request) {
  return request.target.substr(0, request.target.find('?')).ends_with("/oauth/token");
}

bool has_field(OfflineRequest& request, std::string_view name) {
  const Fields fields = is_form(request) ? fields_of(request.body) : Fields{};
  return std::ranges::any_of(fields, [&](const auto& field) { return field.first == name; });
}

class Introduction {
 public:
  Introduction(OfflineRequest& request, const Scenario& scenario) : request_(request), scenario_(scenario) {}

  /// Values for names.
  void put_values() {
    if (std::string* const authorization = header(request_, "Authorization")) {
      if (authorization->starts_with(bearer)) put_value(*authorization, bearer.size());
    }
    if (!is_form(request_)) return;
    Fields fields = fields_of(request_.body);
    bool changed = false;
    for (auto& [name, value] : fields) {
      if (std::ranges::find(fields_of_credentials, name) != fields_of_credentials.end()) changed |= put_value(value, 0);
    }
    if (changed) request_.body = form_encode(fields);
  }

  void ask_as(const std::string& as) {
    if (!mistake_.empty() || as == "nobody") return;
    if (as.empty()) return ask_as_owner();
    if (const auto token = scenario_.credentials.find(as); token != scenario_.credentials.end()) {
      return as.find("/access-") == std::string::npos
                 ? mistaken(fmt::format("{} is no access token: an org, ORG/CLIENT or an access token asks", as))
                 : add_bearer(token->second);
    }
    if (const auto settings = scenario_.client_settings.find(OrgName(as));
        settings != scenario_.client_settings.end()) {
      return ask_as_configured(settings->second);
    }
    ask_as_client(as);
  }

  std::string take_mistake() { return std::move(mistake_); }

 private:
  void mistaken(std::string what) {
    if (mistake_.empty()) mistake_ = std::move(what);
  }

  [[nodiscard]] bool names_an_org(std::string_view name) const {
    const std::size_t slash = name.find('/');
    return slash != std::string_view::npos &&
           scenario_.world.orgs.contains(OrgName(std::string(name.substr(0, slash))));
  }

  /// What looks like a name and is none was meant as one: no token of the mock begins with an org and a slash.
  bool put_value(std::string& text, std::size_t from) {
    const std::string name = text.substr(from);
    const auto found = scenario_.credentials.find(name);
    if (found != scenario_.credentials.end()) {
      if (owner_.empty()) owner_ = name.substr(0, name.find('/'));
      text.replace(from, std::string::npos, found->second);
      return true;
    }
    if (names_an_org(name)) mistaken(no_such("credential", name, names_of_credentials()));
    return false;
  }

  [[nodiscard]] std::vector<std::string> names_of_credentials() const {
    std::vector<std::string> names;
    for (const auto& [name, value] : scenario_.credentials) {
      if (!name.ends_with(generated_mark)) names.push_back(name);
    }
    return names;
  }

  static std::string no_such(std::string_view kind, const std::string& name, const std::vector<std::string>& there) {
    return fmt::format("no {} of this world is named {}; {}", kind, name, suggest(name, there, "it has none"));
  }

  void ask_as_owner() {
    const bool says_who = header(request_, "Authorization") != nullptr || has_field(request_, "client_id");
    const auto settings = scenario_.client_settings.find(OrgName(owner_));
    if (says_who || !is_token_request(request_) || settings == scenario_.client_settings.end()) return;
    ask_as_configured(settings->second);
  }

  void ask_as_configured(const ClientSettings& settings) {
    if (is_token_request(request_)) return authenticate(settings.client_id, settings.client_secret);
    if (!settings.access_token.empty()) return add_bearer(settings.access_token);
    mistaken("the client of this org was configured with no access token: name one with --as ORG/access-NAME");
  }

  /// "secondary/prod_app_client_xyz"; a vendor's client has its secret where it is registered.
  void ask_as_client(const std::string& as) {
    const std::size_t slash = std::min(as.find('/'), as.size());
    const OrgName org(as.substr(0, slash));
    const ClientId client(as.substr(std::min(slash + 1, as.size())));
    const auto secret = secret_of(org, client);
    if (!secret) return mistaken(no_such("org, client or access token", as, names_of_askers()));
    if (!is_token_request(request_))
      return mistaken("a client asks at the token endpoint; elsewhere an access token does");
    authenticate(client.value, *secret);
  }

  [[nodiscard]] std::optional<std::string> secret_of(const OrgName& org, const ClientId& client) const {
    const auto found = find_client(scenario_.world, org, client);
    const OrgName& owner = found ? found->registered_in->name : org;
    const auto named = scenario_.credentials.find(owner.value + "/secret-" + client.value);
    if (named != scenario_.credentials.end()) return named->second;
    return found ? std::optional(found->registration->secret) : std::nullopt;
  }

  [[nodiscard]] std::vector<std::string> names_of_askers() const {
    std::vector<std::string> names;
    for (const auto& [org, settings] : scenario_.client_settings) names.push_back(org.value);
    for (const auto& [name, org] : scenario_.world.orgs) {
      for (const auto& [id, client] : org.clients) names.push_back(name.value + "/" + id.value);
      for (const auto& [id, client] : org.authorizations) names.push_back(name.value + "/" + id.value);
      for (const auto& token : org.access_tokens) names.push_back(name.value + "/access-" + token.name);
    }
    return names;
  }

  /// As RFC 6749 §2.3.1 has it; a client without a secret says its id only.
  void authenticate(const std::string& id, const std::string& secret) {
    if (secret.empty()) {
      request_.body += (request_.body.empty() ? "" : "&") + form_encode(Fields{{"client_id", id}});
    } else {
      request_.headers.emplace_back("Authorization", "Basic " + base64(form_encode(id) + ":" + form_encode(secret)));
    }
  }

  void add_bearer(const std::string& token) {
    request_.headers.emplace_back("Authorization", std::string(bearer) + token);
  }

  OfflineRequest& request_;
  const Scenario& scenario_;
  std::string owner_;  ///< org of the first credential that was named
  std::string mistake_;
};

}  // namespace

std::string introduce(OfflineRequest& request, const std::string& as, const Scenario& scenario) {
  Introduction introduction(request, scenario);
  introduction.put_values();
  introduction.ask_as(as);
  return introduction.take_mistake();
}

}  // namespace gcmock
