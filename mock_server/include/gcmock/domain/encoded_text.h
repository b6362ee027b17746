// Words that may be written in several ways: found as they are, percent-encoded, escaped in JSON, or within base64.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

enum class TextEncoding {
  percent,    ///< %XX for any byte, in either case (RFC 3986 §2.1)
  form,       ///< likewise, and a plus sign is a space
  json,       ///< backslashes, \u0041 among them (RFC 8259 §7)
  base64,     ///< RFC 4648 §4, or where nothing tells it from the other
  base64url,  ///< RFC 4648 §5
};

/// "percent-encoded", "in base64".
std::string_view to_string(TextEncoding encoding);
std::ostream& operator<<(std::ostream& out, TextEncoding encoding);

/// "percent-encoded, in base64": the innermost first. `encodings` has the outermost first; empty: "".
std::string describe(const std::vector<TextEncoding>& encodings);

/// Something that was looked for, and where in the text it stands.
struct EncodedHit {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string value;                         ///< what was found, decoded
  std::vector<TextEncoding> encodings = {};  ///< the outermost first; empty: as it is
};

/// Where something stands in a text that is not encoded, or no longer.
struct PlainHit {
  std::size_t at = 0;
  std::size_t length = 0;
};

/// The first one at or behind `from`; an `at` of npos: there is none.
using PlainSearch = std::function<PlainHit(std::string_view text, std::size_t from)>;

/// All that `search` finds in `text` and in what `text` may be an encoding of, up to two encodings deep. In the order
/// of the text, none within another: the longest wins, and of two as long the one that is encoded less.
std::vector<EncodedHit> find_encoded(std::string_view text, const PlainSearch& search);

/// `text` with each hit replaced by what `instead` says of it.
std::string replace_hits(std::string_view text, const std::vector<EncodedHit>& hits,
                         const std::function<std::string(const EncodedHit&)>& instead);

}  // namespace gcmock
