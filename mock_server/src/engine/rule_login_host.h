// Rules on the pages of the login host: authorization, logout, metadata. The token endpoint is rule.cc's.
#pragma once

#include <string_view>

#include "engine/question.h"
#include "engine/reply.h"

namespace gcmock {

Reply rule_on_authorization(Bench bench, const Question& question, Instant now, std::string_view correlation_id);

Reply rule_on_logout(Bench bench, const Question& question, Instant now, std::string_view correlation_id);

Reply answer_metadata(const Question& question, const HttpRequest& request, std::string_view correlation_id);

}  // namespace gcmock
