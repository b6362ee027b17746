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

void watch_all(const RunCommand& command, const std::vector<std::string>& files, FileWatch& watch) {
  for (const std::string& path : command.paths) add_folder_of(path, watch);
  if (!command.client.empty() && fs::exists(command.client)) add_folder_of(command.client, watch);
  for (const std::string& file : files) {
    for (const std::string& behind : files_behind(file)) watch.add(fs::path(behind).parent_path().string());
  }
}

// Empty: interrupted. A signal that comes once the line is told ends the waiting.
std::vector<std::string> wait_for_touched(const RunCommand& command, const SelectFiles& select, std::size_t watched,
                                          FileWatch& watch, std::ostream& console) {
  const Interruption interruption([&](int) { watch.stop(); });
  console << "watching " << counted(watched, "scenario") << "; Ctrl-C ends it\n" << std::flush;
  std::vector<std::string> touched;
  while (touched.empty()) {
    const std::set<std::string> saved = watch.wait();
    if (saved.empty()) return {};
    touched = touched_by(saved, select(), command.client);
  }
  return touched;
}

}  // namespace

void rerun_on_save(const RunCommand& command, const SelectFiles& select, const RunAndTell& run, std::ostream& console) {
  FileWatch watch;
  for (;;) {
    const std::vector<std::string> files = select();
    watch_all(command, files, watch);
    const std::vector<std::string> touched = wait_for_touched(command, select, files.size(), watch, console);
    if (touched.empty()) return;
    console << '\n';
    if (!run(touched)) return;
  }
}

}  // namespace gcmock
