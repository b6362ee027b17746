// Writes HTML by hand: two pages need no template language.
#include "wire/login_pages.h"

#include <string>
#include <utility>

#include "wire/form.h"

namespace gcmock {
namespace {

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string in_page(std::string_view title, const std::string& content) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  html.append("<title>").append(escaped(title)).append("</title>\n");
  html.append("<style>body{font:16px/1.5 sans-serif;max-width:36em;margin:3em auto;padding:0 1em}</style>\n");
  html.append("</head>\n<body>\n<main>\n<h1>").append(escaped(title)).append("</h1>\n");
  return html.append(content).append("</main>\n</body>\n</html>\n");
}

HttpAnswer html(int status, std::string page, std::string_view correlation_id) {
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Cache-Control", "no-store"},
           {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
           {"ININ-Correlation-Id", std::string(correlation_id)}},
          std::move(page)};
}

std::string joined(const std::vector<Scope>& scopes) {
  std::string text;
  for (const auto& scope : scopes) text.append(text.empty() ? "" : " ").append(scope.value);
  return text;
}

// What the form has to say again, so that the mock need remember nothing.
FormFields said_again(const AuthorizationRequest& request) {
  return {{"response_type", request.response_type},
          {"client_id", request.client.value},
          {"redirect_uri", request.redirect_uri},
          {"state", request.state},
          {"scope", joined(request.scope)},
          {"code_challenge", request.code_challenge.value_or("")},
          {"code_challenge_method", request.code_challenge_method},
          {"org", request.org},
          {"provider", request.provider},
          {"target", request.target},
          {"login_hint", request.login_hint}};
}

std::string hidden_fields(const AuthorizationRequest& request) {
  std::string fields;
  for (const auto& [name, value] : said_again(request)) {
    if (value.empty()) continue;
    fields.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"").append(escaped(value));
    fields.append("\">\n");
  }
  return fields;
}

std::string shown_org(const World& world, const OrgName& name) {
  return world.orgs.at(name).details.display_name + " (" + name.value + ")";
}

std::string choice(const World& world, const Login& login, std::string_view checked) {
  const User& user = *find_user(world, login);
  std::string text = user.display_name + ", " + user.email + ", in " + shown_org(world, login.org);
  if (login.home) text += ", of " + shown_org(world, *login.home);
  std::string html = "<p><label><input type=\"radio\" name=\"login\" value=\"" + escaped(key_of(login)) + "\"";
  return html.append(checked).append("> ").append(escaped(text)).append("</label></p>\n");
}

std::string choices(const World& world, const std::vector<Login>& logins) {
  std::string html = "<fieldset>\n<legend>Who logs in, and where</legend>\n";
  std::string_view checked = " checked";
  for (const auto& login : logins) html += choice(world, login, std::exchange(checked, ""));
  return html + "</fieldset>\n";
}

std::string name_of(const World& world, const ClientId& client) {
  const auto registered_in = orgs_that_registered(world, client);
  const auto& name = registered_in.front()->clients.at(client).name;
  return name.empty() ? client.value : name;
}

}  // namespace

HttpAnswer consent_page(const World& world, const AuthorizationRequest& request, const ConsentNeeded& needed,
                        std::string_view correlation_id) {
  std::string content = "<p>It will be called back at <code>" + escaped(request.redirect_uri) + "</code>.</p>\n";
  content.append("<form method=\"post\" action=\"consent\">\n").append(hidden_fields(request));
  content.append(choices(world, needed.logins));
  content.append("<p><button name=\"decision\" value=\"approve\">Approve</button>\n");
  content.append("<button name=\"decision\" value=\"deny\">Deny</button></p>\n</form>\n");
  content.append("<p>This is the page of a mock: it asks for no password.</p>\n");
  return html(200, in_page(name_of(world, request.client) + " wants to act for you", content), correlation_id);
}

HttpAnswer error_page(int status, std::string_view text, std::string_view correlation_id) {
  return html(status, in_page("No way back to the application", "<p>" + escaped(text) + "</p>\n"), correlation_id);
}

}  // namespace gcmock
