// Chunked coding (RFC 9112 §7.1) gone wrong in its second chunk, or without its last.
#include <fmt/format.h>

#include "engine/action_effects.h"

namespace gcmock {
namespace {

std::string chunk(std::string_view data) {
  return fmt::format("{:x}\r\n{}\r\n", data.size(), data);
}

std::string second_chunk(std::string_view data, ChunkFault fault) {
  switch (fault) {
    case ChunkFault::bad_size:
      return fmt::format("none\r\n{}\r\n", data);
    case ChunkFault::short_chunk:
      return fmt::format("{:x}\r\n{}", data.size() + 16, data);
    case ChunkFault::no_last_chunk:
      return chunk(data);
  }
  return {};
}

}  // namespace

void frame(const BreakChunks& chunks, HttpAnswer& answer) {
  const std::string body = answer.body.empty() ? "{}" : answer.body;  // an empty chunk would be the last
  const std::string_view all = body;
  const auto half = body.size() / 2;
  answer.headers.emplace_back("Transfer-Encoding", "chunked");
  answer.body = chunk(all.substr(0, half)) + second_chunk(all.substr(half), chunks.how);
}

void deliver(const BreakChunks&, Draft& draft) {
  draft.delivery.wholeness = Wholeness::spoilt;
  draft.send_all();
  draft.end_with(Close{});
}

}  // namespace gcmock
