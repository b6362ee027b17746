// What gcmock says and what the vendor's description says, where the two are not the same.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace gcmock {

struct Difference {
  enum class About {
    operation,   ///< a path or a method that one of the two has
    success,     ///< the status of what was done
    parameters,  ///< of the query
    body,        ///< is there one, must there be one, which members must it have
    scopes,
    permissions,  ///< which, and whether one of them suffices
    user,         ///< may client credentials ask
    error,        ///< a code, its status or its text
    answer,       ///< a member of a body that the mock answered with
  };
  About about = About::operation;
  std::string operation;  ///< "GET /api/v2/oauth/clients"; of an answer with its status and the member
  std::string pointer;    ///< JSON pointer into the description
  std::string ours;
  std::string theirs;

  bool operator==(const Difference&) const = default;
};

std::string_view to_string(Difference::About about);
std::ostream& operator<<(std::ostream& out, const Difference& difference);

}  // namespace gcmock
