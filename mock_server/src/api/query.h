// Query parameters of API requests, read as the vendor's description types them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/call.h"
#include "wire/form.h"

namespace gcmock {

/// The parameters of one request. A query that is not form-encoded has none.
class Query {
 public:
  explicit Query(const HttpRequest& request);

  /// The first of that name.
  [[nodiscard]] const std::string* value(std::string_view name) const;
  /// A list: both `name=a,b` and `name=a&name=b` are seen in clients.
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  [[nodiscard]] bool lists(std::string_view name, std::string_view item) const;

 private:
  FormFields fields_;
};

/// Which page is asked for: pageSize (25), pageNumber (1); vendor_openapi.
struct PageRequest {
  std::size_t size = 25;
  std::size_t number = 1;
};

/// The page, or query_value_invalid. That a page has 500 entries at most is assumed.
std::variant<PageRequest, ApiFault> read_page(const Query& query);

}  // namespace gcmock
