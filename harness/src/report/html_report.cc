// The report for browsers: the frame of the page, and the scenarios by folder.
#include "report/html_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html_assets.h"
#include "report/html_overview.h"
#include "report/html_scenario.h"
#include "report/scenario_counts.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

/// Of the id, so that a link to a scenario holds in the next report as well; of two that are alike, the second differs.
Anchors anchors_of(const RunResult& result) {
  Anchors anchors;
  std::set<std::string> taken;
  for (const ScenarioResult& scenario : result.scenarios) {
    std::string anchor;
    for (const char c : scenario.id.empty() ? scenario.file : scenario.id) {
      const bool plain =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/';
      anchor += plain ? c : '-';
    }
    const std::string first = anchor;
    for (int number = 2; !taken.insert(anchor).second; ++number) anchor = fmt::format("{}--{}", first, number);
    anchors.push_back(anchor);
  }
  return anchors;
}

std::string folder_of(const ScenarioResult& scenario) {
  const std::size_t slash = scenario.id.rfind('/');
  return slash == std::string::npos ? "" : scenario.id.substr(0, slash);
}

struct Folder {
  std::string name;
  std::vector<std::size_t> scenarios;  ///< indices
};

/// In the order in which their first scenarios stand.
std::vector<Folder> folders_of(const RunResult& result) {
  std::vector<Folder> folders;
  for (std::size_t i = 0; i < result.scenarios.size(); ++i) {
    const std::string name = folder_of(result.scenarios[i]);
    auto folder = std::find_if(folders.begin(), folders.end(), [&](const Folder& each) { return each.name == name; });
    if (folder == folders.end()) folder = folders.insert(folders.end(), Folder{name, {}});
    folder->scenarios.push_back(i);
  }
  return folders;
}

void write_folder(Markup& page, const Folder& folder, const RunResult& result, const Anchors& anchors) {
  const auto section = page.open("section", {{"class", "folder"}});
  {
    const auto heading = page.open("h2");
    page.text(folder.name.empty() ? "scenarios" : folder.name);
    page.put("span", std::to_string(folder.scenarios.size()), {{"class", "number"}});
  }
  for (const std::size_t i : folder.scenarios) write_scenario(page, result.scenarios[i], anchors[i]);
}

void write_head(Markup& page, const RunResult& result) {
  const auto head = page.open("head");
  page.empty("meta", {{"charset", "utf-8"}});
  page.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  page.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  page.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                      {"content", fmt::format("default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
                                              "'unsafe-inline'; script-src '{}'",
                                              html_script_hash())}});
  page.put("title", fmt::format("{}{} · gcmock", count_of_problems(result) > 0 ? "✗ " : "", result.client));
  const auto style = page.open("style");
  page.verbatim(html_style());
}

void write_themes(Markup& page) {
  const auto themes = page.open("fieldset", {{"class", "themes"}});
  page.put("legend", "Theme", {{"class", "unseen"}});
  page.empty("input", {{"type", "radio"}, {"name", "theme"}, {"id", "theme-auto"}, {"checked", ""}});
  page.put("label", "auto", {{"for", "theme-auto"}});
  for (const std::string theme : {"light", "dark"}) {
    page.empty("input", {{"type", "radio"}, {"name", "theme"}, {"id", "theme-" + theme}});
    page.put("label", theme, {{"for", "theme-" + theme}});
  }
}

void write_footer(Markup& page) {
  const auto footer = page.open("footer");
  const auto keys = page.open("p", {{"class", "keys"}, {"hidden", ""}});
  page.text("Keys: ");
  for (const auto& [key, does] : {std::pair("j", "next"), std::pair("k", "previous"), std::pair("Enter", "open"),
                                  std::pair("/", "search"), std::pair("Esc", "clear")}) {
    page.put("kbd", key);
    page.text(fmt::format(" {} ", does));
  }
}

}  // namespace

std::string html_report(const RunResult& result) {
  const Anchors anchors = anchors_of(result);
  Markup page;
  page.verbatim("<!DOCTYPE html>\n");
  {
    const auto html = page.open("html", {{"lang", "en"}});
    write_head(page, result);
    const auto body = page.open("body");
    page.put("a", "To the scenarios", {{"href", "#scenarios"}, {"class", "skip-link"}});
    write_themes(page);
    write_overview(page, result, anchors);
    write_filters(page, result);
    {
      const auto main = page.open("main", {{"id", "scenarios"}});
      for (const Folder& folder : folders_of(result)) write_folder(page, folder, result, anchors);
      page.put("p", "No scenario is shown: the filter and the search leave none.",
               {{"class", "none-shown"}, {"hidden", ""}});
    }
    write_footer(page);
    const auto script = page.open("script");
    page.verbatim(html_script());
  }
  return std::move(page).written();
}

}  // namespace gcmock
