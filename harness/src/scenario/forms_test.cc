// Tests of the forms of texts: what each takes and what it does not.
#include "scenario/forms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gcmock {
namespace {

struct Form {
  std::string name;
  bool (*is)(std::string_view text);
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

class Forms : public testing::TestWithParam<Form> {};

TEST_P(Forms, TellGoodFromBad) {
  for (const std::string& text : GetParam().good) EXPECT_TRUE(GetParam().is(text)) << text;
  for (const std::string& text : GetParam().bad) EXPECT_FALSE(GetParam().is(text)) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Each, Forms,
    testing::Values(
        Form{"ShortName", is_short_name, {"a", "org_2"}, {"", "2a", "_a", "Org", "a-b", "ü"}},
        Form{"Uuid",
             is_uuid,
             {"08a2a69c-1ed5-4719-9094-96a7d55ba07c", "08A2A69C-1ED5-4719-9094-96A7D55BA07C"},
             {"", "08a2a69c1ed5471990949-6a7d55ba07c000", "08a2a69g-1ed5-4719-9094-96a7d55ba07c",
              "08a2a69c-1ed5-4719-9094-96a7d55ba07"}},
        Form{"ClientId", is_client_id, {"prod_app_client_xyz", "a/b~c"}, {"", "a:b", "a b", "ü", "a\n"}},
        Form{"ErrorCode", is_error_code, {"invalid_grant", "too.many.requests"}, {"", "a\"b", "a\\b", "ü", "a\n"}},
        Form{"Scope", is_scope, {"users:readonly", "!"}, {"", "a b", "a\"b", "a\\b", "ü"}},
        Form{"AbsoluteUri",
             is_absolute_uri,
             {"https://a.example/cb", "com.example.app:/cb", "http://127.0.0.1:80/"},
             {"", "/cb", "a.example/cb", "https://", "https:///x", "https://a/#x", "https://a b", "1a:b", ":x"}},
        Form{"HostName",
             is_host_name,
             {"mypurecloud.com", "usw2.pure.cloud"},
             {"", "https://a", "A.com", "a b", ".com"}},
        Form{"Method", is_method, {"GET", "DELETE"}, {"", "get", "GE T"}},
        Form{"RequestPath", is_request_path, {"/", "/api/v2/users/me"}, {"", "api", "/a?b", "/a b", "/a#b"}},
        Form{"HeaderName", is_header_name, {"Retry-After", "x_y"}, {"", "Retry After", "a:"}},
        Form{"HeaderValue", is_header_value, {"", "a b", "ü"}, {"a\r\nb", std::string("a\0b", 3)}},
        Form{"Challenge", is_s256_challenge, {std::string(43, 'a')}, {"", std::string(42, 'a'), std::string(43, '=')}},
        Form{"InvariantId", is_invariant_id, {"I-1", "I-40"}, {"", "I-0", "I-41", "I-01", "i-1", "12"}},
        Form{"VariableName", is_variable_name, {"A", "_a1"}, {"", "1A", "A-B", "A="}}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace gcmock
