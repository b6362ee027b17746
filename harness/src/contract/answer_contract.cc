#include "contract/answer_contract.h"

#include "contract/json_members.h"

namespace gcmock {
namespace {

using nlohmann::json;

std::string names_of(const json& object) {
  std::string list;
  for (const auto& [name, value] : object.items()) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

/// Is the message the text with something at each of its blanks, "%s"?
bool says(std::string_view wanted, std::string_view message) {
  const auto blank = wanted.find("%s");
  if (blank == std::string_view::npos) return wanted == message;
  if (!message.starts_with(wanted.substr(0, blank))) return false;
  message.remove_prefix(blank);
  wanted.remove_prefix(blank + 2);
  for (std::size_t skipped = 0; skipped <= message.size(); ++skipped) {
    if (says(wanted, message.substr(skipped))) return true;
  }
  return false;
}

}  // namespace

std::vector<Mismatch> AnswerContract::deviations(const AnswerSeen& answer) {
  if (answer.operation == nullptr) return deviations_of_body("/definitions/ErrorBody", answer.body);
  const auto& operation = *answer.operation;
  const auto pointer = operation_pointer(operation.path, operation.method) + "/responses";
  const auto* described = document_.operation(operation.path, operation.method);
  if (described == nullptr) return {{"", "/paths", "no such operation", "an answer"}};
  const auto& responses = member(*described, "responses");
  const auto stated = std::to_string(answer.status);
  const auto key = responses.contains(stated) ? stated : std::string("default");
  if (!responses.contains(key)) return {{"", pointer, "one of the statuses " + names_of(responses), stated}};
  const auto below = pointer + "/" + key;
  if (operation.method == "HEAD") return {};  // no answer to it has a body
  if (responses[key].contains("schema")) {
    auto found = deviations_of_body(below + "/schema", answer.body);
    if (answer.status >= 400) add_deviations_of_error(below, answer.body, found);
    return found;
  }
  if (answer.body.empty()) return {};
  return {{"", below, "no body", "a body"}};
}

std::vector<Mismatch> AnswerContract::deviations_of_body(const std::string& schema_pointer, std::string_view body) {
  const auto value = json::parse(body, nullptr, false);
  if (body.empty() || value.is_discarded()) {
    return {{"", schema_pointer, "JSON", body.empty() ? "no body" : "another text"}};
  }
  if (schema_at(schema_pointer).accepts(value)) return {};
  auto found = mismatches(document_, schema_pointer, value);
  if (found.empty()) found.push_back({"", schema_pointer, "what the schema accepts", "something else"});
  return found;
}

void AnswerContract::add_deviations_of_error(const std::string& response_pointer, std::string_view body,
                                             std::vector<Mismatch>& found) {
  const auto pointer = response_pointer + "/x-inin-error-codes";
  const json::json_pointer place(pointer);
  if (!document_.root().contains(place)) return;
  const auto& codes = document_.root()[place];
  const auto error = json::parse(body, nullptr, false);
  const auto code = text(member(error, "code"));
  if (!codes.contains(code)) {
    found.push_back({"/code", pointer, "one of the codes " + names_of(codes), code});
  } else if (!says(text(codes[code]), text(member(error, "message")))) {
    found.push_back({"/message", pointer + "/" + pointer_token(code), text(codes[code]), "another text"});
  }
}

const StrictSchema& AnswerContract::schema_at(const std::string& pointer) {
  const json::json_pointer place(pointer);
  const auto& schema = document_.root().contains(place) ? document_.root()[place] : json::object();
  const auto reference = text(member(schema, "$ref"));
  const auto key = reference.empty() ? pointer : reference;
  if (const auto known = schemas_.find(key); known != schemas_.end()) return known->second;
  return schemas_.emplace(key, StrictSchema(as_draft7(document_, schema))).first->second;
}

}  // namespace gcmock
