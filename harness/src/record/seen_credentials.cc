#include "record/seen_credentials.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "capture/message_parts.h"
#include "gcmock/domain/credential_names.h"
#include "gcmock/domain/encoded_text.h"

namespace gcmock {
namespace {

using nlohmann::ordered_json;

// Shorter "credentials" are words of the language: a whole value of theirs is hidden, a part of a text is not.
constexpr std::size_t shortest_hidden = 4;
constexpr std::size_t shortest_found = 8;

// Of a parameter or a header: an authorization code as well.
bool names_a_credential(const std::string& name) {
  return same_header(name, "code") || says_credential(name);
}

bool names_a_person(const std::string& name) {
  constexpr std::array<std::string_view, 12> members = {"name",    "displayName", "username", "userName",
                                                        "email",   "firstName",   "lastName", "title",
                                                        "address", "phone",       "jabberId", "chat"};
  return std::ranges::count(members, name) > 0;
}

template <class Visit>
void each_text(const ordered_json& value, const std::string& key, const Visit& visit) {
  if (value.is_string()) visit(key, value.get<std::string>());
  if (!value.is_structured()) return;
  for (const auto& item : value.items()) each_text(item.value(), value.is_object() ? item.key() : key, visit);
}

bool may_stand_in_an_address(unsigned char c) {
  return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c == '+' || c >= 0x80;
}

// What looks like one: letters on both sides of an @, and a dot behind it.
std::string without_addresses(std::string text) {
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && may_stand_in_an_address(static_cast<unsigned char>(text[begin - 1]))) --begin;
    while (end < text.size() && may_stand_in_an_address(static_cast<unsigned char>(text[end]))) ++end;
    const bool is_one = begin < at && text.substr(at, end - at).find('.') != std::string::npos;
    if (!is_one) continue;
    const std::string instead = "user@example.com";
    text.replace(begin, end - begin, instead);
    at = begin + instead.size();
  }
  return text;
}

}  // namespace

SeenCredentials::SeenCredentials(const std::vector<RecordedExchange>& recorded) {
  for (const RecordedExchange& exchange : recorded) {
    for (const auto& [name, value] : fields_of(query_of(exchange.target))) {
      if (names_a_credential(name) || name == "state") add(value);
    }
    for (const auto& [name, value] : exchange.headers) add_header(name, value);
    for (const auto& [name, value] : exchange.answer_headers) add_header(name, value);
    add_body(header_of(exchange.headers, "Content-Type"), exchange.body);
    add_body(header_of(exchange.answer_headers, "Content-Type"), exchange.answer_body);
  }
}

void SeenCredentials::add(std::string value) {
  if (value.size() >= shortest_hidden) values_.insert(std::move(value));
}

void SeenCredentials::add_header(const std::string& name, const std::string& value) {
  if (same_header(name, "Cookie") || same_header(name, "Set-Cookie")) {
    const std::size_t equals = value.find('=');
    add(value.substr(0, value.find(';')).substr(equals == std::string::npos ? 0 : equals + 1));
  } else if (same_header(name, "Location")) {
    for (const auto& [parameter, text] : fields_of(query_of(value))) {
      if (names_a_credential(parameter)) add(text);
    }
    for (const auto& [parameter, text] : fields_of(value.substr(std::min(value.find('#'), value.size())))) {
      if (names_a_credential(parameter)) add(text);
    }
  } else if (names_a_credential(name)) {
    const std::size_t blank = value.find(' ');
    add(blank == std::string::npos ? value : value.substr(blank + 1));
    if (const auto basic = basic_of(value)) add(basic->second);
  }
}

void SeenCredentials::add_body(const std::string& content_type, const std::string& body) {
  if (content_type.starts_with("application/x-www-form-urlencoded")) {
    for (const auto& [name, value] : fields_of(body)) {
      if (names_a_credential(name)) add(value);
    }
    return;
  }
  const ordered_json json = ordered_json::parse(body, nullptr, false);
  if (json.is_discarded()) return;
  // A "code" of a JSON answer is an error's.
  each_text(json, "", [this](const std::string& key, const std::string& value) {
    if (key != "code" && names_a_credential(key)) add(value);
  });
}

std::string SeenCredentials::without(const std::string& text, std::size_t at_least_as_long) const {
  const auto first = [&](std::string_view searched, std::size_t from) {
    PlainHit found{std::string_view::npos, 0};
    for (const std::string& value : values_) {
      if (value.size() < at_least_as_long) continue;
      const std::size_t at = searched.find(value, from);
      const bool is_better = at < found.at || (at == found.at && value.size() > found.length);
      if (at != std::string_view::npos && is_better) found = {at, value.size()};
    }
    return found;
  };
  return replace_hits(text, find_encoded(text, first), [](const EncodedHit&) { return "redacted"; });
}

std::string SeenCredentials::redacted(const std::string& text) const {
  if (values_.contains(text)) return "redacted";
  return without_addresses(without(text, shortest_found));
}

bool SeenCredentials::stand_in(const std::string& text) const {
  return without(text, shortest_found) != text;
}

std::string SeenCredentials::redacted_body(const std::string& body) const {
  ordered_json json = ordered_json::parse(body, nullptr, false);
  if (json.is_discarded() || !json.is_structured()) return redacted(body);
  const auto hide = [this](auto& self, ordered_json& value) -> void {
    for (auto item = value.begin(); item != value.end(); ++item) {
      const bool is_member = value.is_object();
      if (item->is_structured()) self(self, *item);
      if (!item->is_string()) continue;
      const auto text = item->template get<std::string>();
      const bool is_hidden =
          is_member && (names_a_person(item.key()) || (item.key() != "code" && names_a_credential(item.key())));
      *item = is_hidden ? "redacted" : redacted(text);
    }
  };
  hide(hide, json);
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace gcmock
