// Bodies of answers as JSON. Scripted answers are rare, so that a document tree costs nothing here.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "wire/http_message.h"

namespace gcmock {

using JsonBody = nlohmann::ordered_json;

/// Changes the object that `body` is, and writes it anew; where it is none, nothing happens.
void change_object(std::string& body, const std::function<void(JsonBody&)>& change);

/// OAuth `error`, or the API's `code`; empty where there is neither.
std::string error_code_in(const std::string& body);

bool tells_a_refresh_token(const HttpAnswer& answer);

}  // namespace gcmock
