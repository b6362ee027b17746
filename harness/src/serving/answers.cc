#include "serving/answers.h"

#include <nlohmann/json.hpp>

#include "serving/json_text.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "The request is wrong";
    case 401:
      return "The token is missing or wrong";
    case 403:
      return "Not from here";
    case 404:
      return "There is no such thing";
    case 405:
      return "Not by this method";
    case 409:
      return "Not now";
    case 415:
      return "The body is no JSON";
    case 422:
      return "The file has mistakes";
    default:
      return "It did not work";
  }
}

}  // namespace

ServiceAnswer json_answer(int status, const json& value) {
  return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, sent_text(value) + '\n'};
}

ServiceAnswer problem(int status, const std::string& detail, const std::vector<Diagnostic>& diagnostics) {
  json told = {{"title", title_of(status)}, {"status", status}, {"detail", detail}};
  if (!diagnostics.empty()) {
    told["diagnostics"] = json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
      told["diagnostics"].push_back(
          {{"code", diagnostic.code},
           {"what", diagnostic.what},
           {"fix", diagnostic.fix},
           {"place",
            {{"file", diagnostic.place.file}, {"line", diagnostic.place.line}, {"column", diagnostic.place.column}}}});
    }
  }
  ServiceAnswer answer = json_answer(status, told);
  answer.headers.front().second = "application/problem+json";
  return answer;
}

}  // namespace gcmock
