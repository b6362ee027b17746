// What mutants do to requests on their way.
#pragma once

#include <string>
#include <utility>

#include "client/conduct.h"

namespace gcmock {

/// Sets a header, which stands once afterwards.
void set_header(SentRequest& request, const std::string& name, const std::string& value);

/// Adds a parameter to the query of the URL, percent-encoded.
void add_to_query(SentRequest& request, const std::string& name, const std::string& value);

/// Of the grant; empty where it has none of that name.
std::string field_of(const FormFields& grant, const std::string& name);

/// Adds the field, or replaces its value.
void set_field(FormFields& grant, const std::string& name, const std::string& value);

/// The token that the request carries in its Authorization header; empty: none.
std::string bearer_of(const SentRequest& request);

}  // namespace gcmock
