// Bodies of API requests: JSON read into a document, and its members read by type. The first fault ends the request.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/call.h"
#include "api/entities.h"

namespace gcmock {

enum class BodyKind { object, list };

/// The body of a request that needs one; media_type_unsupported, body_malformed or body_member_missing (of the members
/// that the vendor's description requires) where it is none. Nesting beyond 64 levels is malformed.
std::variant<Json, ApiFault> read_body(const ApiCall& call, BodyKind kind);

/// The same without asking for the members that are required: for operations that have a reason of their own for one.
std::variant<Json, ApiFault> read_json(const ApiCall& call, BodyKind kind);

/// body_member_missing where a member that the vendor's description requires is not there.
std::optional<ApiFault> missing_member(const Json& body, const ApiCall& call);

/// "Value [x] is not a valid value for field type [name]. Allowable values are: …".
ApiFault wrong_value(std::string_view member, std::string_view value, std::string_view allowed);

/// A member of this type; nothing where it is missing or null; body_value_invalid where it is of another type.
template <class T>
class Member {
 public:
  Member() = default;
  explicit Member(T value) : value_(std::move(value)) {}
  explicit Member(ApiFault fault) : fault_(std::move(fault)) {}
  [[nodiscard]] const std::optional<T>& value() const { return value_; }
  [[nodiscard]] const std::optional<ApiFault>& fault() const { return fault_; }

 private:
  std::optional<T> value_;
  std::optional<ApiFault> fault_;
};

Member<std::string> text_member(const Json& object, std::string_view name);
Member<std::vector<std::string>> texts_member(const Json& object, std::string_view name);
Member<long long> integer_member(const Json& object, std::string_view name);
Member<bool> truth_member(const Json& object, std::string_view name);

}  // namespace gcmock
