// HTTP archives: what the format asks for, and no credential.
#include "report/har_report.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using nlohmann::json;

/// The members that HAR 1.2 requires of each object, by path; `[]` is each of a list.
const std::vector<std::pair<std::string, std::vector<std::string>>> required{
    {"/log", {"version", "creator", "entries"}},
    {"/log/creator", {"name", "version"}},
    {"/log/entries/0", {"startedDateTime", "time", "request", "response", "cache", "timings"}},
    {"/log/entries/0/request",
     {"method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"}},
    {"/log/entries/1/request/postData", {"mimeType", "params", "text"}},
    {"/log/entries/0/response",
     {"status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize",
      "bodySize"}},
    {"/log/entries/0/response/content", {"size", "mimeType"}},
    {"/log/entries/0/timings", {"send", "wait", "receive"}}};

TEST(ApprovedHarReport, HoldsAJournal) {
  expect_approved(har_report(hammering_client(), "0.0.0"), "har_scenario.approved.har");
}

TEST(HarReport, HasWhatTheFormatRequires) {
  const json archive = json::parse(har_report(hammering_client(), "0.0.0"));

  EXPECT_EQ(archive.at("log").at("version"), "1.2");
  for (const auto& [pointer, members] : required) {
    for (const std::string& member : members) {
      EXPECT_TRUE(archive.at(json::json_pointer(pointer)).contains(member)) << pointer << " lacks " << member;
    }
  }
}

TEST(HarReport, TimesAddUp) {
  const json archive = json::parse(har_report(lost_answer(), "0.0.0"));
  for (const json& entry : archive.at("log").at("entries")) {
    double sum = 0;
    for (const json& part : entry.at("timings")) sum += part.get<double>();
    EXPECT_DOUBLE_EQ(entry.at("time").get<double>(), sum);
  }
}

TEST(HarReport, HoldsABodyThatIsNoForm) {
  ScenarioResult scenario = hammering_client();
  scenario.journal = {api_call(1, "primary", 200)};
  scenario.journal[0].request_headers = {{"Content-Type", "application/json"}};
  scenario.journal[0].request_body = R"({"name":"new"})";

  const json request = json::parse(har_report(scenario, "0.0.0")).at("log").at("entries").at(0).at("request");

  EXPECT_EQ(request.at("postData").at("text"), R"({"name":"new"})");
  EXPECT_EQ(request.at("postData").at("mimeType"), "application/json");
}

TEST(HarReport, TakesAQueryApart) {
  ScenarioResult scenario = hammering_client();
  scenario.journal = {api_call(1, "primary", 200)};
  scenario.journal[0].query = "a=1&b&c=x=y&&";
  scenario.journal[0].request_headers = {{"Host", "api.mypurecloud.com"}};

  const json request = json::parse(har_report(scenario, "0.0.0")).at("log").at("entries").at(0).at("request");

  EXPECT_EQ(request.at("url"), "http://api.mypurecloud.com/api/v2/users/me?a=1&b&c=x=y&&");
  EXPECT_EQ(request.at("queryString"), json::parse(R"([{"name": "a", "value": "1"}, {"name": "b", "value": ""},
                                                       {"name": "c", "value": "x=y"}])"));
}

TEST(HarReport, SaysWhereARedirectLeads) {
  ScenarioResult scenario = hammering_client();
  scenario.journal = {api_call(1, "primary", 302)};
  scenario.journal[0].answer_headers = {{"location", "https://example.com/"}, {"Content-Type", "text/html"}};

  const json response = json::parse(har_report(scenario, "0.0.0")).at("log").at("entries").at(0).at("response");

  EXPECT_EQ(response.at("redirectURL"), "https://example.com/");
  EXPECT_EQ(response.at("content").at("mimeType"), "text/html");
}

}  // namespace
}  // namespace gcmock
