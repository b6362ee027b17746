#include "capture/asked.h"

#include <algorithm>
#include <map>

#include "capture/answers_read.h"
#include "capture/asker_of.h"
#include "capture/course_of_org.h"
#include "capture/message_parts.h"

namespace gcmock {
namespace {

class Courses {
 public:
  explicit Courses(const Captured& captured) : captured_(captured), asker_(captured) {}

  // False: of nobody.
  bool take(const Exchange& exchange) {
    auto org = asker_(exchange);
    if (!org && is_login(exchange)) org = org_of_hint(exchange);
    return org && of(*org).take(exchange);
  }

  void between() {
    for (auto& [org, course] : courses_) course.between();
  }

  std::vector<StepAsked> finish() {
    std::vector<StepAsked> steps;
    for (auto& [org, course] : courses_) std::ranges::move(course.finish(), std::back_inserter(steps));
    std::ranges::sort(steps, std::ranges::less{}, &StepAsked::first);
    return steps;
  }

 private:
  // "alice@example.com:acme" or "acme": where somebody was to be logged in who could not.
  [[nodiscard]] std::optional<OrgName> org_of_hint(const Exchange& exchange) const {
    const std::string hint = field_of(fields_of(exchange.query), "login_hint");
    const OrgName org(hint.substr(hint.rfind(':') + 1));
    return captured_.client_settings.contains(org) ? std::optional(org) : std::nullopt;
  }

  CourseOfOrg& of(const OrgName& org) {
    const bool holds_token = !captured_.client_settings.at(org).access_token.empty();
    return courses_.try_emplace(org, org, captured_.world, holds_token).first->second;
  }

  const Captured& captured_;
  AskerOf asker_;
  std::map<OrgName, CourseOfOrg> courses_;
};

}  // namespace

AskedOfClient asked_of(const Captured& captured) {
  AskedOfClient asked;
  Courses courses(captured);
  auto next = captured.happenings.begin();
  for (const Exchange& exchange : captured.journal) {
    for (; next != captured.happenings.end() && next->after < exchange.seq; ++next) courses.between();
    if (!courses.take(exchange)) asked.of_nobody.push_back(&exchange);
  }
  asked.steps = courses.finish();
  return asked;
}

}  // namespace gcmock
