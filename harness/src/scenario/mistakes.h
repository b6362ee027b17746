// Collects the mistakes of one load, so that all of them are told at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/file_finding.h"
#include "scenario/source_text.h"

namespace gcmock {

struct Mistake {
  std::string code;
  Spot spot;
  std::string what;
  std::string fix;
  std::optional<TextEdit> repair = {};
};

class Mistakes {
 public:
  void add(const Mistake& mistake);
  /// With a second place that matters: `also_what` says why.
  void add(const Mistake& mistake, const Spot& also, std::string also_what);
  /// About a file as a whole, which could not be read.
  void add(const std::string& file, std::string code, std::string what, std::string fix);
  /// All that another load has told.
  void add(const std::vector<FileFinding>& told);

  /// What is hardly meant so, and does not keep the file from being run.
  void doubt(const Mistake& mistake);
  void doubt(const Mistake& mistake, const Spot& also, std::string also_what);

  /// Gives what was told under this code at this place a better way out.
  void improve_fix(const SourcePlace& place, std::string_view code, const std::string& fix);

  /// Without the doubts.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The mistakes, by file, line and column.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;
  /// The doubts as well, likewise.
  [[nodiscard]] std::vector<FileFinding> findings() const;

 private:
  void keep(FileFinding finding);

  std::vector<FileFinding> findings_;
  std::size_t count_ = 0;
};

}  // namespace gcmock
