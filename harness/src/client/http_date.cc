// strptime knows the three forms; nobody here sets another locale than "C".
#include "client/http_date.h"

#include <ctime>

namespace gcmock {

std::optional<std::chrono::sys_seconds> http_date_from(const std::string& text) {
  for (const char* form : {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"}) {
    std::tm parts{};
    const char* const end = ::strptime(text.c_str(), form, &parts);
    if (end != nullptr && *end == '\0') return std::chrono::sys_seconds{std::chrono::seconds{::timegm(&parts)}};
  }
  return std::nullopt;
}

}  // namespace gcmock
