// Members of a JSON report, read with what is wrong told by its place.
#include "report/report_member.h"

#include <cmath>

#include "gcmock/error.h"

namespace gcmock {

ReportMember ReportMember::operator[](const std::string& name) const {
  if (!value_.is_object()) wrong("an object is expected");
  const auto found = value_.find(name);
  if (found == value_.end()) wrong("the member \"" + name + "\" is missing");
  return {*found, file_, pointer_ + '/' + name};
}

std::vector<ReportMember> ReportMember::items() const {
  if (!value_.is_array()) wrong("a list is expected");
  std::vector<ReportMember> items;
  for (const auto& item : value_) items.emplace_back(item, file_, pointer_ + '/' + std::to_string(items.size()));
  return items;
}

std::string ReportMember::text() const {
  if (!value_.is_string()) wrong("a text is expected");
  return value_.get<std::string>();
}

bool ReportMember::yes_or_no() const {
  if (!value_.is_boolean()) wrong("true or false is expected");
  return value_.get<bool>();
}

std::int64_t ReportMember::whole_number() const {
  if (!value_.is_number_integer()) wrong("a whole number is expected");
  return value_.get<std::int64_t>();
}

std::chrono::nanoseconds ReportMember::duration() const {
  if (!value_.is_number()) wrong("a number of milliseconds is expected");
  return std::chrono::nanoseconds(std::llround(value_.get<double>() * 1e6));
}

std::vector<std::string> ReportMember::texts() const {
  std::vector<std::string> texts;
  for (const ReportMember& item : items()) texts.push_back(item.text());
  return texts;
}

std::vector<std::uint64_t> ReportMember::numbers() const {
  std::vector<std::uint64_t> numbers;
  for (const ReportMember& item : items()) numbers.push_back(static_cast<std::uint64_t>(item.whole_number()));
  return numbers;
}

void ReportMember::wrong(const std::string& what) const {
  throw Error(file_ + ": " + (pointer_.empty() ? "/" : pointer_) + ": " + what +
              "; is it a report of this gcmock's --report json=FILE?");
}

}  // namespace gcmock
