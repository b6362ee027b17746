// What a check found, in the forms that programs read. None holds a credential: excerpts have them hidden.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/file_finding.h"

namespace gcmock {

/// {"files": 3, "mistakes": 1, "warnings": 0, "findings": [{"code", "severity", "file", "line", …}]}
std::string findings_as_json(const std::vector<FileFinding>& findings, std::size_t files);

/// SARIF 2.1.0 (OASIS): one run, the rules that were met, a result for each finding.
std::string findings_as_sarif(const std::vector<FileFinding>& findings, std::string_view version);

/// Workflow commands of GitHub Actions, one a line: `::error file=…,line=…::what`.
std::string findings_as_annotations(const std::vector<FileFinding>& findings);

/// The number of mistakes among them; the rest are warnings.
std::size_t count_mistakes(const std::vector<FileFinding>& findings);

}  // namespace gcmock
