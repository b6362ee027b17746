#include "admin/admin.h"

#include <utility>

namespace gcmock {
namespace {

bool is_for_admin(std::string_view path) {
  return path.starts_with(admin_prefix) && (path.size() == admin_prefix.size() || path[admin_prefix.size()] == '/');
}

}  // namespace

Admin::Admin(Handler& behind, std::vector<AdminRoute> routes) : behind_(behind), routes_(std::move(routes)) {}

Delivery Admin::handle(HttpRequest request) {
  if (!is_for_admin(request.path())) return behind_.handle(std::move(request));
  const Persistence after = request.keep_alive ? Persistence::keep_alive : Persistence::close;
  const BodyBytes body = request.method == "HEAD" ? BodyBytes::left_out : BodyBytes::sent;
  Delivery delivery;
  delivery.bytes = serialise(answer(request), body, after).bytes;
  delivery.after = after;
  return delivery;
}

Delivery Admin::handle(const MalformedRequest& request) {
  return behind_.handle(request);
}

// Its own answers have no number.
void Admin::delivered(std::uint64_t seq, const DeliveryReport& report) {
  if (seq != 0) behind_.delivered(seq, report);
}

// Nor is one of its own ever held back.
void Admin::note_bad_certificate(std::uint64_t connection, std::string_view kind) {
  behind_.note_bad_certificate(connection, kind);
}
void Admin::set_bell(Bell bell) {
  behind_.set_bell(std::move(bell));
}
std::optional<std::chrono::milliseconds> Admin::time_to_hold(std::uint64_t seq) {
  return behind_.time_to_hold(seq);
}

HttpAnswer Admin::answer(const HttpRequest& request) const {
  const std::string_view path = request.path().substr(admin_prefix.size());
  std::string allowed;
  for (const AdminRoute& route : routes_) {
    if (route.path != path) continue;
    if (route.method == request.method) return route.perform(request.body);
    allowed += (allowed.empty() ? "" : ", ") + route.method;
  }
  if (allowed.empty()) return admin_mistake(404, "there is no such admin path; docs/commands.md lists them");
  HttpAnswer answer = admin_mistake(405, "this path takes " + allowed);
  answer.headers.emplace_back("Allow", allowed);
  return answer;
}

}  // namespace gcmock
