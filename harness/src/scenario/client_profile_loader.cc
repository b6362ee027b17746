// load_client_profile: how a client under test is started.
#include "scenario/client_profile_loader.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <utility>

#include "gcmock/harness/scenario.h"
#include "scenario/fields.h"
#include "scenario/forms.h"
#include "scenario/json_document.h"
#include "scenario/scenario_words.h"
#include "scenario/server_reader.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using Driver = ClientProfile::Driver;

std::vector<std::string> read_command(const Fields& fields, std::string_view key) {
  std::vector<std::string> command;
  for (Text& word : fields.texts(key)) command.push_back(std::move(word.text));
  const JsonMember* found = fields.member(key);
  const bool is_list = found != nullptr && found->value.is(JsonValue::Kind::array);
  if (is_list && (found->value.items.empty() || (!command.empty() && command.front().empty()))) {
    fields.wrong(key, "GC207", fmt::format("\"{}\" names no program", key), "a list: the program, then its arguments");
  }
  return command;
}

std::string read_working_directory(const Fields& fields, const fs::path& folder) {
  const std::optional<Text> stated = fields.said("working_directory");
  const fs::path directory = stated ? (folder / stated->text).lexically_normal() : folder;
  std::error_code error;
  if (stated && !fs::is_directory(directory, error)) {
    fields.wrong("working_directory", "GC301", fmt::format("there is no folder {}", directory.string()),
                 "the path is relative to the profile's own folder");
  }
  return directory.string();
}

std::vector<std::string> read_names(const Fields& fields, std::string_view key) {
  std::vector<std::string> names;
  for (Text& name : fields.texts(key)) {
    if (name.text.empty()) fields.wrong(key, "GC207", fmt::format("\"{}\" has an empty name", key), "leave it out");
    names.push_back(std::move(name.text));
  }
  return names;
}

ClientNeeds read_needs(const Fields& profile, Mistakes& mistakes) {
  const JsonMember* member = profile.member("requires");
  if (member == nullptr) return {};
  const Fields fields(member->value, shapes::needs, mistakes);
  return {read_names(fields, "programs"), read_names(fields, "files")};
}

std::map<std::string, std::string> read_environment(const Fields& fields, Mistakes& mistakes) {
  std::map<std::string, std::string> environment;
  for (const JsonMember& member : fields.entries("environment")) {
    if (!is_variable_name(member.key)) {
      mistakes.add({"GC207", member.key_spot, fmt::format("\"{}\" is no name of a variable", member.key),
                    "letters, digits and '_', no digit first"});
    }
    if (member.value.is(JsonValue::Kind::string)) {
      environment[member.key] = member.value.text;
    } else {
      fields.wrong_kind(member.value, member.key, "a string");
    }
  }
  return environment;
}

std::optional<int> exit_code_from(std::string_view text) {
  int code = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
  const bool is_code = error == std::errc{} && end == text.data() + text.size() && code >= 0 && code <= 255;
  return is_code ? std::optional(code) : std::nullopt;
}

std::map<int, Outcome> read_exit_codes(const Fields& fields, Driver driver, Mistakes& mistakes) {
  if (!fields.has("exit_codes")) {
    return {{0, Outcome::ok}, {10, Outcome::needs_user}, {11, Outcome::needs_admin}, {12, Outcome::retry_later}};
  }
  if (driver == Driver::session) {
    fields.wrong("exit_codes", "GC412", "\"exit_codes\" says nothing here: a session's outcomes are its replies",
                 "leave it out, or use the driver \"command\"");
  }
  std::map<int, Outcome> codes;
  for (const JsonMember& member : fields.entries("exit_codes")) {
    const std::optional<int> code = exit_code_from(member.key);
    if (!code)
      mistakes.add({"GC205", member.key_spot, fmt::format("\"{}\" is no exit code", member.key),
                    "a whole number from 0 to 255"});
    const auto outcome = fields.meaning_of(member.value, "exit_codes", words::outcomes);
    if (code && outcome) codes[*code] = *outcome;
  }
  return codes;
}

ClientProfile read_profile(const JsonValue& json, const fs::path& file, Mistakes& mistakes) {
  const Fields fields(json, shapes::profile, mistakes);
  ClientProfile profile;
  profile.file = file.string();
  profile.name = fields.said("name").value_or(Text{}).text;
  profile.driver = fields.word("driver", words::drivers).value_or(Driver::session);
  profile.command = read_command(fields, "command");
  profile.working_directory =
      read_working_directory(fields, file.parent_path().empty() ? fs::path(".") : file.parent_path());
  profile.install = read_command(fields, "install");
  profile.needs = read_needs(fields, mistakes);
  profile.environment = read_environment(fields, mistakes);
  profile.server = read_server(fields, shapes::server_of_client, mistakes);
  const bool knows_driver = fields.has("driver");
  profile.exit_codes = read_exit_codes(fields, knows_driver ? profile.driver : Driver::command, mistakes);
  profile.time_limit = fields.duration("time_limit", Span::positive).value_or(profile.time_limit);
  profile.quiet = fields.duration("quiet", Span::not_negative).value_or(profile.quiet);
  profile.grace = fields.duration("grace", Span::not_negative).value_or(profile.grace);
  return profile;
}

struct ReadProfile {
  std::optional<ClientProfile> profile;
  std::vector<FileFinding> findings;
};

ReadProfile read_profile(const ParsedFile& parsed) {
  if (!parsed.json) return {std::nullopt, parsed.told};
  Mistakes mistakes;
  mistakes.add(parsed.told);
  ReadProfile read;
  read.profile = read_profile(*parsed.json, parsed.file, mistakes);
  if (mistakes.count() > 0) read.profile.reset();
  read.findings = mistakes.findings();
  return read;
}

}  // namespace

std::vector<FileFinding> findings_in_client_profile(const ParsedFile& parsed) {
  return read_profile(parsed).findings;
}

LoadedClientProfile load_client_profile(const std::string& path) {
  std::error_code error;
  const fs::path file = fs::is_directory(path, error) ? fs::path(path) / "client.json" : fs::path(path);
  ReadProfile read = read_profile(parse_file(file.string()));
  return {std::move(read.profile), mistakes_of(read.findings)};
}

}  // namespace gcmock
