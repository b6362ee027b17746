#include "timeless_journal.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <vector>

#include "report/journal_json.h"

namespace gcmock::determinism {
namespace {

using json = nlohmann::ordered_json;

bool has_parallel_calls(const ScenarioResult& result) {
  return std::ranges::any_of(result.steps, [](const StepResult& step) { return step.calls > 1; });
}

std::string without_ports(const std::string& text) {
  static const std::regex port("(127\\.0\\.0\\.1|localhost):[0-9]+");
  return std::regex_replace(text, port, "$1:port");
}

std::string without_numbers(const std::string& text) {
  static const std::regex number("[0-9]+");
  return std::regex_replace(text, number, "N");
}

/// What a client draws for each login: state (RFC 6749 §10.12) and proof key (RFC 7636 §4.1) must be no one's to guess.
/// A proof is shown by a label that is made of it.
std::string without_nonces(std::string text) {
  static const std::regex proof(R"re("code_verifier","value":"‹(unknown-[0-9a-f]+)›")re");
  static const std::regex nonce(R"re((state|code_challenge)(=|\\" value=\\")[^&"\\]*)re");
  std::smatch found;
  if (std::regex_search(text, found, proof)) text = std::regex_replace(text, std::regex(found[1].str()), "proof");
  return std::regex_replace(text, nonce, "$1$2nonce");
}

json timeless(json entry) {
  for (const char* name : {"arrived_ms", "decided_ms"}) entry.erase(name);
  entry["delivery"].erase("finished_ms");
  return entry;
}

json orderless(json entry) {
  for (const char* name : {"seq", "connection"}) entry.erase(name);
  entry["answer"].erase("headers");  // an id of its own for each answer
  entry["answer"].erase("body");
  return entry;
}

}  // namespace

std::string timeless_journal(const ScenarioResult& result) {
  const bool parallel = has_parallel_calls(result);
  std::vector<std::string> lines;
  for (const Exchange& exchange : result.journal) {
    const json entry = timeless(journal_entry(exchange));
    const auto line = without_nonces(without_ports(entry.dump()));
    lines.push_back(parallel ? without_numbers(orderless(json::parse(line)).dump()) : line);
  }
  if (parallel) std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

}  // namespace gcmock::determinism
