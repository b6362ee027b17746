#include "api/path.h"

#include "wire/form.h"

namespace gcmock {

std::string path_parameter(const ApiCall& call, std::size_t index) {
  const std::string sent(call.route.parameters.at(index));
  std::string escaped;
  for (const char c : sent) escaped.append(c == '+' ? "%2B" : std::string(1, c));  // in a path a plus is a plus
  return form_decode(escaped).value_or(sent);
}

}  // namespace gcmock
