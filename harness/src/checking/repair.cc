// Repairs are made as long as there are some, then the whole is held against what was there.
#include "checking/repair.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "checking/check_files.h"
#include "checking/finding_forms.h"
#include "scenario/json_document.h"

namespace gcmock {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int most_rounds = 100;  // each syntax error takes one

std::string read(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Those of this file that do not overlap, from the front. A scenario's world is told of with it, and is another file.
std::vector<TextEdit> edits_of(const std::string& file, const std::vector<FileFinding>& findings) {
  std::vector<TextEdit> edits;
  for (const FileFinding& finding : findings) {
    if (finding.repair && finding.diagnostic.place.file == file) edits.push_back(*finding.repair);
  }
  std::ranges::stable_sort(edits, {}, &TextEdit::begin);
  std::vector<TextEdit> apart;
  for (TextEdit& edit : edits) {
    if (apart.empty() || edit.begin >= apart.back().end) apart.push_back(std::move(edit));
  }
  return apart;
}

std::string with(std::string text, const std::vector<TextEdit>& edits) {
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    text.replace(edit->begin, edit->end - edit->begin, edit->replacement);
  }
  return text;
}

}  // namespace

RepairedFile repair(const std::string& file) {
  const std::string original = read(file);
  const std::size_t mark = original.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  std::string text = original.substr(mark);
  std::vector<FileFinding> findings = findings_in_text(file, text);
  const std::size_t before = count_mistakes(findings);
  std::size_t repairs = 0;
  for (int round = 0; round < most_rounds; ++round) {
    const std::vector<TextEdit> edits = edits_of(file, findings);
    if (edits.empty()) break;
    text = with(std::move(text), edits);
    repairs += edits.size();
    findings = findings_in_text(file, text);
  }
  const bool is_json = parse_text(file, text).json.has_value();
  // A mistake in the syntax hides all that follow: what is told behind it is no harm done.
  const bool was_json = parse_text(file, original.substr(mark)).json.has_value();
  if (repairs == 0 || !is_json || (was_json && count_mistakes(findings) > before)) return {file, original, 0};
  return {file, original.substr(0, mark) + text, repairs};
}

}  // namespace gcmock
