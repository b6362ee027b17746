// Reading of patterns.
#include "scenario/pattern_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "scenario/forms.h"
#include "scenario/scenario_words.h"

namespace gcmock {
namespace {

std::string help_for_method(std::string method) {
  std::ranges::transform(method, method.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (is_method(method)) return fmt::format("did you mean \"{}\"?", method);
  return R"(in capitals: "GET", "POST", "DELETE")";
}

}  // namespace

std::map<std::string, std::optional<std::string>> read_name_values(const Fields& fields, std::string_view key) {
  std::map<std::string, std::optional<std::string>> values;
  for (const JsonMember& member : fields.entries(key)) {
    if (member.value.is(JsonValue::Kind::null)) {
      values[member.key] = std::nullopt;
    } else if (member.value.is(JsonValue::Kind::string)) {
      values[member.key] = member.value.text;
    } else {
      fields.wrong_kind(member.value, member.key, "a string, or null for absent");
    }
  }
  return values;
}

std::optional<std::string> read_path(const Fields& fields) {
  const std::optional<Text> path = fields.text("path");
  if (!path) return std::nullopt;
  if (!is_request_path(path->text)) {
    fields.wrong("path", "GC207", fmt::format("\"{}\" is no path", path->text),
                 "starts with '/', without a query: \"/api/v2/users/me\"");
  }
  return path->text;
}

std::optional<std::string> read_method(const Fields& fields) {
  const std::optional<Text> method = fields.text("method");
  if (!method) return std::nullopt;
  if (!is_method(method->text)) {
    fields.wrong("method", "GC207", fmt::format("\"{}\" is no method of HTTP", method->text),
                 help_for_method(method->text));
  }
  return method->text;
}

template <class Target>
void read_subject(const Fields& fields, const Cast& cast, Target& target, Mistakes& mistakes) {
  target.endpoint = fields.word("endpoint", words::endpoints());
  target.grant = fields.word("grant", words::grants);
  if (const std::optional<Text> org = fields.text("org")) {
    cast.check_org(*org, mistakes);
    target.org = OrgName(org->text);
  }
  if (const std::optional<Text> client = fields.text("client")) {
    cast.check_client(*client, mistakes);
    target.client = ClientId(client->text);
  }
  if (const std::optional<Text> user = fields.text("user")) {
    cast.check_user_or_guest(*user, target.org, mistakes);
    target.user = UserName(user->text);
  }
  target.method = read_method(fields);
}

template void read_subject(const Fields& fields, const Cast& cast, When& target, Mistakes& mistakes);
template void read_subject(const Fields& fields, const Cast& cast, EarlierExchange& target, Mistakes& mistakes);
template void read_subject(const Fields& fields, const Cast& cast, ExchangePattern& target, Mistakes& mistakes);

ExchangePattern read_pattern(const Fields& fields, const Cast& cast, Mistakes& mistakes) {
  ExchangePattern pattern;
  read_subject(fields, cast, pattern, mistakes);
  pattern.path = read_path(fields);
  pattern.status = fields.integer("status", 100, 599);
  pattern.refusal = fields.word("refusal", words::refusals());
  pattern.fields = read_name_values(fields, "fields");
  pattern.headers = read_name_values(fields, "headers");
  return pattern;
}

ExchangePattern taken_over(ExchangePattern after, const ExchangePattern& from) {
  const auto take = [](auto& own, const auto& other) {
    if (!own) own = other;
  };
  const bool same_endpoint = !after.endpoint || after.endpoint == from.endpoint;
  take(after.endpoint, from.endpoint);
  take(after.org, from.org);
  take(after.client, from.client);
  take(after.user, from.user);
  if (!same_endpoint) return after;
  take(after.grant, from.grant);
  take(after.method, from.method);
  take(after.path, from.path);
  after.fields.insert(from.fields.begin(), from.fields.end());
  after.headers.insert(from.headers.begin(), from.headers.end());
  return after;
}

}  // namespace gcmock
