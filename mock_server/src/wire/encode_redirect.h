// Sends a browser back to the application, with what it is told in the address: RFC 6749 §4.1.2, §4.2.2.
#pragma once

#include <string_view>

#include "domain/decide_authorize.h"
#include "domain/settle.h"
#include "wire/form.h"
#include "wire/http_message.h"

namespace gcmock {

/// 302. `told` goes into the query or fragment of the address, behind what it has already, and the state after it.
HttpAnswer encode_redirect(const ReturnAddress& address, const FormFields& told, std::string_view correlation_id);

FormFields told_of_code(std::string_view code);
/// Order of the members as the vendor's documentation has it (vendor_doc).
FormFields told_of_token(const Tokens& tokens);

}  // namespace gcmock
