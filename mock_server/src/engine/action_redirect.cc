// Sends the client elsewhere.
#include "engine/scripted_answer.h"

namespace gcmock {

void edit(const Redirect& redirect, const Edit& edit) {
  put_answer({redirect.status, {{"Location", redirect.to}}, {}}, edit);
}

}  // namespace gcmock
