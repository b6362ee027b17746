// From bytes to requests: an incremental state machine, strict by RFC 9112, that knows of no socket.
// How the bytes were split makes no difference to what it finds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "http/request_head.h"
#include "wire/http_message.h"

namespace gcmock {

class RequestReader {
 public:
  explicit RequestReader(const RequestLimits& limits) : limits_(limits) {}

  enum class Finding {
    nothing_yet,  ///< feed more
    request,      ///< take() it; bytes after it are kept
    fault,        ///< for good: nothing after it is ever read as a request
  };

  Finding feed(std::string_view bytes);
  [[nodiscard]] Finding finding() const { return finding_; }

  /// The request found. Then goes on with the bytes that came after it: look at finding() again.
  HttpRequest take();

  [[nodiscard]] const FramingFault& fault() const { return fault_; }

  /// True once for a request whose client waits for 100 Continue and whose body has not begun.
  bool take_call_for_continue();

  /// No byte of a next request has come.
  [[nodiscard]] bool is_between_requests() const {
    return state_ == State::request_line && buffer_.size() == read_ && finding_ == Finding::nothing_yet;
  }

 private:
  enum class State { request_line, field_lines, length_body, chunk_size, chunk_data, chunk_end, trailer_lines };
  enum class Step { on, wait };

  void advance();
  Step step();
  Step step_line();
  Step step_length_body();
  Step step_chunk_data();
  Step step_chunk_end();
  Step take_line(std::string_view line);
  Step end_head();
  Step read_chunk_size(std::string_view line);
  Step read_trailer(std::string_view line);
  Step found();
  Step fail(FramingFault fault);
  void drop_read(std::size_t count);
  [[nodiscard]] std::optional<FramingFault> fault_of_beginning(std::string_view line) const;
  [[nodiscard]] std::string_view unread() const { return std::string_view{buffer_}.substr(read_); }

  const RequestLimits limits_;
  std::string buffer_;
  std::size_t read_ = 0;     ///< of buffer_
  std::size_t scanned_ = 0;  ///< of the unread bytes, for a line's end
  State state_ = State::request_line;
  Finding finding_ = Finding::nothing_yet;
  FramingFault fault_;
  HttpRequest request_;
  BodyFraming framing_;
  bool calls_for_continue_ = false;
  bool skipped_empty_line_ = false;
  std::size_t head_bytes_ = 0;  ///< of the lines read so far; in trailer_lines of the trailers
  std::size_t chunk_left_ = 0;
  std::size_t extension_bytes_ = 0;  ///< of all chunks
  Headers trailers_;
};

}  // namespace gcmock
