#include "scenario/server_reader.h"

#include <fmt/format.h>

#include "scenario/forms.h"
#include "scenario/server_words.h"

namespace gcmock {
namespace {

std::optional<std::string> read_prefix(const Fields& fields, std::string_view key) {
  const std::optional<Text> prefix = fields.text(key);
  if (!prefix) return std::nullopt;
  if (!is_request_path(prefix->text) || prefix->text.ends_with('/')) {
    fields.wrong(key, "GC207", fmt::format("\"{}\" is no prefix of paths", prefix->text), "like \"/login\"");
  }
  return prefix->text;
}

void check_sense(const Fields& fields, const ServerSettings& settings) {
  const bool is_https = settings.scheme == Scheme::https || (fields.has("scheme") && !settings.scheme);
  if (!settings.certificate || is_https) return;
  fields.wrong("certificate", "GC412", "\"certificate\" says nothing here: only an https server shows one",
               "add \"scheme\": \"https\", or leave it out");
}

}  // namespace

ServerSettings read_server(const Fields& of, const Shape& shape, Mistakes& mistakes) {
  const JsonMember* found = of.member("server");
  if (found == nullptr) return {};
  const Fields fields(found->value, shape, mistakes);
  ServerSettings settings;
  settings.scheme = fields.word("scheme", words::schemes);
  settings.layout = fields.word("ports", words::layouts);
  settings.names = fields.word("names", words::host_names);
  settings.certificate = fields.word("certificate", words::certificates());
  settings.login_prefix = read_prefix(fields, "login_prefix");
  settings.api_prefix = read_prefix(fields, "api_prefix");
  check_sense(fields, settings);
  return settings;
}

}  // namespace gcmock
