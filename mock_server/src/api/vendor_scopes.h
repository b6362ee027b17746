// The OAuth scopes of the Platform API.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gcmock {

/// In the order of their names. Source: vendor_openapi, the union of what its operations ask for.
std::span<const std::string_view> vendor_scopes();

bool is_vendor_scope(std::string_view scope);

/// What it lets an app do. The vendor's texts are not known, but for what its help says of every scope: with
/// `:readonly` it reads, without it reads and writes (vendor_doc). So this is made of the name (assumed).
std::string describe_scope(std::string_view scope);

}  // namespace gcmock
