// The admin surface: answers what is below /__gcmock/, and leaves the rest to who stands behind it. Nothing of it is
// journalled, judged or scripted: it is not a part of the world.
#pragma once

#include <string_view>
#include <vector>

#include "admin/admin_routes.h"
#include "engine/handler.h"

namespace gcmock {

inline constexpr std::string_view admin_prefix = "/__gcmock";

class Admin final : public Handler {
 public:
  /// `behind` must outlive it.
  Admin(Handler& behind, std::vector<AdminRoute> routes);

  Delivery handle(HttpRequest request) override;
  Delivery handle(const MalformedRequest& request) override;
  void delivered(std::uint64_t seq, const DeliveryReport& report) override;
  void note_bad_certificate(std::uint64_t connection, std::string_view kind) override;
  void set_bell(Bell bell) override;
  std::optional<std::chrono::milliseconds> time_to_hold(std::uint64_t seq) override;

 private:
  [[nodiscard]] HttpAnswer answer(const HttpRequest& request) const;

  Handler& behind_;
  const std::vector<AdminRoute> routes_;
};

}  // namespace gcmock
