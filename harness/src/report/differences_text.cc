#include "report/differences_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/text_layout.h"

namespace gcmock {
namespace {

/// Of many runs the first are shown: a line must stay a line.
constexpr std::size_t runs_shown = 10;

std::string in_each_run(const std::vector<std::string>& values) {
  if (values.size() <= runs_shown) return joined(values);
  const std::vector<std::string> first(values.begin(), values.begin() + runs_shown);
  return fmt::format("{} and {} more", joined(first), values.size() - runs_shown);
}

std::vector<std::string> words_of(const std::vector<ScenarioStatus>& runs) {
  std::vector<std::string> words;
  for (const ScenarioStatus status : runs) words.emplace_back(to_string(status));
  return words;
}

}  // namespace

std::string passed_of(const Repeats& repeats) {
  return fmt::format("{}/{}", std::ranges::count(repeats.runs, ScenarioStatus::passed), repeats.runs.size());
}

std::string worded(const RunDifference& difference) {
  return difference.what + ": " + in_each_run(difference.values);
}

void write_differences(Page& page, const Repeats& repeats) {
  const bool ended_alike = std::ranges::adjacent_find(repeats.runs, std::not_equal_to<>()) == repeats.runs.end();
  if (repeats.differences.empty() && ended_alike) return;
  page.heading(fmt::format("{} runs", repeats.runs.size()),
               ended_alike ? "that ended alike differ in" : in_each_run(words_of(repeats.runs)));
  for (const RunDifference& difference : repeats.differences) page.paragraph(body_indent, worded(difference));
  if (repeats.runs.size() > 1 && !ended_alike)
    page.paragraph(body_indent, fmt::format("shown below: run {}", repeats.shown + 1), Ink::dim);
}

std::string differences_text(const Repeats& repeats) {
  Page page({});
  write_differences(page, repeats);
  return std::move(page).text();
}

}  // namespace gcmock
