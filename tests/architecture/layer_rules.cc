// The arrows of docs/architecture.md as a table, and a reader of #include lines that holds a source tree to it.
#include "layer_rules.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string_view>

namespace gcmock::architecture {
namespace {

namespace fs = std::filesystem;
using Words = std::set<std::string, std::less<>>;

/// A layer may include itself, and of others: headers of these folders (internal ones of the same half, and public
/// ones).
const std::map<std::string, Words, std::less<>> arrows{
    // the mock
    {"domain", {}},
    {"seams", {"domain"}},
    {"script", {"domain"}},
    {"journal", {"domain"}},
    {"wire", {"domain"}},
    {"evidence", {"wire", "journal", "domain"}},
    {"api", {"wire", "seams", "domain"}},
    {"engine", {"api", "script", "wire", "journal", "seams", "domain"}},
    {"certificates", {}},
    {"http", {"engine", "wire", "certificates", "journal", "domain"}},
    {"server", {"http", "certificates", "engine", "wire", "script", "journal", "seams", "domain"}},
    // the harness; of the mock it may include public headers only
    {"scenario", {}},
    {"parallel", {}},
    {"checking", {"scenario", "parallel"}},
    {"client", {"client_clock"}},  // the struct that a client's process shares
    {"reading", {}},
    {"expect", {"scenario", "reading"}},
    {"invariants", {"reading"}},
    {"explain", {"scenario", "reading"}},
    {"inquiry", {"scenario", "client", "explain"}},
    {"run", {"parallel", "scenario", "client", "expect", "invariants", "explain", "reading"}},
    {"capture", {"scenario", "client"}},
    {"record", {"capture", "scenario", "client"}},
    {"gtest_support", {"run", "scenario"}},
    {"mutants", {"client", "parallel"}},
    {"authoring", {"scenario"}},
    {"sweep", {"client"}},
    {"contract", {"sweep", "scenario"}},
    {"report", {}},
    {"serving", {"run", "report", "capture", "checking", "scenario", "explain"}},
    {"cli",
     {"record", "run", "inquiry", "report", "contract", "checking", "scenario", "client", "mutants", "authoring",
      "serving"}},
};

const Words mock_layers{"domain", "seams",  "script",       "journal", "wire",  "evidence",
                        "api",    "engine", "certificates", "http",    "server"};

/// Reports are functions of the result: these headers make it up.
const Words headers_of_a_result{"result.h", "diagnostic.h", "source_place.h", "client_under_test.h"};

/// Third parties by the start of their include, and who may name them. Tests may name all of them.
struct ThirdParty {
  std::string_view start;
  Words layers;
  Words files;  ///< relative to the half's src; empty: every file of those layers
};
const std::vector<ThirdParty> third_parties{
    {"httplib.h", {"http", "client", "record"}, {"http/listener.cc", "client/http_exchange.cc", "record/upstream.cc"}},
    {"nlohmann/",
     {"wire", "api", "engine", "client", "contract", "checking", "capture", "record", "report", "serving", "cli"},
     {}},
    {"CLI/", {"cli"}, {"cli/command_line.cc"}},
    {"openssl/", {"domain", "seams", "wire", "client", "certificates", "http"}, {}},
    {"gmock/", {"expect", "run", "gtest_support"}, {}},
    {"gtest/", {"expect", "run", "gtest_support"}, {}},
    {"pugixml.hpp", {}, {}},
    {"valijson/", {"contract"}, {"contract/strict_schema.cc"}},
};

/// What a pure layer must not know of the machine.
const Words pure_layers{"domain",  "wire",       "evidence", "api",     "script",
                        "journal", "invariants", "report",   "explain", "capture"};
const Words impure_headers{"thread",      "mutex",        "shared_mutex", "condition_variable", "future",
                           "random",      "filesystem",   "fstream",      "unistd.h",           "sys/socket.h",
                           "sys/epoll.h", "netinet/in.h", "poll.h",       "signal.h",           "csignal",
                           "sys/wait.h",  "spawn.h"};

struct Include {
  int line = 0;
  std::string target;
  bool angled = false;
};

enum class Where { source, public_header };

struct File {
  fs::path path;         ///< absolute
  std::string relative;  ///< to the root
  std::string layer;     ///< empty for public headers that belong to none: mock_server.h, error.h, harness/*.h
  Where where = Where::source;
  bool in_mock = false;
  bool for_tests = false;
};

std::optional<Include> include_of(std::string_view text, int line) {
  const auto skip_blanks = [&] { text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size())); };
  skip_blanks();
  if (!text.starts_with('#')) return std::nullopt;
  text.remove_prefix(1);
  skip_blanks();
  if (!text.starts_with("include")) return std::nullopt;
  text.remove_prefix(7);
  skip_blanks();
  if (text.empty() || (text[0] != '<' && text[0] != '"')) return std::nullopt;
  const char closing = text[0] == '<' ? '>' : '"';
  return Include{line, std::string(text.substr(1, text.find(closing, 1) - 1)), closing == '>'};
}

std::vector<Include> includes_of(const fs::path& file) {
  std::vector<Include> includes;
  std::ifstream in(file);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    if (auto include = include_of(line, ++number)) includes.push_back(*include);
  }
  return includes;
}

std::string first_folder(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

bool is_for_tests(const std::string& name) {
  return name.ends_with("_test.cc") || name.find("_for_tests.") != std::string::npos ||
         name.find("_in_tests.") != std::string::npos || name == "approved_text.h";
}

void add_files(const fs::path& root, const std::string& half, const std::string& below, Where where,
               std::vector<File>& files) {
  const fs::path folder = root / half / below;
  if (!fs::exists(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (!entry.is_regular_file() || (extension != ".h" && extension != ".cc")) continue;
    File file{entry.path(), entry.path().lexically_relative(root).generic_string(), "", where, half == "mock_server",
              false};
    const std::string layer = first_folder(entry.path().lexically_relative(folder).generic_string());
    file.layer = where == Where::public_header && layer == "harness" ? "" : layer;
    file.for_tests = is_for_tests(entry.path().filename().string());
    files.push_back(file);
  }
}

std::vector<File> files_of(const fs::path& root) {
  std::vector<File> files;
  for (const char* half : {"mock_server", "harness"}) {
    add_files(root, half, "include/gcmock", Where::public_header, files);
    add_files(root, half, "src", Where::source, files);
  }
  return files;
}

std::string breach_of_third_party(const File& file, const Include& include) {
  if (file.for_tests) return "";
  for (const ThirdParty& party : third_parties) {
    if (!include.target.starts_with(party.start)) continue;
    const std::string inside = file.relative.substr(file.relative.find("/src/") + 5);
    const bool allowed = party.layers.contains(file.layer) && (party.files.empty() || party.files.contains(inside));
    return allowed ? "" : (party.files.empty() ? file.layer : inside) + " must not know " + include.target;
  }
  if (pure_layers.contains(file.layer) && impure_headers.contains(include.target)) {
    return file.layer + " is pure and must not know <" + include.target + ">";
  }
  return "";
}

std::string breach_of_public_header(const File& file, const Include& include) {
  const bool is_matchers = file.relative.ends_with("gcmock/harness/matchers.h");
  if (include.angled) {
    if (is_matchers && include.target == "gmock/gmock.h") return "";
    const bool standard = include.target.find('/') == std::string::npos && !include.target.ends_with(".h");
    return standard ? ""
                    : "a public header must name the standard library and gcmock only, not <" + include.target + ">";
  }
  return include.target.starts_with("gcmock/") ? "" : "a public header must not include \"" + include.target + "\"";
}

/// Arrows between the layers of one half, and from the harness to the mock's public headers.
std::string breach_of_arrow(const File& file, const Include& include) {
  const bool is_public = include.target.starts_with("gcmock/");
  const std::string inside = is_public ? include.target.substr(7) : include.target;
  const std::string target = first_folder(inside);
  if (target == "harness") {
    if (file.in_mock) return "the mock must not know the harness: " + include.target;
    if (file.layer == "report" && !headers_of_a_result.contains(inside.substr(8))) {
      return "report reads results only, not " + include.target;
    }
    return "";
  }
  if (target.empty())
    return file.in_mock && inside == "mock_server.h" && file.layer != "server"
               ? file.layer + " must not know the whole server"
               : "";
  if (!file.in_mock && mock_layers.contains(target)) {
    return is_public || file.for_tests
               ? ""
               : "the harness must include public headers of the mock only, not " + include.target;
  }
  if (file.layer.empty() || target == file.layer) return "";
  const auto allowed = arrows.find(file.layer);
  if (allowed == arrows.end()) return "layer " + file.layer + " is not in the table of arrows (tests/architecture)";
  return allowed->second.contains(target) || file.for_tests
             ? ""
             : file.layer + " must not include " + include.target + ": the arrow goes the other way";
}

std::string breach_of(const File& file, const Include& include) {
  if (file.where == Where::public_header) {
    if (std::string breach = breach_of_public_header(file, include); !breach.empty()) return breach;
  } else if (include.angled) {
    return breach_of_third_party(file, include);
  }
  return include.angled ? "" : breach_of_arrow(file, include);
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Breach& breach) {
  return out << breach.file << ':' << breach.line << ": " << breach.what;
}

std::vector<Breach> find_breaches(const fs::path& root) {
  std::vector<Breach> breaches;
  for (const File& file : files_of(root)) {
    for (const Include& include : includes_of(file.path)) {
      const std::string what = breach_of(file, include);
      if (!what.empty()) breaches.push_back({file.relative, include.line, what});
    }
  }
  std::sort(breaches.begin(), breaches.end());
  return breaches;
}

std::vector<std::string> layer_folders(const fs::path& root) {
  std::vector<std::string> folders;
  for (const char* half : {"mock_server", "harness"}) {
    for (const auto& entry : fs::directory_iterator(root / half / "src")) {
      if (entry.is_directory()) folders.push_back(entry.path().filename().string());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::size_t count_includes(const fs::path& root) {
  std::size_t count = 0;
  for (const File& file : files_of(root)) count += includes_of(file.path).size();
  return count;
}

}  // namespace gcmock::architecture
