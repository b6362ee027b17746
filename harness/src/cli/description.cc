#include "cli/description.h"

#include "report/text_layout.h"

namespace gcmock {

bool is_path(const DescribedOption& option) {
  return option.value == "PATH" || option.value == "FILE" || option.value == "FOLDER";
}

std::string usage_of(const DescribedOption& option) {
  if (!option.names.empty()) return joined(option.names, ",") + (option.value.empty() ? "" : " " + option.value);
  const std::string once = option.is_required ? option.value : "[" + option.value + "]";
  return once + (option.is_repeatable ? "..." : "");
}

}  // namespace gcmock
