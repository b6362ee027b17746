#include "contract/difference.h"

#include <ostream>

namespace gcmock {

std::string_view to_string(Difference::About about) {
  switch (about) {
    case Difference::About::operation:
      return "operation";
    case Difference::About::success:
      return "success";
    case Difference::About::parameters:
      return "parameters";
    case Difference::About::body:
      return "body";
    case Difference::About::scopes:
      return "scopes";
    case Difference::About::permissions:
      return "permissions";
    case Difference::About::user:
      return "user";
    case Difference::About::error:
      return "error";
    case Difference::About::answer:
      return "answer";
  }
  return {};
}

std::ostream& operator<<(std::ostream& out, const Difference& difference) {
  return out << to_string(difference.about) << " of " << difference.operation << " (" << difference.pointer
             << "): ours " << difference.ours << ", theirs " << difference.theirs;
}

}  // namespace gcmock
