#include "api/identity.h"

#include <nlohmann/json.hpp>

#include "api/entities.h"
#include "api/query.h"

namespace gcmock {
namespace {

Json user_me(const ApiCall& call) {
  Json entity;
  const auto user = call.caller.user ? call.org.users.find(*call.caller.user) : call.org.users.end();
  if (user != call.org.users.end()) {
    entity["id"] = user->second.id.value;
    entity["name"] = user->second.display_name;
    entity["email"] = user->second.email;
    entity["state"] = to_string(user->second.status);
    entity["username"] = user->second.email;
  }
  entity["version"] = 1;
  const Query query(call.request);
  if (query.lists("expand", "organization")) entity["organization"] = organization(call.org);
  if (query.lists("expand", "token")) entity["token"] = token_info(call);
  entity["selfUri"] = "/api/v2/users/me";
  return entity;
}

}  // namespace

ApiOutcome users_me(const ApiCall& call) {
  return ApiDone{200, text_of(user_me(call)), {}};
}

ApiOutcome organizations_me(const ApiCall& call) {
  return ApiDone{200, text_of(organization(call.org)), {}};
}

}  // namespace gcmock
