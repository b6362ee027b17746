// The admin API (openapi.json) and its page: what may be asked of the runs, and done to them, from outside.
#pragma once

#include <string>

#include "gcmock/http/service.h"
#include "serving/served_runs.h"

namespace gcmock {

struct AdminOptions {
  std::string version;  ///< of gcmock
  std::string token;    ///< that every request below /v1 must bear; empty: none, and only this machine may ask
};

class AdminService final : public HttpService {
 public:
  /// `runs` must outlive it.
  AdminService(ServedRuns& runs, AdminOptions options) : runs_(runs), options_(std::move(options)) {}

  ServiceReply handle(ServiceRequest request, ServiceBell bell) override;

 private:
  ServedRuns& runs_;
  const AdminOptions options_;
};

/// A path of the API and its methods, as openapi.json must have them: "/v1/runs/{run}" and "GET".
struct AdminOperation {
  std::string_view method;
  std::string_view path;
};
std::vector<AdminOperation> admin_operations();

}  // namespace gcmock
