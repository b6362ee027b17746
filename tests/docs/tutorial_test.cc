// docs/tutorial.md, typed in from its first line to its last by a bash in an empty folder.
#include <gmock/gmock.h>

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace gcmock::documents {
namespace {

namespace fs = std::filesystem;

struct Block {
  int line = 0;
  std::string language;
  std::vector<std::string> lines;
};

std::vector<Block> blocks_of(const fs::path& page) {
  std::vector<Block> blocks;
  std::ifstream in(page);
  bool is_inside = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      is_inside = !is_inside;
      if (is_inside) blocks.push_back({number, line.substr(3), {}});
    } else if (is_inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

struct Ran {
  int exit_code = -1;
  std::string output;
};

// Each command's failure is the block's, but where its comment tells the exit code that it has.
Ran type_in(const Block& block, const fs::path& folder) {
  const fs::path script = folder / ".block.sh";
  std::ofstream out(script);
  out << "set -e\nexport PATH=" << fs::path(GCMOCK_PROGRAM).parent_path().string() << ":$PATH NO_COLOR=1\ncd "
      << folder.string() << "\n";
  for (const std::string& line : block.lines) out << line << '\n';
  out.close();
  FILE* pipe = ::popen(("bash " + script.string() + " 2>&1 </dev/null").c_str(), "r");
  if (pipe == nullptr) return {};
  Ran ran;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) ran.output += static_cast<char>(c);
  const int status = ::pclose(pipe);
  ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

// "… # fails, and exits with 1": 1. Else 0.
int told_exit_code(const Block& block) {
  constexpr std::string_view words = "exits with ";
  const std::size_t at = block.lines.empty() ? std::string::npos : block.lines.back().find(words);
  return at == std::string::npos ? 0 : std::stoi(block.lines.back().substr(at + words.size()));
}

TEST(Tutorial, WorksAsItIsWritten) {
  if (std::system("command -v node >/dev/null") != 0) GTEST_SKIP() << "node is not installed";
  const fs::path folder = fs::path(GCMOCK_BINARY_DIR) / "tutorial";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::size_t typed = 0;
  Ran ran;

  for (const Block& block : blocks_of(fs::path(GCMOCK_SOURCE_DIR) / "docs/tutorial.md")) {
    if (block.language == "sh") {
      ran = type_in(block, folder);
      ++typed;
      ASSERT_EQ(ran.exit_code, told_exit_code(block)) << "docs/tutorial.md:" << block.line << ":\n" << ran.output;
    }
    if (block.language != "text") continue;
    std::size_t from = 0;
    for (const std::string& line : block.lines) {
      const std::size_t at = ran.output.find(line, from);
      ASSERT_NE(at, std::string::npos) << "docs/tutorial.md:" << block.line << " shows \"" << line
                                       << "\", in this order; it was:\n"
                                       << ran.output;
      from = at + line.size();
    }
  }

  EXPECT_GE(typed, 9U);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace gcmock::documents
