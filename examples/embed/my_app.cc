// The app's token handling, over cpp-httplib.
#include "my_app.h"

#include <httplib.h>

#include <regex>
#include <utility>

namespace {

struct Url {
  std::string origin, prefix;
};

Url parted(const std::string& url) {
  const std::size_t path = url.find('/', url.find("://") + 3);
  return path == std::string::npos ? Url{url, ""} : Url{url.substr(0, path), url.substr(path)};
}

// A JSON library does this better; an example should not need one.
std::string member(const std::string& json, const std::string& name) {
  std::smatch found;
  const std::regex pattern("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"");
  return std::regex_search(json, found, pattern) ? found[1].str() : "";
}

}  // namespace

MyApp::MyApp(std::string login_url, std::string api_url, std::map<std::string, OrgAccount> accounts)
    : login_url_(std::move(login_url)), api_url_(std::move(api_url)), accounts_(std::move(accounts)) {}

AppAnswer MyApp::get(const std::string& org, const std::string& path) {
  if (const auto refused = refused_.find(org); refused != refused_.end()) return refused->second;
  OrgAccount& account = accounts_.at(org);
  int status = request(account, path);
  if (status == 401) {
    const AppAnswer refreshed = refresh(account);
    if (refreshed == AppAnswer::authorize_again || refreshed == AppAnswer::ask_your_admin) refused_[org] = refreshed;
    if (refreshed != AppAnswer::fine) return refreshed;
    status = request(account, path);
  }
  if (status == 200) return AppAnswer::fine;
  if (status == 401) return AppAnswer::authorize_again;
  return status == 403 ? AppAnswer::ask_your_admin : AppAnswer::try_later;
}

int MyApp::request(const OrgAccount& account, const std::string& path) const {
  const Url url = parted(api_url_);
  const auto answer =
      httplib::Client(url.origin).Get(url.prefix + path, {{"Authorization", "Bearer " + account.access_token}});
  return answer ? answer->status : 0;
}

AppAnswer MyApp::refresh(OrgAccount& account) {
  const Url url = parted(login_url_);
  httplib::Client client(url.origin);
  client.set_basic_auth(account.client_id, account.client_secret);
  const auto answer =
      client.Post(url.prefix + "/oauth/token",
                  httplib::Params{{"grant_type", "refresh_token"}, {"refresh_token", account.refresh_token}});
  if (!answer || answer->status == 429 || answer->status >= 500) return AppAnswer::try_later;
  if (answer->status != 200) {
    return member(answer->body, "error") == "invalid_grant" ? AppAnswer::authorize_again : AppAnswer::ask_your_admin;
  }
  account.access_token = member(answer->body, "access_token");
  const std::string rotated = member(answer->body, "refresh_token");
  if (!rotated.empty()) account.refresh_token = rotated;  // RFC 6749 §6: none returned, the old one stays
  return AppAnswer::fine;
}
