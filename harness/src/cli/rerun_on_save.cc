#include "cli/rerun_on_save.h"

#include <filesystem>
#include <ostream>

#include "cli/file_watch.h"
#include "cli/interruption.h"
#include "cli/touched.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

void add_folder_of(const std::string& path, FileWatch& watch) {
  watch.add(fs::is_directory(path) ? path : fs::absolute(path).parent_path().string());
}

void watch_all(const RunCommand& command, const FilesBehind& behind, FileWatch& watch) {
  for (const std::string& path : command.paths) add_folder_of(path, watch);
  if (!command.client.empty() && fs::exists(command.client)) add_folder_of(command.client, watch);
  std::set<std::string> folders;
  for (const auto& [scenario, files] : behind) {
    for (const std::string& file : files) folders.insert(fs::path(file).parent_path().string());
  }
  for (const std::string& folder : folders) watch.add(folder);
}

// Empty: interrupted. A signal that comes once the line is told ends the waiting.
std::vector<std::string> wait_for_touched(const RunCommand& command, const SelectFiles& select,
                                          const FilesBehind& behind, FileWatch& watch, std::ostream& console) {
  const Interruption interruption([&](int) { watch.stop(); });
  console << "watching " << counted(behind.size(), "scenario") << "; Ctrl-C ends it\n" << std::flush;
  std::vector<std::string> touched;
  while (touched.empty()) {
    const std::set<std::string> saved = watch.wait();
    if (saved.empty()) return {};
    touched = touched_by(saved, select(), behind, command.client);
  }
  return touched;
}

}  // namespace

void rerun_on_save(const RunCommand& command, const SelectFiles& select, const RunAndTell& run, std::ostream& console) {
  FileWatch watch;
  for (;;) {
    const FilesBehind behind = files_behind_each(select());
    watch_all(command, behind, watch);
    const std::vector<std::string> touched = wait_for_touched(command, select, behind, watch, console);
    if (touched.empty()) return;
    console << '\n';
    if (!run(touched)) return;
  }
}

}  // namespace gcmock
