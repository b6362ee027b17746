#include "api/vendor_scopes.h"

#include <algorithm>
#include <array>

namespace gcmock {
namespace {

constexpr auto scopes = std::to_array<std::string_view>({
    "ai-studio",
    "ai-studio:readonly",
    "alerting",
    "alerting:readonly",
    "analytics",
    "analytics:readonly",
    "architect",
    "architect:readonly",
    "assistants",
    "assistants:readonly",
    "audits:readonly",
    "authorization",
    "authorization:readonly",
    "billing",
    "billing:readonly",
    "business-rules",
    "business-rules:readonly",
    "case-management",
    "case-management:readonly",
    "coaching",
    "coaching:readonly",
    "content-management",
    "content-management:readonly",
    "conversations",
    "conversations:readonly",
    "data-extensions",
    "data-privacy",
    "data-privacy:readonly",
    "devices",
    "devices:readonly",
    "dialog",
    "dialog:readonly",
    "employee-engagement",
    "employee-engagement:readonly",
    "employee-performance",
    "employee-performance:readonly",
    "external-contacts",
    "external-contacts:readonly",
    "fax",
    "fax:readonly",
    "gamification",
    "gamification:readonly",
    "gdpr",
    "gdpr:readonly",
    "geolocation",
    "geolocation:readonly",
    "greetings",
    "greetings:readonly",
    "groups",
    "groups:readonly",
    "identity-providers",
    "identity-providers:readonly",
    "infrastructureascode",
    "infrastructureascode:readonly",
    "integrations",
    "integrations:readonly",
    "journey",
    "journey:readonly",
    "knowledge",
    "knowledge:readonly",
    "language-understanding",
    "language-understanding:readonly",
    "learning",
    "learning:readonly",
    "license",
    "license:readonly",
    "locations",
    "locations:readonly",
    "logcapture",
    "logcapture:readonly",
    "messaging",
    "messaging-platform",
    "messaging-platform:readonly",
    "messaging:readonly",
    "notifications",
    "oauth",
    "oauth:readonly",
    "organization",
    "organization-authorization",
    "organization-authorization:readonly",
    "organization:readonly",
    "outbound",
    "outbound:readonly",
    "presence",
    "presence:readonly",
    "process-automation",
    "process-automation:readonly",
    "quality",
    "quality:readonly",
    "recordings",
    "recordings:readonly",
    "response-management",
    "response-management:readonly",
    "routing",
    "routing:readonly",
    "scim",
    "scim:readonly",
    "screen-monitoring",
    "screen-monitoring:readonly",
    "scripts",
    "scripts:readonly",
    "search:readonly",
    "social-media",
    "social-media:readonly",
    "speech-and-text-analytics",
    "speech-and-text-analytics:readonly",
    "stations",
    "stations:readonly",
    "telephony",
    "telephony:readonly",
    "textbots",
    "textbots:readonly",
    "upload",
    "usage",
    "usage:readonly",
    "user-basic-info",
    "user-recordings",
    "user-recordings:readonly",
    "users",
    "users-rules",
    "users-rules:readonly",
    "users:readonly",
    "voicemail",
    "voicemail:readonly",
    "web-chat",
    "web-chat:readonly",
    "webdeployments",
    "webdeployments:readonly",
    "widgets",
    "widgets:readonly",
    "workforce-management",
    "workforce-management:readonly",
    "workitems",
    "workitems:readonly",
});
static_assert(std::ranges::is_sorted(scopes));

constexpr std::string_view reading_suffix = ":readonly";

}  // namespace

std::span<const std::string_view> vendor_scopes() {
  return scopes;
}

bool is_vendor_scope(std::string_view scope) {
  return std::ranges::binary_search(scopes, scope);
}

std::string describe_scope(std::string_view scope) {
  const bool only_reads = scope.ends_with(reading_suffix);
  if (only_reads) scope.remove_suffix(reading_suffix.size());
  std::string area(scope);
  std::ranges::replace(area, '-', ' ');
  return (only_reads ? "Read data of " : "Read and modify data of ") + area;
}

}  // namespace gcmock
