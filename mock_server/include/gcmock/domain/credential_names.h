// Names that say that what stands under them is a credential.
#pragma once

#include <string_view>

namespace gcmock {

/// Of a header, a parameter or a JSON member, in any case: "client_secret", "newPassword", "Authorization". Not of an
/// authorization code: what "code" means depends on where it stands.
bool says_credential(std::string_view name);

}  // namespace gcmock
