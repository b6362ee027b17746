// Which hosts a name stands for.
#include "wire/hosts.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::Contains;

constexpr std::string_view us = "mypurecloud.com";

TEST(Hosts, AreToldApartInEachRegionOfTheVendor) {
  EXPECT_EQ(vendor_regions().size(), 18U);
  for (const auto& region : vendor_regions()) {
    const std::string domain{region.domain};

    EXPECT_EQ(host_named("login." + domain, us), (NamedHost{HostsServed::login, domain}));
    EXPECT_EQ(host_named("api." + domain, us), (NamedHost{HostsServed::api, domain}));
    EXPECT_EQ(host_named("apps." + domain, us), (NamedHost{HostsServed::neither, domain}));
  }
}

TEST(Hosts, AreToldApartInTheWorldsOwnRegion) {
  EXPECT_EQ(host_named("api.genesys.test", "Genesys.Test"), (NamedHost{HostsServed::api, "genesys.test"}));
  EXPECT_EQ(host_named("api.genesys.test", us), NamedHost{});
}

TEST(Hosts, OfLocalhostAreOfNoRegion) {
  EXPECT_EQ(host_named("login.localhost:8443", us), (NamedHost{HostsServed::login, ""}));
  EXPECT_EQ(host_named("api.localhost", us), (NamedHost{HostsServed::api, ""}));
}

TEST(Hosts, AreFoundWithAPortInAnyCaseAndFullyQualified) {
  for (const auto* host : {"login.mypurecloud.com:8443", "LOGIN.MyPureCloud.com", "login.mypurecloud.com.",
                           "login.mypurecloud.com.:443"}) {
    EXPECT_EQ(host_named(host, us), (NamedHost{HostsServed::login, "mypurecloud.com"})) << host;
  }
}

TEST(Hosts, AreBothServedUnderAnyOtherName) {
  for (const auto* host :
       {"127.0.0.1:40123", "[::1]:40123", "localhost:40123", "mock", "", "login.example.com", "mypurecloud.com",
        "xlogin.mypurecloud.com", "login.mypurecloud.com.evil.example", "login."}) {
    EXPECT_EQ(host_named(host, us), NamedHost{}) << host;
  }
}

TEST(Hosts, ServeWhatPortAndNameHaveInCommon) {
  EXPECT_EQ(common(HostsServed::both, HostsServed::api), HostsServed::api);
  EXPECT_EQ(common(HostsServed::login, HostsServed::both), HostsServed::login);
  EXPECT_EQ(common(HostsServed::login, HostsServed::login), HostsServed::login);
  EXPECT_EQ(common(HostsServed::login, HostsServed::api), HostsServed::neither);
  EXPECT_EQ(common(HostsServed::neither, HostsServed::both), HostsServed::neither);
}

TEST(Hosts, AreNarrowedByAPrefixOfTheirOwn) {
  EXPECT_EQ(served_below_prefix("/login/oauth/token", "/login", "/api-gw"), HostsServed::login);
  EXPECT_EQ(served_below_prefix("/api-gw/api/v2/users/me", "/login", "/api-gw"), HostsServed::api);
  EXPECT_EQ(served_below_prefix("/loginx/oauth/token", "/login", "/api-gw"), HostsServed::both);
  EXPECT_EQ(served_below_prefix("/gw/oauth/token", "/gw", "/gw"), HostsServed::both);
  EXPECT_EQ(served_below_prefix("/oauth/token", "", ""), HostsServed::both);
}

TEST(Hosts, HaveTheirNamesOnTheCertificate) {
  const auto names = names_of_hosts("genesys.test");

  for (const auto* name : {"localhost", "*.localhost", "login.localhost", "127.0.0.1", "::1", "login.mypurecloud.com",
                           "api.edee1.eusc-pure.cloud", "apps.genesys.test"}) {
    EXPECT_THAT(names, Contains(std::string{name}).Times(1));
  }
  EXPECT_THAT(names_of_hosts(us), Contains(std::string{"login.mypurecloud.com"}).Times(1));
}

}  // namespace
}  // namespace gcmock
