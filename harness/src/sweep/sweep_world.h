// The world that the sweep asks its questions in: something of everything that an answer can be about.
#pragma once

#include <string_view>

#include "gcmock/domain/world.h"

namespace gcmock {

/// Org acme is the one that is asked. It trusts globex and is trusted by it, may trust initech, and has authorized an
/// app of vendor; care helps customers; org busy has no room for any request; closed is.
World sweep_world();

namespace swept {

// orgs
inline constexpr std::string_view acme_id = "a0000000-0000-4000-8000-000000000001";
inline constexpr std::string_view globex_id = "b0000000-0000-4000-8000-000000000001";
// users of acme: alice may do everything, bob nothing; gina is of globex
inline constexpr std::string_view alice_id = "a0000000-0000-4000-8000-0000000000a1";
inline constexpr std::string_view bob_id = "a0000000-0000-4000-8000-0000000000b0";
inline constexpr std::string_view gina_id = "b0000000-0000-4000-8000-0000000000e1";
// groups that are in a trust already, of acme and of globex
inline constexpr std::string_view acmes_group_id = "a0000000-0000-4000-8000-0000000000f1";
inline constexpr std::string_view globex_group_id = "b0000000-0000-4000-8000-0000000000f1";
inline constexpr std::string_view home_division_id = "a0000000-0000-4000-8000-0000000000d0";
inline constexpr std::string_view sales_division_id = "a0000000-0000-4000-8000-0000000000d1";
inline constexpr std::string_view pairing_id = "a0000000-0000-4000-8000-0000000000c1";
inline constexpr std::string_view foreign_pairing_id = "f0000000-0000-4000-8000-0000000000c1";
inline constexpr std::string_view integration_id = "a0000000-0000-4000-8000-0000000000e1";
inline constexpr std::string_view nobodys_id = "00000000-0000-4000-8000-00000000dead";
// OAuth clients
inline constexpr std::string_view app_id = "sweep-app";
inline constexpr std::string_view app_secret = "sweep-app-secret";
inline constexpr std::string_view spare_id = "sweep-spare";  // inactive: it may be deleted
inline constexpr std::string_view disabled_id = "sweep-disabled";
inline constexpr std::string_view vendor_app_id = "sweep-vendor-app";  // registered by vendor, authorized in acme
// access tokens
inline constexpr std::string_view admin_token = "sweep-access-of-alice";
inline constexpr std::string_view machine_token = "sweep-access-of-the-app";  // no user
inline constexpr std::string_view powerless_token = "sweep-access-of-bob";
inline constexpr std::string_view narrow_token = "sweep-access-without-scope";
inline constexpr std::string_view expired_token = "sweep-access-expired";
inline constexpr std::string_view revoked_token = "sweep-access-revoked";
inline constexpr std::string_view ivans_token = "sweep-access-of-inactive-user";
inline constexpr std::string_view busy_token = "sweep-access-of-busy-org";
inline constexpr std::string_view closed_token = "sweep-access-of-closed-org";
inline constexpr std::string_view globex_token = "sweep-access-of-gina";
// what tokens are asked for with
inline constexpr std::string_view refresh_token = "sweep-refresh-of-alice";
inline constexpr std::string_view code = "sweep-code-of-alice";
inline constexpr std::string_view redirect_uri = "https://sweep.example.com/callback";

}  // namespace swept
}  // namespace gcmock
