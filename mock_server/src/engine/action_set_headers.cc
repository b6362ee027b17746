// Headers of the answer changed, added or left out.
#include <utility>

#include "engine/scripted_answer.h"

namespace gcmock {

void edit(const SetHeaders& set, const Edit& edit) {
  auto& headers = edit.reply.answer.headers;
  for (const auto& [name, value] : set.values) {
    std::erase_if(headers, [&](const auto& header) { return same_name(header.first, name); });
    if (value) headers.emplace_back(name, *value);
  }
  note_retry_after(edit.reply);
}

}  // namespace gcmock
