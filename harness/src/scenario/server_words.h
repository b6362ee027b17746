// Words of "server" in scenario files and client profiles, each with what it means.
#pragma once

#include <array>
#include <vector>

#include "gcmock/certificates/certificate_kind.h"
#include "gcmock/server_options.h"
#include "scenario/fields.h"

namespace gcmock::words {

inline constexpr std::array schemes = {Word<Scheme>{"http", Scheme::http}, Word<Scheme>{"https", Scheme::https}};
inline constexpr std::array layouts = {Word<HostLayout>{"one", HostLayout::one_port},
                                       Word<HostLayout>{"two", HostLayout::two_ports}};
inline constexpr std::array host_names = {Word<HostNames>{"address", HostNames::address},
                                          Word<HostNames>{"localhost", HostNames::localhost},
                                          Word<HostNames>{"subdomains", HostNames::subdomains}};

inline std::vector<Word<CertificateKind>> certificates() {
  std::vector<Word<CertificateKind>> known;
  for (const CertificateKind kind : all_certificate_kinds()) known.push_back({to_string(kind), kind});
  return known;
}

}  // namespace gcmock::words
