// What the vendor's description declares of each operation: one table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "gcmock/domain/endpoint.h"

namespace gcmock {

enum class PermissionRule { any, all };         ///< x-inin-requires-permissions.type
enum class UserContext { optional, required };  ///< required: 400 not.a.user for client credentials
enum class BodyUse { none, optional, required };

/// One operation of the Platform API. Lists are words with a blank between them.
struct Operation {
  std::string_view id;  ///< the vendor's operationId
  Endpoint endpoint;
  std::string_view method;
  std::string_view path;    ///< "{name}" stands for one segment
  std::string_view scopes;  ///< one suffices; `:readonly` first, as the vendor's messages have them
  std::string_view permissions;
  PermissionRule rule;
  UserContext user;
  std::string_view query;  ///< declared query parameters
  BodyUse body;
  std::string_view required_members;  ///< of the body that a client must send
  int success;                        ///< status; 0: the description says `default` only
};

/// By path, literal segments before placeholders: the first that matches is meant.
std::span<const Operation> all_operations();

/// The operation of this endpoint and method; null where there is none.
const Operation* find_operation(Endpoint endpoint, std::string_view method);

std::vector<std::string_view> words_of(std::string_view listed);

}  // namespace gcmock
