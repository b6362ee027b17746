// One question of the sweep: a request, and what must have happened before it.
#pragma once

#include <string>
#include <vector>

namespace gcmock {

struct ProbeRequest {
  std::string method = "GET";
  std::string target;
  std::string authorization;  ///< the header's value; empty: none
  std::string content_type;   ///< empty: no body
  std::string body;
};

struct Probe {
  std::string what;  ///< "getOauthClients: a token without the scope"
  ProbeRequest request;
  std::vector<ProbeRequest> before;
  /// A question that changes nothing may share a server with others of its kind.
  enum class Server { shared, of_its_own } server = Server::shared;
};

}  // namespace gcmock
