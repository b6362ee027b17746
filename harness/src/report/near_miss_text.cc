#include "report/near_miss_text.h"

#include <fmt/format.h>

namespace gcmock {

void write_near_miss(Page& page, const NearMiss& near_miss) {
  page.paragraph(body_indent,
                 fmt::format("closest to it was #{}{}", near_miss.exchange, near_miss.differences.empty() ? "" : ":"));
  for (const NearMiss::Difference& difference : near_miss.differences) {
    page.paragraph(body_indent + 2, fmt::format("- {}: {}", difference.field, difference.wanted), Ink::red);
    page.paragraph(body_indent + 2, fmt::format("+ {}: {}", difference.field, difference.found), Ink::green);
  }
}

void write_silent_rules(Page& page, const std::vector<SilentRule>& rules) {
  for (const SilentRule& rule : rules) {
    page.heading(fmt::format("rule {}", rule.number), "never fired");
    if (rule.near_miss) {
      write_near_miss(page, *rule.near_miss);
    } else {
      page.paragraph(body_indent, "there was no request at all");
    }
    if (!rule.place.empty()) page.line(body_indent, rule.place, Ink::dim);
  }
}

}  // namespace gcmock
