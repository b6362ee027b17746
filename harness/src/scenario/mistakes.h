// Collects the mistakes of one load, so that all of them are told at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gcmock/harness/diagnostic.h"
#include "scenario/source_text.h"

namespace gcmock {

struct Mistake {
  std::string code;
  Spot spot;
  std::string what;
  std::string fix;
};

class Mistakes {
 public:
  void add(const Mistake& mistake);
  /// With a second place that matters: `also_what` says why.
  void add(const Mistake& mistake, const Spot& also, std::string also_what);
  /// About a file as a whole, which could not be read.
  void add(const std::string& file, std::string code, std::string what, std::string fix);

  /// Gives what was told under this code at this place a better way out.
  void improve_fix(const SourcePlace& place, std::string_view code, const std::string& fix);

  [[nodiscard]] std::size_t count() const { return diagnostics_.size(); }
  /// By file, line and column.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace gcmock
