#include "mutants/changed_requests.h"

#include <algorithm>
#include <string_view>

#include "client/form_encoding.h"

namespace gcmock {
namespace {

constexpr std::string_view bearer = "Bearer ";

template <class Pairs>
auto find_in(Pairs& pairs, const std::string& name) {
  return std::ranges::find(pairs, name, [](const auto& pair) { return pair.first; });
}

template <class Pairs>
void set_in(Pairs& pairs, const std::string& name, const std::string& value) {
  const auto found = find_in(pairs, name);
  if (found == pairs.end())
    pairs.emplace_back(name, value);
  else
    found->second = value;
}

}  // namespace

void set_header(SentRequest& request, const std::string& name, const std::string& value) {
  set_in(request.headers, name, value);
}

void add_to_query(SentRequest& request, const std::string& name, const std::string& value) {
  request.url += (request.url.find('?') == std::string::npos ? "?" : "&") + form_encode({{name, value}});
}

std::string field_of(const FormFields& grant, const std::string& name) {
  const auto found = find_in(grant, name);
  return found == grant.end() ? std::string{} : found->second;
}

void set_field(FormFields& grant, const std::string& name, const std::string& value) {
  set_in(grant, name, value);
}

std::string bearer_of(const SentRequest& request) {
  const auto found = find_in(request.headers, "Authorization");
  if (found == request.headers.end() || !found->second.starts_with(bearer)) return "";
  return found->second.substr(bearer.size());
}

}  // namespace gcmock
