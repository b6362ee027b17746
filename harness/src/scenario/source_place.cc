// A place in a file, as text.
#include "gcmock/harness/source_place.h"

#include <ostream>

namespace gcmock {

std::string to_string(const SourcePlace& place) {
  std::string text = place.file;
  if (place.line == 0) return text;
  text += ":" + std::to_string(place.line);
  if (place.column == 0) return text;
  return text + ":" + std::to_string(place.column);
}

std::ostream& operator<<(std::ostream& out, const SourcePlace& place) {
  return out << to_string(place);
}

}  // namespace gcmock
