// Token handling with one bad habit, over cpp-httplib.
#include "bad_client.h"

#include <httplib.h>

#include <optional>
#include <ostream>
#include <regex>
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

class Client final : public ClientUnderTest {
 public:
  explicit Client(Habit habit) : habit_(habit) {}

  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    login_ = parted(environment.login_url);
    api_ = parted(environment.api_url);
    orgs_ = environment.orgs;
    return std::nullopt;
  }

  ClientAnswer perform(const ClientCall& call, std::chrono::milliseconds) override {
    const auto refused = refused_.find(habit_ == Habit::gives_up_all_orgs_with_one ? OrgName{"all"} : call.org);
    if (refused != refused_.end() && !goes_on_when_refused()) return ClientReply{refused->second, "refused before"};
    return ClientReply{get(call), ""};
  }

  ClientOutput finish(std::chrono::milliseconds) override { return {}; }

 private:
  [[nodiscard]] bool has(Habit habit) const { return habit_ == habit; }

  [[nodiscard]] bool goes_on_when_refused() const {
    return has(Habit::presents_a_dead_token_again) || has(Habit::hammers_when_it_is_refused);
  }

  Outcome get(const ClientCall& call) {
    int status = request(call);
    for (int tries = 0; needs_refresh(status) && tries < (refreshes_on() ? without_end : 1); ++tries) {
      const Outcome refreshed = refresh(call.org);
      if (refreshed != Outcome::ok) return refreshed;
      status = request(call);
    }
    if (status == 200) return Outcome::ok;
    if (status == 401) return Outcome::needs_user;
    return status == 403 ? Outcome::needs_admin : Outcome::retry_later;
  }

  [[nodiscard]] bool refreshes_on() const { return has(Habit::refreshes_as_long_as_401_comes); }

  [[nodiscard]] bool needs_refresh(int status) const {
    return status == 401 || (status == 403 && has(Habit::refreshes_on_403));
  }

  int request(const ClientCall& call) {
    const ClientSettings& org = orgs_.at(call.org);
    const bool mistaken = has(Habit::sends_the_refresh_token_as_bearer);
    const std::string bearer = "Bearer " + (mistaken ? org.refresh_token : org.access_token);
    const auto answer = httplib::Client(api_.origin).Get(api_.prefix + call.path, {{"Authorization", bearer}});
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
    httplib::Client client(login_.origin);
    client.set_basic_auth(org.client_id, secret_for(name));
    std::string path = login_.prefix + "/oauth/token";
    if (has(Habit::puts_its_secret_in_the_url)) path += "?client_secret=" + org.client_secret;
    const auto answer =
        client.Post(path, httplib::Params{{"grant_type", "refresh_token"}, {"refresh_token", org.refresh_token}});
    if (!answer || answer->status == 429 || answer->status >= 500) return Outcome::retry_later;
    if (answer->status != 200) {
      return member(answer->body, "error") == "invalid_grant" ? Outcome::needs_user : Outcome::needs_admin;
    }
    keep(answer->body, org);
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
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, Habit habit) {
  return out << to_string(habit);
}

}  // namespace gcmock::bad_clients
