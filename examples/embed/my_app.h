// An app that calls Genesys Cloud for several orgs: stands for yours. It knows nothing of gcmock.
#pragma once

#include <map>
#include <string>

struct OrgAccount {
  std::string client_id, client_secret, refresh_token, access_token;
};

/// What the app tells its users.
enum class AppAnswer { fine, authorize_again, ask_your_admin, try_later };

class MyApp {
 public:
  /// `login_url`: `/oauth/token` is appended to it; `api_url`: `/api/v2/…`.
  MyApp(std::string login_url, std::string api_url, std::map<std::string, OrgAccount> accounts);

  /// GETs the path for the org, with one refresh where the API answers 401.
  AppAnswer get(const std::string& org, const std::string& path);

 private:
  int request(const OrgAccount& account, const std::string& path) const;
  AppAnswer refresh(OrgAccount& account);

  std::string login_url_;
  std::string api_url_;
  std::map<std::string, OrgAccount> accounts_;
  std::map<std::string, AppAnswer> refused_;  // orgs whose refresh was refused for good: never asked again
};
