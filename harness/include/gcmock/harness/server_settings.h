// How a scenario's server is reached, as far as the scenario, the client profile or the command line says.
#pragma once

#include <optional>
#include <string>

#include "gcmock/server_options.h"

namespace gcmock {

/// What is not said is somebody else's to say, and in the end as ServerOptions has it.
struct ServerSettings {
  std::optional<Scheme> scheme;
  std::optional<HostLayout> layout;
  std::optional<HostNames> names;
  std::optional<CertificateKind> certificate;
  std::optional<std::string> login_prefix;
  std::optional<std::string> api_prefix;

  bool operator==(const ServerSettings&) const = default;
};

/// `first`, and what it does not say from `otherwise`.
ServerSettings overlaid(const ServerSettings& first, const ServerSettings& otherwise);

/// The options of a server that is reached as `settings` say.
ServerOptions server_options(const ServerSettings& settings);

}  // namespace gcmock
