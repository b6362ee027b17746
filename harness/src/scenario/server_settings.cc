#include "gcmock/harness/server_settings.h"

namespace gcmock {

ServerSettings overlaid(const ServerSettings& first, const ServerSettings& otherwise) {
  const auto either = [](const auto& said, const auto& else_said) { return said ? said : else_said; };
  return {either(first.scheme, otherwise.scheme),
          either(first.layout, otherwise.layout),
          either(first.names, otherwise.names),
          either(first.certificate, otherwise.certificate),
          either(first.login_prefix, otherwise.login_prefix),
          either(first.api_prefix, otherwise.api_prefix)};
}

ServerOptions server_options(const ServerSettings& settings) {
  ServerOptions options;
  options.scheme = settings.scheme.value_or(options.scheme);
  options.layout = settings.layout.value_or(options.layout);
  options.names = settings.names.value_or(options.names);
  options.certificate = settings.certificate.value_or(options.certificate);
  options.login_prefix = settings.login_prefix.value_or(options.login_prefix);
  options.api_prefix = settings.api_prefix.value_or(options.api_prefix);
  return options;
}

}  // namespace gcmock
