// Answers with exactly what the script says.
#include "engine/scripted_answer.h"

namespace gcmock {

void edit(const Respond& respond, const Edit& edit) {
  put_answer({respond.status, respond.headers, respond.body}, edit);
}

}  // namespace gcmock
