// Finds headers and parameters.
#include "reading/request_parts.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace gcmock {
namespace {

bool equal_in_any_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

const std::string* find_header(const std::vector<std::pair<std::string, std::string>>& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return equal_in_any_case(header.first, name); });
  return found == headers.end() ? nullptr : &found->second;
}

}  // namespace

const std::string* header_of(const Exchange& exchange, std::string_view name) {
  return find_header(exchange.request_headers, name);
}
const std::string* answer_header_of(const Exchange& exchange, std::string_view name) {
  return find_header(exchange.answer_headers, name);
}

std::vector<std::pair<std::string, std::string>> query_parameters(const Exchange& exchange) {
  std::vector<std::pair<std::string, std::string>> parameters;
  std::string_view rest = exchange.query;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (!pair.empty()) parameters.emplace_back(pair.substr(0, equals), pair.substr(std::min(equals + 1, pair.size())));
  }
  return parameters;
}

const std::string* value_of(const std::vector<std::pair<std::string, std::string>>& parameters, std::string_view name) {
  const auto found =
      std::find_if(parameters.begin(), parameters.end(), [&](const auto& pair) { return pair.first == name; });
  return found == parameters.end() ? nullptr : &found->second;
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const bool is_escape = text[i] == '%' && i + 2 < text.size() &&
                           std::from_chars(&text[i + 1], &text[i] + 3, byte, 16).ptr == &text[i] + 3;
    plain.push_back(is_escape ? static_cast<char>(byte) : text[i] == '+' ? ' ' : text[i]);
    if (is_escape) i += 2;
  }
  return plain;
}

}  // namespace gcmock
