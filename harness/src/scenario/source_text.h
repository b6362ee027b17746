// The text of a file that a person wrote: where an offset stands in lines and columns, and what of a line may be shown.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/harness/source_place.h"

namespace gcmock {

/// Bytes [begin, end) of a text.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A line as a person may see it, and what to underline in it.
struct Excerpt {
  std::string line;  ///< tabs as spaces; credentials replaced by ‹hidden›
  int column = 1;    ///< in `line`, from 1, in characters
  int length = 1;    ///< in characters; within the line
};

/// Fixed once built. A byte order mark at the start is not part of it.
class SourceText {
 public:
  SourceText(std::string file, std::string text);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] SourcePlace place(std::size_t offset) const;
  [[nodiscard]] Excerpt excerpt(TextRange range) const;

 private:
  [[nodiscard]] std::size_t line_index(std::size_t offset) const;
  [[nodiscard]] TextRange line_range(std::size_t index) const;

  std::string file_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
  std::vector<TextRange> credentials_;
};

/// A range of a text that lives as long as somebody points into it.
struct Spot {
  std::shared_ptr<const SourceText> source;
  TextRange range;

  [[nodiscard]] SourcePlace place() const { return source->place(range.begin); }
};

/// Characters (UTF-8 code points) in `text`.
int count_characters(std::string_view text);

}  // namespace gcmock
