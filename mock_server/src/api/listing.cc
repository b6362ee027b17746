#include "api/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

std::string uri(std::string_view path, std::size_t size, std::size_t number) {
  return fmt::format("{}?pageSize={}&pageNumber={}", path, size, number);
}

}  // namespace

Json listing(const std::vector<Json>& entities, const PageRequest& page, std::string_view path) {
  const auto total = entities.size();
  const auto pages = std::max<std::size_t>((total + page.size - 1) / page.size, 1);
  const auto begin = std::min((page.number - 1) * page.size, total);
  const auto end = std::min(begin + page.size, total);
  Json shown = Json::array();
  for (auto i = begin; i < end; ++i) shown.push_back(entities[i]);
  Json body{{"entities", std::move(shown)},
            {"pageSize", page.size},
            {"pageNumber", page.number},
            {"total", total},
            {"firstUri", uri(path, page.size, 1)},
            {"lastUri", uri(path, page.size, pages)},
            {"selfUri", uri(path, page.size, page.number)}};
  if (page.number < pages) body["nextUri"] = uri(path, page.size, page.number + 1);
  if (page.number > 1) body["previousUri"] = uri(path, page.size, page.number - 1);
  body["pageCount"] = pages;
  return body;
}

Json listing_of_all(const std::vector<Json>& entities, std::string_view path) {
  const auto count = entities.size();
  Json shown = Json::array();
  for (const auto& entity : entities) shown.push_back(entity);
  return {{"entities", std::move(shown)},
          {"pageSize", count},
          {"pageNumber", 1},
          {"total", count},
          {"pageCount", 1},
          {"selfUri", path}};
}

}  // namespace gcmock
