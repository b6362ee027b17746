// Names are compared without regard to case (RFC 9110 §4.2.3); nothing is allocated for a name of no region.
#include "wire/hosts.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gcmock {
namespace {

constexpr std::array regions{
    VendorRegion{"us_east_1", "mypurecloud.com"},         VendorRegion{"eu_west_1", "mypurecloud.ie"},
    VendorRegion{"ap_southeast_2", "mypurecloud.com.au"}, VendorRegion{"ap_northeast_1", "mypurecloud.jp"},
    VendorRegion{"eu_central_1", "mypurecloud.de"},       VendorRegion{"us_west_2", "usw2.pure.cloud"},
    VendorRegion{"ca_central_1", "cac1.pure.cloud"},      VendorRegion{"ap_northeast_2", "apne2.pure.cloud"},
    VendorRegion{"ap_southeast_1", "apse1.pure.cloud"},   VendorRegion{"eu_west_2", "euw2.pure.cloud"},
    VendorRegion{"ap_south_1", "aps1.pure.cloud"},        VendorRegion{"us_east_2", "use2.us-gov-pure.cloud"},
    VendorRegion{"sa_east_1", "sae1.pure.cloud"},         VendorRegion{"me_central_1", "mec1.pure.cloud"},
    VendorRegion{"ap_northeast_3", "apne3.pure.cloud"},   VendorRegion{"eu_central_2", "euc2.pure.cloud"},
    VendorRegion{"mx_central_1", "mxc1.pure.cloud"},      VendorRegion{"eusc_de_east_1", "edee1.eusc-pure.cloud"}};

constexpr std::string_view any_region = "localhost";

struct Role {
  std::string_view label;
  HostsServed serves;
};
constexpr std::array roles{Role{"login.", HostsServed::login}, Role{"api.", HostsServed::api},
                           Role{"apps.", HostsServed::neither}};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower, lower);
}

/// Without port and the dot of a fully qualified name. An IPv6 address loses its end, and names no region either way.
std::string_view name_in(std::string_view host) {
  const auto name = host.substr(0, host.find(':'));
  return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

std::optional<std::string_view> region_called(std::string_view domain, std::string_view region_of_world) {
  if (same(domain, region_of_world)) return region_of_world;
  for (const auto& region : regions) {
    if (same(domain, region.domain)) return region.domain;
  }
  return std::nullopt;
}

bool is_below(std::string_view prefix, std::string_view path) {
  return !prefix.empty() && path.starts_with(prefix) && path.substr(prefix.size(), 1) == "/";
}

std::string in_lower_case(std::string_view text) {
  std::string lowered{text};
  std::ranges::transform(lowered, lowered.begin(), lower);
  return lowered;
}

}  // namespace

HostsServed common(HostsServed left, HostsServed right) {
  if (left == HostsServed::both) return right;
  return right == HostsServed::both || left == right ? left : HostsServed::neither;
}

HostsServed served_below_prefix(std::string_view path, std::string_view login_prefix, std::string_view api_prefix) {
  if (login_prefix == api_prefix) return HostsServed::both;
  if (is_below(login_prefix, path)) return HostsServed::login;
  return is_below(api_prefix, path) ? HostsServed::api : HostsServed::both;
}

std::span<const VendorRegion> vendor_regions() {
  return regions;
}

NamedHost host_named(std::string_view host, std::string_view region_of_world) {
  const auto name = name_in(host);
  for (const auto& role : roles) {
    if (!same(name.substr(0, role.label.size()), role.label)) continue;
    const auto domain = name.substr(role.label.size());
    if (same(domain, any_region)) return {role.serves, {}};
    const auto region = region_called(domain, region_of_world);
    return region ? NamedHost{role.serves, in_lower_case(*region)} : NamedHost{};
  }
  return {};
}

std::vector<std::string> names_of_hosts(std::string_view region_of_world) {
  std::vector<std::string> names{"localhost", "*.localhost", "127.0.0.1", "::1"};
  std::vector<std::string_view> domains{any_region, region_of_world};
  for (const auto& region : regions) domains.push_back(region.domain);
  std::ranges::sort(domains);
  const auto repeated = std::ranges::unique(domains);
  domains.erase(repeated.begin(), repeated.end());
  for (const auto& domain : domains) {
    for (const auto& role : roles) names.push_back(std::string{role.label} + std::string{domain});
  }
  return names;
}

}  // namespace gcmock
