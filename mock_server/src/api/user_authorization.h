// What a subject may do, role by role and in all: UserAuthorization (source: vendor_openapi).
#pragma once

#include "api/entities.h"
#include "api/grantees.h"

namespace gcmock {

Json user_authorization(const Org& org, const Grantee& subject);

}  // namespace gcmock
