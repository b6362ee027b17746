// Writing a merge patch (RFC 7396) of a world: what stands in a scenario's world_changes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// `text` as a JSON string, with its quotes.
std::string json_text(std::string_view text);

/// `["a", "b"]`
std::string json_list(const std::vector<std::string>& texts);

/// Members of a patch by their JSON pointers (RFC 6901), each with its JSON value; written as nested objects.
class MergePatchText {
 public:
  /// Instead of what was set there before.
  void set(const std::string& pointer, std::string value);
  [[nodiscard]] bool empty() const { return root_.members.empty(); }
  /// `{"orgs": {"secondary": {"status": "active"}}}`
  [[nodiscard]] std::string text() const { return text_of(root_); }

 private:
  struct Node {
    std::string value;  ///< where it has no members
    std::map<std::string, Node> members;
  };
  static std::string text_of(const Node& node);

  Node root_;
};

}  // namespace gcmock
