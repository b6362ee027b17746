// Actions in words, for reports.
#include <fmt/format.h>

#include "gcmock/script/script.h"
#include "script/rule_chooser.h"

namespace gcmock {
namespace {

struct InWords {
  std::string operator()(const Refuse& refuse) const {
    const auto reason = to_string(refuse.reason);
    if (!refuse.retry_after) return fmt::format("refuse: {}", reason);
    return fmt::format("refuse: {}, retry after {}s", reason, refuse.retry_after->count());
  }
  std::string operator()(const Respond& respond) const { return fmt::format("respond with {}", respond.status); }
  std::string operator()(const Delay& delay) const { return fmt::format("delay {}ms", delay.by.count()); }
  std::string operator()(const Cut& cut) const {
    const std::string point(to_string(cut.at));
    return fmt::format("cut {} {}{}", point.substr(0, point.find('_')), point.substr(point.find('_') + 1),
                       cut.how == CutHow::reset ? ", with a reset" : "");
  }
  std::string operator()(const WorldEvent& event) const { return describe(event.change); }
  std::string operator()(const OmitMembers& omit) const { return fmt::format("omit {}", fmt::join(omit.names, ", ")); }
};

}  // namespace

std::string_view to_string(CutPoint point) {
  switch (point) {
    case CutPoint::before_headers:
      return "before_headers";
    case CutPoint::inside_headers:
      return "inside_headers";
    case CutPoint::inside_body:
      return "inside_body";
    case CutPoint::after_body:
      return "after_body";
  }
  return "";
}

std::string describe(const Action& action) {
  return std::visit(InWords{}, action);
}

std::string describe(const Rule& rule) {
  std::string words;
  for (const auto& action : rule.actions) words.append(words.empty() ? "" : "; ").append(describe(action));
  return words;
}

}  // namespace gcmock
