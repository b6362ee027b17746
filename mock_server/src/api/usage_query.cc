#include "api/usage_query.h"

#include <array>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>

#include "api/iso_8601.h"
#include "api/json_body.h"
#include "api/query.h"

namespace gcmock {
namespace {

template <class T>
struct Word {
  std::string_view word;
  T meaning;
};

constexpr std::array granularities{Word<UsageGranularity>{"Day", UsageGranularity::day},
                                   Word<UsageGranularity>{"Week", UsageGranularity::week},
                                   Word<UsageGranularity>{"Month", UsageGranularity::month}};
constexpr std::array metrics{
    Word<UsageMetric>{"Status200", UsageMetric::status_200}, Word<UsageMetric>{"Status300", UsageMetric::status_300},
    Word<UsageMetric>{"Status400", UsageMetric::status_400}, Word<UsageMetric>{"Status500", UsageMetric::status_500},
    Word<UsageMetric>{"Status429", UsageMetric::status_429}, Word<UsageMetric>{"Requests", UsageMetric::requests}};
constexpr std::array dimensions{Word<UsageDimension>{"OAuthClientId", UsageDimension::client},
                                Word<UsageDimension>{"OrganizationId", UsageDimension::org},
                                Word<UsageDimension>{"TemplateUri", UsageDimension::template_uri},
                                Word<UsageDimension>{"HttpMethod", UsageDimension::method}};

template <class Words>
std::string words_in(const Words& words) {
  std::string list;
  for (const auto& [word, meaning] : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

using Fault = std::optional<ApiFault>;

template <class Words, class T>
Fault read_word(std::string_view member, const std::string& text, const Words& words, T& into) {
  for (const auto& [word, meaning] : words) {
    if (word != text) continue;
    into = meaning;
    return std::nullopt;
  }
  return wrong_value(member, text, words_in(words));
}

template <class Words, class T>
Fault read_words(const Json& body, std::string_view member, const Words& words, std::vector<T>& into) {
  const auto texts = texts_member(body, member);
  if (texts.fault()) return texts.fault();
  for (const auto& text : texts.value().value_or(std::vector<std::string>())) {
    T meaning{};
    if (auto fault = read_word(member, text, words, meaning)) return fault;
    into.push_back(meaning);
  }
  return std::nullopt;
}

Fault read_granularity(const Json& body, UsageQuery& query) {
  const auto text = text_member(body, "granularity");
  if (text.fault()) return text.fault();
  if (!text.value()) return std::nullopt;
  UsageGranularity granularity{};
  if (auto fault = read_word("granularity", *text.value(), granularities, granularity)) return fault;
  query.granularity = granularity;
  return std::nullopt;
}

Fault read_interval(const Json& body, UsageQuery& query) {
  const auto text = text_member(body, "interval");
  if (text.fault()) return text.fault();
  const auto interval = interval_from_iso_8601(text.value().value_or(""));
  if (!interval) {
    return ApiFault{Check::body_is_acceptable,
                    RefusalReason::body_date_invalid,
                    "interval: YYYY-MM-DDThh:mm:ss/YYYY-MM-DDThh:mm:ss",
                    text.value().value_or(""),
                    {}};
  }
  if (interval->until <= interval->from) {
    return wrong_value("interval", *text.value(), "one that ends after it begins");
  }
  query.from = interval->from;
  query.until = interval->until;
  return std::nullopt;
}

Fault read_members(const Json& body, UsageQuery& query) {
  if (auto fault = read_interval(body, query)) return fault;
  if (auto fault = read_granularity(body, query)) return fault;
  if (auto fault = read_words(body, "metrics", metrics, query.metrics)) return fault;
  return read_words(body, "groupBy", dimensions, query.group_by);
}

UsageQuery query_about(const ApiCall& call, const ClientId& client) {
  UsageQuery query;
  query.org = call.org.name;
  query.client = client;
  return query;
}

}  // namespace

std::variant<UsageQuery, ApiFault> read_usage_query(const ApiCall& call, const ClientId& client) {
  const auto body = read_body(call, BodyKind::object);
  if (const auto* fault = std::get_if<ApiFault>(&body)) return *fault;
  auto query = query_about(call, client);
  if (auto fault = read_members(std::get<Json>(body), query)) return *std::move(fault);
  return query;
}

std::variant<UsageQuery, ApiFault> read_usage_summary(const ApiCall& call, const ClientId& client) {
  const Query parameters(call.request);
  const auto* given = parameters.value("days");
  const auto text = given == nullptr ? std::string("7") : *given;
  int days = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, days);
  if (error != std::errc{} || stopped != end || days < 1 || days > 365) {
    return ApiFault{Check::query_is_acceptable,
                    RefusalReason::query_value_invalid,
                    "days in 1 to 365",
                    text,
                    {text, "days", "1 to 365"}};
  }
  auto query = query_about(call, client);
  query.from = call.now - std::chrono::days(days);
  query.until = call.now + std::chrono::hours(1);  // the present hour included
  query.granularity = UsageGranularity::day;
  for (const auto& [word, dimension] : dimensions) query.group_by.push_back(dimension);
  return query;
}

}  // namespace gcmock
