// Lines are judged when they are whole, sizes as soon as they are exceeded: so a split makes no difference.
#include "http/request_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "http/field_syntax.h"

namespace gcmock {
namespace {

constexpr std::size_t line_end_size = 2;
constexpr std::size_t max_extension_bytes = 4096;
constexpr std::size_t max_chunk_size_digits = 16;
constexpr std::size_t max_reserve = 64 * 1024;

/// Method, version and two spaces besides the target.
constexpr std::size_t request_line_besides_target = 64;

}  // namespace

RequestReader::Finding RequestReader::feed(std::string_view bytes) {
  if (finding_ == Finding::fault) return finding_;
  buffer_.append(bytes);
  advance();
  return finding_;
}

HttpRequest RequestReader::take() {
  HttpRequest request = std::move(request_);
  request_ = HttpRequest{};
  framing_ = BodyFraming{};
  trailers_.clear();
  head_bytes_ = extension_bytes_ = 0;
  skipped_empty_line_ = false;
  finding_ = Finding::nothing_yet;
  state_ = State::request_line;
  if (read_ == buffer_.size()) {
    buffer_.clear();
  } else {
    buffer_.erase(0, read_);
  }
  read_ = 0;
  advance();
  return request;
}

bool RequestReader::take_call_for_continue() {
  return std::exchange(calls_for_continue_, false);
}

void RequestReader::advance() {
  while (finding_ == Finding::nothing_yet && step() == Step::on) {
  }
}

RequestReader::Step RequestReader::step() {
  switch (state_) {
    case State::request_line:
    case State::field_lines:
    case State::chunk_size:
    case State::trailer_lines:
      return step_line();
    case State::length_body:
      return step_length_body();
    case State::chunk_data:
      return step_chunk_data();
    case State::chunk_end:
      return step_chunk_end();
  }
  return Step::wait;
}

RequestReader::Step RequestReader::step_line() {
  const auto bytes = unread();
  const auto newline = bytes.find('\n', scanned_);
  if (newline == std::string_view::npos) {
    scanned_ = bytes.size();
    auto fault = fault_of_beginning(bytes);
    return fault ? fail(std::move(*fault)) : Step::wait;
  }
  scanned_ = 0;
  if (auto fault = fault_of_beginning(bytes.substr(0, newline + 1))) return fail(std::move(*fault));
  if (newline == 0 || bytes[newline - 1] != '\r') return fail({400, "a line that ends without CR"});
  read_ += newline + 1;
  head_bytes_ += newline + 1;
  return take_line(bytes.substr(0, newline - 1));
}

/// What no later byte can mend is refused now: a client that speaks TLS to this port would never send a line's end.
std::optional<FramingFault> RequestReader::fault_of_beginning(std::string_view line) const {
  switch (state_) {
    case State::request_line:
      if (!line.empty() && line.front() != '\r' && !is_token_byte(static_cast<unsigned char>(line.front()))) {
        return FramingFault{400, "the method is no token"};
      }
      if (line.size() > std::min(limits_.max_target_bytes + request_line_besides_target, limits_.max_head_bytes)) {
        return FramingFault{414, "request line too long"};
      }
      return std::nullopt;
    case State::field_lines:
      if (head_bytes_ + line.size() > limits_.max_head_bytes) return FramingFault{431, "head too big"};
      return std::nullopt;
    case State::trailer_lines:
      if (head_bytes_ + line.size() > limits_.max_head_bytes) return FramingFault{431, "trailers too big"};
      return std::nullopt;
    case State::chunk_size:
      if (line.size() > max_chunk_size_digits + max_extension_bytes)
        return FramingFault{400, "chunk size line too long"};
      return std::nullopt;
    case State::length_body:
    case State::chunk_data:
    case State::chunk_end:
      return std::nullopt;
  }
  return std::nullopt;
}

RequestReader::Step RequestReader::take_line(std::string_view line) {
  std::optional<FramingFault> fault;
  switch (state_) {
    case State::request_line:
      if (line.empty() && !std::exchange(skipped_empty_line_, true)) return Step::on;  // RFC 9112 §2.2
      fault = read_request_line(line, limits_, request_);
      state_ = State::field_lines;
      break;
    case State::field_lines:
      if (line.empty()) return end_head();
      fault = read_field_line(line, limits_, request_.headers);
      break;
    case State::chunk_size:
      return read_chunk_size(line);
    case State::trailer_lines:
      return read_trailer(line);
    case State::length_body:
    case State::chunk_data:
    case State::chunk_end:
      break;
  }
  return fault ? fail(std::move(*fault)) : Step::on;
}

RequestReader::Step RequestReader::end_head() {
  if (auto fault = frame_body(request_, limits_, framing_)) return fail(std::move(*fault));
  calls_for_continue_ = framing_.expects_continue && unread().empty();
  if (framing_.by == BodyFraming::By::chunks) {
    state_ = State::chunk_size;
    return Step::on;
  }
  if (framing_.length == 0) return found();
  request_.body.reserve(std::min(framing_.length, max_reserve));
  state_ = State::length_body;
  return Step::on;
}

RequestReader::Step RequestReader::step_length_body() {
  const auto piece = unread().substr(0, framing_.length - request_.body.size());
  request_.body.append(piece);
  drop_read(piece.size());
  return request_.body.size() == framing_.length ? found() : Step::wait;
}

RequestReader::Step RequestReader::read_chunk_size(std::string_view line) {
  const auto digits_end = std::min(line.find_first_not_of("0123456789abcdefABCDEF"), line.size());
  if (digits_end == 0 || digits_end > max_chunk_size_digits) return fail({400, "malformed chunk size"});
  std::size_t size = 0;
  std::from_chars(line.data(), line.data() + digits_end, size, 16);
  const auto extensions = line.substr(digits_end);
  extension_bytes_ += extensions.size();
  if (!are_chunk_extensions(extensions)) return fail({400, "malformed chunk extension"});
  if (extension_bytes_ > max_extension_bytes) return fail({400, "chunk extensions too long"});
  if (size > limits_.max_body_bytes - request_.body.size()) return fail({413, "body too long"});
  chunk_left_ = size;
  state_ = size == 0 ? State::trailer_lines : State::chunk_data;
  head_bytes_ = 0;
  return Step::on;
}

RequestReader::Step RequestReader::step_chunk_data() {
  const auto piece = unread().substr(0, chunk_left_);
  request_.body.append(piece);
  chunk_left_ -= piece.size();
  drop_read(piece.size());
  if (chunk_left_ > 0) return Step::wait;
  state_ = State::chunk_end;
  return Step::on;
}

RequestReader::Step RequestReader::step_chunk_end() {
  const auto bytes = unread().substr(0, line_end_size);
  if (bytes != std::string_view{"\r\n"}.substr(0, bytes.size())) return fail({400, "a chunk longer than its size"});
  if (bytes.size() < line_end_size) return Step::wait;
  drop_read(line_end_size);
  state_ = State::chunk_size;
  return Step::on;
}

/// Checked, then dropped: merging trailers into the headers is a known way to smuggle (RFC 9110 §6.5.1).
RequestReader::Step RequestReader::read_trailer(std::string_view line) {
  if (line.empty()) return found();
  if (auto fault = read_field_line(line, limits_, trailers_)) return fail(std::move(*fault));
  return Step::on;
}

void RequestReader::drop_read(std::size_t count) {
  read_ += count;
  if (read_ == buffer_.size()) {
    buffer_.clear();
    read_ = 0;
  }
}

RequestReader::Step RequestReader::found() {
  finding_ = Finding::request;
  calls_for_continue_ = false;
  return Step::wait;
}

RequestReader::Step RequestReader::fail(FramingFault fault) {
  finding_ = Finding::fault;
  fault_ = std::move(fault);
  calls_for_continue_ = false;
  buffer_ = {};
  read_ = 0;
  return Step::wait;
}

}  // namespace gcmock
