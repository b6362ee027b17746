#include "page_run.h"

#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include "scenario/schema_violations_in_tests.h"

namespace gcmock::documents {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path repository = GCMOCK_SOURCE_DIR;

struct Ran {
  int exit_code = -1;
  std::string output;
};

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& file, const std::string& text) {
  if (!file.parent_path().empty()) fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

/// "… # fails, and exits with 1" gives 1.
std::optional<int> told_exit_code(const std::string& line) {
  constexpr std::string_view words = "exits with ";
  const std::size_t comment = line.find(" # ");
  const std::size_t at = line.find(words, std::min(comment, line.size()));
  if (at == std::string::npos) return std::nullopt;
  return std::stoi(line.substr(at + words.size()));
}

// A command may go on over lines that end in a backslash: what is said behind it is said of the whole.
std::string in_bash(const std::vector<std::string>& lines) {
  std::string script, command;
  for (const std::string& line : lines) {
    command += line + '\n';
    if (line.ends_with('\\')) continue;
    const auto code = told_exit_code(line);
    script += code ? "set +e\n" + command + "got=$?; set -e; [ $got -eq " + std::to_string(*code) +
                         " ] || { echo \"the exit code was $got\"; exit 99; }\n"
                   : command;
    command.clear();
  }
  return script + command;
}

// Nothing of a CI system or of a test runner is to be seen by what a page runs, nor the user's own cache.
std::string surroundings(const fs::path& folder) {
  return "set -e\n"
         "unset GITHUB_ACTIONS GITHUB_STEP_SUMMARY CI_NODE_INDEX CI_NODE_TOTAL GTEST_SHARD_INDEX GTEST_TOTAL_SHARDS "
         "GTEST_SHARD_STATUS_FILE TEST_SHARD_INDEX TEST_TOTAL_SHARDS JOB_COMPLETION_INDEX GCMOCK_TOTAL_SHARDS\n"
         "export NO_COLOR=1 XDG_CACHE_HOME='" +
         (folder / ".cache").string() + "' PATH='" + fs::path(GCMOCK_PROGRAM).parent_path().string() +
         "':$PATH\n"
         // A server stays up until somebody interrupts it: here somebody does, where the page does not do so itself.
         "gcmock() { if [ \"$1\" = serve ]; then [ $BASHPID = $$ ] || exec timeout 60 gcmock \"$@\"; "
         "timeout -s INT 2 gcmock \"$@\" || true; "
         // A machine that is busy with other tests may take its time: that is no finding of a page's.
         "elif [ \"$1\" = run ]; then command gcmock \"$@\" --time-limit 60s; "
         "else command gcmock \"$@\"; fi; }\n"
         "cd '" +
         folder.string() + "'\n";
}

Ran type_in(const std::string& script, const fs::path& folder) {
  const fs::path file = folder / ".block.sh";
  write(file, surroundings(folder) + script);
  FILE* pipe = ::popen(("bash '" + file.string() + "' 2>&1 </dev/null").c_str(), "r");
  if (pipe == nullptr) return {};
  Ran ran;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) ran.output += static_cast<char>(c);
  const int status = ::pclose(pipe);
  ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

// What a page leaves out it shows as "…".
bool shows(const std::string& line, const std::string& shown) {
  constexpr std::string_view gap = "…";
  std::size_t from = 0, begin = shown.find_first_not_of(' ');
  while (begin < shown.size()) {
    const std::size_t end = std::min(shown.find(gap, begin), shown.size());
    const std::string piece = shown.substr(begin, end - begin);
    const std::size_t at = line.find(piece, from);
    if (at == std::string::npos) return false;
    from = at + piece.size();
    begin = end + gap.size();
  }
  return true;
}

/// The first line of `shown` that `text` does not have, in this order; empty: it has all.
std::optional<std::string> first_line_missing(const std::vector<std::string>& shown, const std::string& text) {
  std::istringstream in(text);
  for (const std::string& wanted : shown) {
    if (wanted.empty() || wanted == "…") continue;
    bool is_there = false;
    for (std::string line; !is_there && std::getline(in, line);) is_there = shows(line, wanted);
    if (!is_there) return wanted;
  }
  return std::nullopt;
}

bool is_json(const Block& block) {
  return block.language == "json" || block.language == "jsonc";
}
bool is_shell(const Block& block) {
  return block.language == "sh";
}
bool has_commands(const Block& block) {
  return block.language == "yaml" || block.language == "groovy";
}

/// Tries blocks one after the other; remembers the last output.
class Trial {
 public:
  Trial(const BlockPage& page, fs::path folder) : page_(page), folder_(std::move(folder)) {}

  std::string complaint_about(const Block& block) {
    if (!marked(block, "not run").empty()) return "";
    if (block.language == "text" && is_skipping_) return "";
    const std::string needed = marked(block, "needs");
    is_skipping_ = !needed.empty() && !fs::exists(repository / needed);
    if (is_skipping_) return "";
    if (const std::string file = marked(block, "tested by"); !file.empty()) return complaint_about_test(file);
    if (const std::string file = marked(block, "part of"); !file.empty()) return complaint_about_part(block, file);
    if (const std::string what = marked(block, "fragment of"); !what.empty())
      return complaint_about_fragment(block, what);
    if (is_shell(block)) return complaint_about_commands(block);
    if (block.language == "text") return complaint_about_output(block);
    if (!block.saved_as.empty()) write(folder_ / block.saved_as, block.text());
    if (has_commands(block)) return complaint_about_commands_in(block);
    return is_json(block) ? complaint_about_file(block) : "";
  }

 private:
  // The test reads the page: it names it.
  std::string complaint_about_test(const std::string& file) const {
    const std::string page = fs::path(page_.name).filename().string();
    return read(repository / file).find(page) == std::string::npos ? file + " does not read " + page : "";
  }

  static std::string complaint_about_part(const Block& block, const std::string& file) {
    const auto missing = first_line_missing(block.lines, read(repository / file));
    return missing ? file + " has no line \"" + *missing + "\" in this place" : "";
  }

  // "scenario rule", or "scenario steps[]": a definition of the schema.
  static std::string complaint_about_fragment(const Block& block, const std::string& what) {
    const std::size_t blank = what.find(' ');
    const std::string name = what.substr(0, blank), definition = what.substr(std::min(blank + 1, what.size()));
    json schema = json::parse(read(repository / "scenarios/schema" / (name + ".schema.json")), nullptr, false);
    if (schema.is_discarded() || !schema["definitions"].contains(definition)) return "no schema has " + what;
    const json value = json::parse(block.text(), nullptr, false, true);
    if (value.is_discarded()) return "this is no JSON";
    const json asked{{"$ref", "#/definitions/" + definition}, {"definitions", schema["definitions"]}};
    return violations(asked, value);
  }

  std::string complaint_about_commands(const Block& block) {
    const Ran ran = type_in(in_bash(block.lines), folder_);
    output_ = ran.output;
    return ran.exit_code == 0 ? "" : "exit code " + std::to_string(ran.exit_code) + ":\n" + ran.output;
  }

  std::string complaint_about_output(const Block& block) const {
    const auto missing = first_line_missing(block.lines, output_);
    return missing ? "shows \"" + *missing + "\", in this order; it was:\n" + output_ : "";
  }

  std::string complaint_about_file(const Block& block) {
    const Ran ran = type_in("gcmock check '" + block.saved_as + "'\n", folder_);
    output_ = ran.output;
    const int wanted = block.mark == "check exits with 2" ? 2 : 0;
    return ran.exit_code == wanted ? "" : "gcmock check:\n" + ran.output;
  }

  // Those that begin with "gcmock"; the others install things, on a machine of the CI system.
  std::string complaint_about_commands_in(const Block& block) {
    const fs::path file = folder_ / ".block";
    write(file, block.text());
    const Ran listed = type_in(
        "for python in /usr/bin/python3 python3; do $python -c 'import yaml' 2>&- && break; done\n$python '" +
            (repository / "tests/docs/commands_in.py").string() + "' " + block.language + " '" + file.string() + "'\n",
        folder_);
    if (listed.exit_code != 0) return listed.output;
    if (listed.output.empty()) return "no command of gcmock is in it";
    const Ran ran = type_in(listed.output, folder_);
    output_ = ran.output;
    return ran.exit_code == 0 ? "" : listed.output + "exits with " + std::to_string(ran.exit_code) + ":\n" + ran.output;
  }

  const BlockPage& page_;
  fs::path folder_;
  std::string output_;
  bool is_skipping_ = false;  ///< what the last commands need is not installed
};

// What a page that is read in a clone has at hand. Links: what it writes is not the repository's.
void furnish(const fs::path& folder) {
  for (const char* name : {"scenarios", "fixtures", "clients", "tests", "examples", "docs"})
    fs::create_directory_symlink(repository / name, folder / name);
}

}  // namespace

std::string why_untried(const BlockPage& page, std::size_t number) {
  static const std::set<std::string> keys{"not run", "tested by", "part of", "fragment of"};
  const Block& block = page.blocks.at(number);
  for (const std::string& key : keys) {
    if (!marked(block, key).empty()) return "";
  }
  if (is_shell(block) || has_commands(block)) return "";
  if (block.language == "text") return number > 0 ? "" : "there is no command above whose output it could be";
  if (!block.saved_as.empty()) return "";
  return "no test tries it, and no mark says why: save it as a file, or say what it is";
}

std::vector<std::string> try_page(const BlockPage& page, const fs::path& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  if (page.workplace == Workplace::repository) furnish(folder);
  Trial trial(page, folder);
  for (std::size_t number = 0; number < page.blocks.size(); ++number) {
    std::string complaint = why_untried(page, number);
    if (complaint.empty()) complaint = trial.complaint_about(page.blocks[number]);
    if (!complaint.empty()) return {page.name + ":" + std::to_string(page.blocks[number].line) + ": " + complaint};
  }
  return {};
}

}  // namespace gcmock::documents
