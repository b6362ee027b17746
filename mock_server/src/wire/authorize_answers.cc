// What the authorization endpoint tells a client: RFC 6749 §4.1.2.1 has the codes, the vendor's CLI knows them and one
// of the vendor's own (source: sdk_source, oauthWebpage.go). No text is known.
#include "wire/authorize_answers.h"

#include <algorithm>
#include <array>

namespace gcmock {
namespace {

using enum RefusalReason;

struct Row {
  RefusalReason reason;
  AnswerRow answer;
};

constexpr std::string_view codes_known =
    "codes are those that the vendor's CLI knows (sdk_source); which is whose is not";
constexpr std::string_view access_denied_source =
    "premium app wizard, main.js: access_denied where the org has not authorized the client; the text is ours";

constexpr AnswerRow redirect(std::string_view code, std::string_view text, EvidenceLevel level = EvidenceLevel::assumed,
                             std::string_view source = codes_known) {
  return {302, BodyShape::redirect, code, text, level, source};
}

constexpr AnswerRow page(std::string_view code, std::string_view text, EvidenceLevel level, std::string_view source) {
  return {400, BodyShape::page, code, text, level, source};
}

constexpr std::array rows{
    Row{client_authentication_missing, page("invalid_request", "The application did not say which one it is.",
                                            EvidenceLevel::assumed, "RFC 6749 §4.1.2.1: no redirect")},
    Row{client_unknown, page("invalid_client", "No such application is known here.", EvidenceLevel::assumed,
                             "RFC 6749 §4.1.2.1: no redirect; what the vendor shows is not known")},
    Row{redirect_uri_not_registered,
        page("invalid_request", "The application has not registered the address that it wants to be called back at.",
             EvidenceLevel::assumed,
             "no redirect, the browser ends on the Genesys Cloud page (vendor_doc); this page is ours")},
    Row{malformed_request, redirect("invalid_request", "invalid request")},
    Row{response_type_unsupported, redirect("unsupported_response_type", "response type is not supported")},
    Row{pkce_challenge_missing, redirect("invalid_pkce_package", "code challenge is missing")},
    Row{pkce_challenge_invalid, redirect("invalid_pkce_package", "code challenge is not valid")},
    Row{login_org_unknown, redirect("invalid_request", "organization is not known")},
    Row{login_user_unknown, redirect("access_denied", "user is not known")},
    Row{org_not_active, redirect("access_denied", "organization is not active")},
    Row{client_not_registered_in_org, redirect("access_denied", "client is not authorized in this organization",
                                               EvidenceLevel::sdk_source, access_denied_source)},
    Row{client_not_authorized_in_org, redirect("access_denied", "client is not authorized in this organization",
                                               EvidenceLevel::sdk_source, access_denied_source)},
    Row{client_inactive, redirect("unauthorized_client", "client is not active")},
    Row{client_disabled, redirect("unauthorized_client", "client is disabled")},
    Row{grant_type_not_authorized, redirect("unauthorized_client", "grant type is not authorized for this client")},
    Row{user_not_active, redirect("access_denied", "user is not active")},
    Row{trust_not_given, redirect("access_denied", "user may not act in this organization")},
    Row{scope_exceeds_grant, redirect("invalid_scope", "scope is not valid")},
    Row{consent_denied, redirect("access_denied", "the user denied the request")},
};

}  // namespace

const AnswerRow* authorize_row(RefusalReason reason) {
  const auto* const found = std::ranges::find(rows, reason, &Row::reason);
  return found == rows.end() ? nullptr : &found->answer;
}

}  // namespace gcmock
