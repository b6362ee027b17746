// Token handling with one bad habit, over cpp-httplib.
#include "bad_client.h"

#include <httplib.h>

#include <cctype>
#include <chrono>
#include <cstdio>
#include <optional>
#include <ostream>
#include <regex>
#include <thread>
#include <utility>

namespace gcmock::bad_clients {
namespace {

constexpr int without_end = 12;  // often enough to be seen, and over in a moment

struct Url {
  std::string origin, prefix;
};

Url parted(const std::string& url) {
  const std::size_t path = url.find('/', url.find("://") + 3);
  return path == std::string::npos ? Url{url, ""} : Url{url.substr(0, path), url.substr(path)};
}

std::string member(const std::string& json, const std::string& name) {
  std::smatch found;
  const std::regex pattern("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"");
  return std::regex_search(json, found, pattern) ? found[1].str() : "";
}

std::string form_encoded(const std::string& text) {
  std::string encoded;
  for (const unsigned char byte : text) {
    char escape[4];
    std::snprintf(escape, sizeof escape, "%%%02X", byte);
    encoded += std::isalnum(byte) ? std::string(1, static_cast<char>(byte)) : std::string(escape);
  }
  return encoded;
}

class Client final : public ClientUnderTest {
 public:
  explicit Client(Habit habit) : habit_(habit) {}

  std::optional<std::string> why_clock_stays(const ClientEnvironment&) override { return std::nullopt; }

  // A minute before the tokens end: all of them, as each timer was set alike.
  void clock_moved(std::chrono::milliseconds by) override {
    now_ += by;
    if (!has(Habit::renews_all_orgs_at_once) || !renew_at_ || now_ < *renew_at_) return;
    renew_at_.reset();
    for (auto& [name, org] : orgs_) refresh(name);
  }

  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    ca_file_ = environment.ca_file;
    login_ = parted(environment.login_url);
    api_ = parted(environment.api_url);
    orgs_ = environment.orgs;
    return std::nullopt;
  }

  ClientAnswer perform(const ClientCall& call, std::chrono::milliseconds) override {
    const auto refused = refused_.find(habit_ == Habit::gives_up_all_orgs_with_one ? OrgName{"all"} : call.org);
    if (refused != refused_.end() && !goes_on_when_refused()) return ClientReply{refused->second, "refused before"};
    const Outcome outcome = call.verb == Verb::refresh ? refresh(call.org) : get(call);
    if (hung_) return ClientBroke{ClientBroke::How::timed_out, ""};
    if (has(Habit::says_ok_whatever_comes)) return ClientReply{Outcome::ok, ""};
    if (has(Habit::makes_a_post_again_behind_its_reply) && call.method == "POST" && outcome != Outcome::ok)
      again_ = call;
    return ClientReply{outcome, ""};
  }

  ClientOutput finish(std::chrono::milliseconds) override {
    if (again_) {
      std::this_thread::sleep_for(std::chrono::milliseconds{40});  // the caller has its reply for long by then
      request(*again_);
    }
    ClientOutput output;
    for (const auto& [name, org] : orgs_) {
      if (!has(Habit::logs_its_tokens)) break;
      output.standard_error += "org " + name.value + "\nat=" + form_encoded(org.access_token) + "\n";
    }
    return output;
  }

 private:
  [[nodiscard]] bool has(Habit habit) const { return habit_ == habit; }

  [[nodiscard]] bool goes_on_when_refused() const {
    return has(Habit::presents_a_dead_token_again) || has(Habit::hammers_when_it_is_refused);
  }

  Outcome get(const ClientCall& call) {
    int status = request(call);
    for (int tries = 0; needs_refresh(status) && tries < most_refreshes(); ++tries) {
      const Outcome refreshed = refresh(call.org);
      if (refreshed != Outcome::ok) return refreshed;
      status = request(call);
    }
    if (status == 200) return Outcome::ok;
    if (status == 401) return Outcome::needs_user;
    if (status == 400) return Outcome::failed;
    return status == 403 ? Outcome::needs_admin : Outcome::retry_later;
  }

  [[nodiscard]] int most_refreshes() const {
    if (has(Habit::refreshes_as_long_as_401_comes)) return without_end;
    return has(Habit::asks_for_more_scope_behind_403) ? 2 : 1;
  }

  [[nodiscard]] bool needs_refresh(int status) const {
    const bool on_403 = has(Habit::refreshes_on_403) || has(Habit::asks_for_more_scope_behind_403);
    return status == 401 || (status == 403 && on_403);
  }

  // Of httplib's only what is asked here of TLS.
  [[nodiscard]] httplib::Client to(const Url& host) const {
    httplib::Client client(host.origin);
    if (!ca_file_.empty()) client.set_ca_cert_path(ca_file_);
    client.enable_server_certificate_verification(!has(Habit::trusts_any_certificate));
    return client;
  }

  int request(const ClientCall& call) {
    const ClientSettings& org = orgs_.at(call.org);
    const bool mistaken = has(Habit::sends_the_refresh_token_as_bearer);
    const std::string bearer = "Bearer " + (mistaken ? org.refresh_token : org.access_token);
    auto client = to(api_);
    const httplib::Headers headers{{"Authorization", bearer}};
    const auto answer = call.method == "POST"
                            ? client.Post(api_.prefix + call.path, headers, call.body.value_or(""), call.content_type)
                            : client.Get(api_.prefix + call.path, headers);
    met_403_ = answer && answer->status == 403;
    return answer ? answer->status : 0;
  }

  Outcome refresh(const OrgName& org) {
    const int tries = has(Habit::tries_without_end) ? without_end : 1;
    Outcome outcome = Outcome::failed;
    for (int i = 0; i < tries; ++i) {
      outcome = present_refresh_token(org);
      if (outcome != Outcome::retry_later) break;
    }
    for (int i = 0; i < 3 && outcome == Outcome::needs_admin && has(Habit::hammers_when_it_is_refused); ++i) {
      outcome = present_refresh_token(org);
    }
    if (outcome == Outcome::needs_admin || outcome == Outcome::needs_user) {
      refused_[org] = outcome;
      refused_[OrgName{"all"}] = outcome;
    }
    return outcome;
  }

  Outcome present_refresh_token(const OrgName& name) {
    ClientSettings& org = orgs_.at(name);
    auto client = to(login_);
    client.set_read_timeout(std::chrono::seconds{2});
    const bool is_bare = has(Habit::puts_its_secret_into_basic_as_it_is);
    client.set_basic_auth(org.client_id, is_bare ? secret_for(name) : form_encoded(secret_for(name)));
    std::string path = login_.prefix + "/oauth/token";
    if (has(Habit::puts_its_secret_in_the_url)) path += "?client_secret=" + org.client_secret;
    httplib::Params form{{"grant_type", "refresh_token"}, {"refresh_token", org.refresh_token}};
    if (has(Habit::asks_for_scope_that_nobody_granted)) form.emplace("scope", "user-basic-info oauth");
    if (has(Habit::asks_for_more_scope_behind_403)) {
      form.emplace("scope", met_403_ ? "user-basic-info organization:readonly" : "user-basic-info");
    }
    const auto answer = client.Post(path, form);
    if (!answer && has(Habit::waits_without_end)) hung_ = true;
    if (!answer || answer->status == 429 || answer->status >= 500) return Outcome::retry_later;
    if (answer->status != 200) {
      return member(answer->body, "error") == "invalid_grant" ? Outcome::needs_user : Outcome::needs_admin;
    }
    if (has(Habit::trips_over_unknown_members) && answer->body.find("unheard_of") != std::string::npos) {
      return Outcome::failed;
    }
    keep(answer->body, org);
    if (!renew_at_) renew_at_ = now_ + std::chrono::minutes{1};
    return Outcome::ok;
  }

  std::string secret_for(const OrgName& name) {
    if (!has(Habit::uses_the_secret_of_another_org)) return orgs_.at(name).client_secret;
    return orgs_.begin()->first == name ? orgs_.rbegin()->second.client_secret : orgs_.begin()->second.client_secret;
  }

  void keep(const std::string& body, ClientSettings& org) const {
    org.access_token = member(body, "access_token");
    const std::string refresh_token = member(body, "refresh_token");
    if (refresh_token.empty() && has(Habit::drops_the_token_when_none_is_returned)) org.refresh_token = "undefined";
    if (!refresh_token.empty() && !has(Habit::forgets_the_rotated_token)) org.refresh_token = refresh_token;
  }

  Habit habit_;
  Url login_, api_;
  std::string ca_file_;
  std::chrono::milliseconds now_{0};
  std::optional<std::chrono::milliseconds> renew_at_;
  std::optional<ClientCall> again_;
  bool hung_ = false;
  bool met_403_ = false;
  std::map<OrgName, ClientSettings> orgs_;
  std::map<OrgName, Outcome> refused_;
};

}  // namespace

ClientFactory client_with(Habit habit) {
  return [habit] { return std::make_unique<Client>(habit); };
}

std::string_view to_string(Habit habit) {
  switch (habit) {
    case Habit::none:
      return "none";
    case Habit::puts_its_secret_in_the_url:
      return "puts_its_secret_in_the_url";
    case Habit::forgets_the_rotated_token:
      return "forgets_the_rotated_token";
    case Habit::drops_the_token_when_none_is_returned:
      return "drops_the_token_when_none_is_returned";
    case Habit::uses_the_secret_of_another_org:
      return "uses_the_secret_of_another_org";
    case Habit::refreshes_as_long_as_401_comes:
      return "refreshes_as_long_as_401_comes";
    case Habit::tries_without_end:
      return "tries_without_end";
    case Habit::refreshes_on_403:
      return "refreshes_on_403";
    case Habit::presents_a_dead_token_again:
      return "presents_a_dead_token_again";
    case Habit::hammers_when_it_is_refused:
      return "hammers_when_it_is_refused";
    case Habit::gives_up_all_orgs_with_one:
      return "gives_up_all_orgs_with_one";
    case Habit::sends_the_refresh_token_as_bearer:
      return "sends_the_refresh_token_as_bearer";
    case Habit::puts_its_secret_into_basic_as_it_is:
      return "puts_its_secret_into_basic_as_it_is";
    case Habit::makes_a_post_again_behind_its_reply:
      return "makes_a_post_again_behind_its_reply";
    case Habit::asks_for_scope_that_nobody_granted:
      return "asks_for_scope_that_nobody_granted";
    case Habit::asks_for_more_scope_behind_403:
      return "asks_for_more_scope_behind_403";
    case Habit::says_ok_whatever_comes:
      return "says_ok_whatever_comes";
    case Habit::logs_its_tokens:
      return "logs_its_tokens";
    case Habit::trusts_any_certificate:
      return "trusts_any_certificate";
    case Habit::trips_over_unknown_members:
      return "trips_over_unknown_members";
    case Habit::renews_all_orgs_at_once:
      return "renews_all_orgs_at_once";
    case Habit::waits_without_end:
      return "waits_without_end";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, Habit habit) {
  return out << to_string(habit);
}

}  // namespace gcmock::bad_clients
