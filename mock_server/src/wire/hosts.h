// Which hosts of Genesys Cloud a request reached: by the port it came in at, the name it asked for, and its prefix.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// Which hosts' paths exist there.
enum class HostsServed { both, login, api, neither };

/// Where both hold.
HostsServed common(HostsServed left, HostsServed right);

/// Which hosts' paths exist below the prefix that `path` begins with: a prefix of one host's own narrows it to that.
HostsServed served_below_prefix(std::string_view path, std::string_view login_prefix, std::string_view api_prefix);

/// A region of Genesys Cloud. Its hosts are login.<domain>, api.<domain> and apps.<domain>.
/// Source: sdk_source, PureCloudRegionHosts.js of purecloud-platform-client-v2 262.0.0.
struct VendorRegion {
  std::string_view id;      ///< "us_east_1"
  std::string_view domain;  ///< "mypurecloud.com"
};
std::span<const VendorRegion> vendor_regions();

/// What a Host header names.
struct NamedHost {
  HostsServed serves = HostsServed::both;
  std::string region;  ///< domain of the region in lower case; empty: of none, as "127.0.0.1:8080" and "api.localhost"

  bool operator==(const NamedHost&) const = default;
};

/// `host` as sent, with or without a port. Regions are the vendor's and `region_of_world`; "localhost" stands for any
/// of them. Under login.<region> the login host's paths exist, under api.<region> the API's, under apps.<region>
/// none; under any other name, both hosts'.
NamedHost host_named(std::string_view host, std::string_view region_of_world);

/// Every name that a mock of this region's world can be reached by, for its certificate.
std::vector<std::string> names_of_hosts(std::string_view region_of_world);

}  // namespace gcmock
