// The world: orgs, the OAuth clients registered or authorized in them, users, roles, limits, and what was
// issued before the first request. A value: fixed once built. World files are read by the harness.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/names.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/time.h"

namespace gcmock {

/// Which wire a world speaks (docs/genesys-behaviour.md#dialects).
/// `reported`: the community report's: clients are registered and judged per org at the token endpoint,
///   `POST /api/v2/oauth/token` exists and answers every denial with 403 and a two-field body.
/// `genesys`: what has evidence: scopes and roles show on API calls, the token endpoint answers 400.
enum class Dialect { genesys, reported };

/// Where missing scopes and roles are refused. Follows from the dialect unless the world says otherwise.
enum class JudgedAt { token_request, api_request };

/// How an invalid client is answered: as the vendor does (400) or as RFC 6749 §5.2 wants (401 + challenge).
enum class TokenErrors { vendor, rfc };

enum class OrgStatus { active, inactive, deleted };
enum class UserStatus { active, inactive };

/// `inactive`: no token can be created. `disabled`: that, and existing tokens are dead.
/// Source: vendor_openapi, OAuthClient.state.
enum class ClientState { active, inactive, disabled };

/// State of a vendor client's authorization in a customer org. Source: vendor_openapi, OAuthAuthorization.state.
enum class AuthorizationState { unauthorized, requested, authorized, revoked };

/// In which divisions a role is held (source: vendor_openapi, AuthzGrant); a role that is missing: the home division.
using RoleDivisions = std::map<RoleName, std::set<DivisionId>>;

enum class ProofKey { optional, required };  ///< is PKCE (RFC 7636) asked of this client's codes

/// An OAuth client (RFC 6749 §2) as one org registered it. The same id may be registered in several orgs of a
/// `reported` world, each with a secret, scopes, roles and state of its own.
struct OAuthClient {
  ClientId id;
  std::string name;
  std::string description;
  std::string secret;  ///< never printed; empty for a public client (PKCE only)
  std::vector<GrantType> authorized_grant_types;
  std::vector<Scope> scopes;
  std::vector<std::string> redirect_uris;  ///< compared byte for byte
  std::vector<RoleName> roles;             ///< roles of the client's service account in this org
  std::vector<RoleName> required_roles;    ///< roles without which its token requests are refused (reported)
  ClientState state = ClientState::active;
  ProofKey proof_key = ProofKey::optional;
  std::chrono::seconds access_token_lifetime{86400};
  std::optional<std::chrono::seconds> refresh_token_lifetime;  ///< none: does not expire
  RoleDivisions role_divisions = {};                           ///< of `roles`
  std::optional<Instant> created_at = {};                      ///< none: before the world began
  std::optional<Instant> modified_at = {};
  std::optional<UserName> created_by = {};
  std::optional<UserName> modified_by = {};

  bool operator==(const OAuthClient&) const = default;
};

/// What a customer org allowed a client of another org (Admin > Integrations > Authorized Applications).
struct ClientAuthorization {
  ClientId client;
  AuthorizationState state = AuthorizationState::authorized;
  std::vector<Scope> scopes;
  std::vector<RoleName> roles;
  RoleDivisions role_divisions = {};  ///< of `roles`

  bool operator==(const ClientAuthorization&) const = default;
};

/// What users and clients may do (source: vendor_openapi, DomainOrganizationRole).
struct Role {
  enum class Update { none, needed };
  RoleName name;                        ///< its id in the API as well
  std::vector<Permission> permissions;  ///< entity and action may be "*"
  std::string description = {};
  std::string display_name = {};              ///< empty: `name`
  std::optional<RoleName> default_role = {};  ///< which of the org's default roles it stems from
  Update update = Update::none;               ///< DomainOrganizationRole.roleNeedsUpdate

  [[nodiscard]] const std::string& shown_name() const { return display_name.empty() ? name.value : display_name; }

  bool operator==(const Role&) const = default;
};

/// How an org deals with roles (source: vendor_openapi, RoleSettings).
struct RoleSettings {
  enum class Backfill { off, on };
  enum class DivisionAwareGrants { off, on };  ///< on: roles are given and taken only in divisions where one may
  Backfill backfill = Backfill::off;
  DivisionAwareGrants division_aware_grants = DivisionAwareGrants::off;

  bool operator==(const RoleSettings&) const = default;
};

/// How many of them an org may have; none: any number. The vendor's numbers are not known.
struct Capacity {
  std::optional<int> roles;
  std::optional<int> divisions;
  std::optional<int> roles_per_subject;

  bool operator==(const Capacity&) const = default;
};

struct User {
  UserName name;
  UserId id;
  std::string display_name;
  std::string email;
  UserStatus status = UserStatus::active;
  std::vector<RoleName> roles;
  RoleDivisions role_divisions = {};  ///< of `roles`

  bool operator==(const User&) const = default;
};

/// At most `requests` in each window of domain time; windows are aligned to the first request in them.
struct RateLimit {
  int requests = 0;
  std::chrono::seconds window{60};

  bool operator==(const RateLimit&) const = default;
};

/// What a limit of an org counts. `api_requests` counts all of the org's API requests; the other three count some of
/// them apart.
enum class LimitOf {
  token_requests,
  api_requests,
  api_requests_per_token,   ///< of each access token
  api_requests_per_user,    ///< of each user through each client
  api_requests_per_client,  ///< of each client with its own tokens (client credentials)
};

/// State of a token or code that exists when the scenario starts.
enum class InitialLife { live, spent, revoked };

/// A token or code issued before the first request. Its client may be unregistered by now: that is the point.
struct InitialToken {
  std::string name;   ///< key in the world file; part of its label in reports
  std::string value;  ///< never printed
  ClientId client;
  std::optional<UserName> user;      ///< none: the client's own (client credentials)
  std::optional<OrgName> home = {};  ///< org of a user who acts here by trust; none: the user is of this org
  std::vector<Scope> scopes;         ///< what was granted then
  InitialLife life = InitialLife::live;
  std::optional<std::chrono::seconds> expires_in;  ///< from the start; negative: expired already; none: never
  std::string redirect_uri;                        ///< codes only: the one of the authorization request
  std::optional<std::string> code_challenge;       ///< codes only: S256 challenge, RFC 7636 §4.2

  bool operator==(const InitialToken&) const = default;
};

/// Where objects of an org belong to (source: vendor_openapi, AuthzDivision).
struct Division {
  DivisionId id;
  std::string name;
  std::string description;
  bool is_home = false;

  bool operator==(const Division&) const = default;
};

/// Users of an org who get roles together in an org that trusts theirs (source: vendor_openapi, TrustGroup).
struct Group {
  GroupName name;
  GroupId id;
  std::string display_name;
  std::set<UserName> members;

  bool operator==(const Group&) const = default;
};

/// A user and the org that he is of.
struct UserOfOrg {
  OrgName org;
  UserName user;

  friend auto operator<=>(const UserOfOrg&, const UserOfOrg&) = default;
  bool operator==(const UserOfOrg&) const = default;
};

/// What a user or group of a trustee org may be in the org that trusts it.
struct TrustedMember {
  std::vector<RoleName> roles;  ///< roles of the trustor org
  std::optional<Instant> since;
  RoleDivisions role_divisions = {};  ///< of `roles`
  std::optional<UserOfOrg> added_by = {};

  bool operator==(const TrustedMember&) const = default;
};

/// What members of a trust with Customer Care get without anyone naming a role (source: vendor_openapi, Trustee).
enum class TrustDefault { admin_role, full_access, trusted_user };

/// Org-to-org trust: what the trustor, in which it stands, lets a trustee's people do (source: vendor_openapi, Trustee;
/// vendor_doc: `enabled: false` means no access).
struct Trust {
  OrgName trustee;
  enum class Use { enabled, disabled } use = Use::enabled;
  std::map<UserName, TrustedMember> users;    ///< users of the trustee
  std::map<GroupName, TrustedMember> groups;  ///< groups of the trustee
  std::set<UserName> cloned_users;            ///< users of the trustee that have a clone here
  std::optional<Instant> created_at = {};     ///< none: before the world began
  std::optional<Instant> expires_at;
  std::optional<UserName> created_by = {};  ///< a user of the trustor
  std::set<TrustDefault> defaults = {};

  bool operator==(const Trust&) const = default;
};

/// One thing that was done to a trust while the world was served, as both of its orgs may ask for it.
struct TrustAudit {
  enum class Action { created, updated, deleted, added, removed };  ///< the last two: a user, group or clone
  Instant at;
  OrgName trustee;
  Action action = Action::created;
  std::string what;              ///< "user bob was added with roles [agent]"
  std::optional<UserName> user;  ///< of the trustee, where it is about one
  std::optional<UserOfOrg> by;   ///< none: behind the API

  bool operator==(const TrustAudit&) const = default;
};

/// A trustee's offer, which a trustor turns into a trust: good for 48 hours (source: vendor_openapi).
struct Pairing {
  PairingId id;
  Instant created_at = {};
  std::vector<UserName> users;
  std::vector<GroupName> groups;
  std::optional<UserName> created_by = {};

  bool operator==(const Pairing&) const = default;
};

/// A kind of integration that orgs may install (source: vendor_openapi, IntegrationType).
struct IntegrationType {
  std::string id;
  std::string name;
  std::string description;
  std::string vendor_name;
  std::string provider = "clientapps";  ///< that of premium apps; what else there is, is no client app (assumed)
  std::string category = "clientapps";
  std::optional<int> max_instances;          ///< in one org; none: any number
  std::vector<Permission> user_permissions;  ///< all are needed to use it
  std::vector<ClientId> vendor_clients;      ///< authorized in the org that creates an integration of this type
  std::string properties_schema = "{\"type\":\"object\"}";  ///< JSON text of an object, opaque here
  std::string advanced_schema = "{\"type\":\"object\"}";    ///< likewise

  bool operator==(const IntegrationType&) const = default;
};

/// An installed integration; a premium app's type authorizes its vendor's OAuth clients (source: vendor_openapi).
struct Integration {
  enum class State { enabled, disabled, deleted };
  IntegrationId id;
  std::string name;
  std::string type;  ///< id of its type: "premium-app-example"
  std::string notes;
  State intended_state = State::disabled;
  int config_version = 1;
  std::string properties = "{}";                   ///< JSON text of an object, opaque here
  std::string advanced = "{}";                     ///< likewise
  std::map<std::string, std::string> credentials;  ///< name to id of a credential; never a secret

  bool operator==(const Integration&) const = default;
};

/// What PUT /api/v2/organizations/me may change, and what it shows beside.
struct OrgDetails {
  std::string display_name;
  std::string domain;
  std::string default_language = "en-US";
  std::string default_country_code = "US";
  std::string support_uri;
  int version = 1;  ///< grows by one with each change

  bool operator==(const OrgDetails&) const = default;
};

enum class Compliance { standard, hipaa };  ///< hipaa: idle time-outs of 15 minutes at most (vendor_openapi)

/// Does an org ask for a client's authorization before its users may log in with it (vendor_doc: off by default).
enum class ScopeEnforcement { off, on };

/// Is it a customer's, or one of the vendor's own that help customers.
enum class OrgKind { customer, customer_care };

struct Org {
  OrgName name;  ///< short name, key in the world
  OrgId id;
  OrgDetails details;
  OrgStatus status = OrgStatus::active;
  OrgKind kind = OrgKind::customer;
  std::map<RoleName, Role> roles;
  std::map<RoleName, Role> default_roles;  ///< as the product ships them, whatever the org made of them
  RoleSettings role_settings;
  Capacity capacity;
  std::vector<std::string> products{"collaborateFree", "collaboratePro", "communicate", "engage"};  ///< enabled ones
  std::map<UserName, User> users;
  std::map<ClientId, OAuthClient> clients;                 ///< registered here
  std::map<ClientId, ClientAuthorization> authorizations;  ///< of other orgs' clients
  std::map<DivisionId, Division> divisions;
  std::map<GroupName, Group> groups;
  std::map<OrgName, Trust> trusts;        ///< by trustee: whom this org lets in
  std::vector<TrustAudit> trust_audits;   ///< of `trusts`, oldest first
  std::map<PairingId, Pairing> pairings;  ///< offered by this org
  std::map<IntegrationId, Integration> integrations;
  ScopeEnforcement scope_enforcement = ScopeEnforcement::off;
  Compliance compliance = Compliance::standard;
  std::optional<std::chrono::seconds> idle_timeout;  ///< of access tokens; none: they do not idle out
  std::optional<RateLimit> token_requests;           ///< each as LimitOf has it; none: unlimited
  std::optional<RateLimit> api_requests;
  std::optional<RateLimit> api_requests_per_token;
  std::optional<RateLimit> api_requests_per_user;
  std::optional<RateLimit> api_requests_per_client;
  std::optional<int> tokens_per_user;    ///< live access tokens of a user; one more revokes the oldest
  std::optional<int> tokens_per_client;  ///< live access tokens of a client's own; likewise
  std::optional<int> max_clients;        ///< OAuth clients that may be registered here
  std::vector<InitialToken> access_tokens;
  std::vector<InitialToken> refresh_tokens;
  std::vector<InitialToken> codes;
  std::vector<InitialToken> saml_assertions;  ///< that an identity provider of this org gave to its users

  bool operator==(const Org&) const = default;
};

/// What a refresh does to the refresh token that was presented. Unknown of the vendor: assumed `rotate`.
enum class Rotation {
  rotate,         ///< a new one is issued, the old one is spent
  same_token,     ///< the answer repeats it
  none_returned,  ///< the answer has no refresh_token; the old one stays good (RFC 6749 §6: "MAY issue")
};

/// What presenting a spent refresh token or a used code does besides being refused.
enum class ReuseDetection { off, revoke_family };

struct RefreshPolicy {
  Rotation rotation = Rotation::rotate;
  ReuseDetection reuse_detection = ReuseDetection::off;
  std::chrono::seconds grace_window{0};  ///< a spent token is still granted this long after it was spent

  bool operator==(const RefreshPolicy&) const = default;
};

/// Who consents at GET /oauth/authorize: nobody needs to (a code is issued at once), or whoever has the page.
enum class Consent { auto_approve, page };

/// How a world answers a refusal otherwise than the answer table: for what nobody knows of the vendor.
struct AnswerOverride {
  std::optional<int> status;
  std::optional<std::string> code;  ///< OAuth `error` or the API's `code`
  std::optional<std::string> text;  ///< description or message

  bool operator==(const AnswerOverride&) const = default;
};

/// What a 429 says: when to come back (vendor_doc: since 2021-11), or what the limit is (the form before that).
enum class LimitWording { retry_after, requests_in_window };

/// Has a 429 the member `limit` {key, namespace, value}. Its schema knows one (vendor_openapi); the announced body
/// has none (vendor_doc).
enum class LimitMember { left_out, sent };

/// The body of a token endpoint's 429, which nobody knows: the API's, or that of its other errors.
enum class TokenLimitShape { error_body, oauth };

struct LimitAnswers {
  LimitWording wording = LimitWording::retry_after;
  LimitMember limit_member = LimitMember::left_out;
  TokenLimitShape token_endpoint = TokenLimitShape::error_body;

  bool operator==(const LimitAnswers&) const = default;
};

struct World {
  Dialect dialect = Dialect::genesys;
  TokenErrors token_errors = TokenErrors::vendor;
  JudgedAt scopes_judged_at = JudgedAt::api_request;
  JudgedAt roles_judged_at = JudgedAt::api_request;
  std::string region = "mypurecloud.com";  ///< domain of the region: hosts are login.<it>, api.<it>
  Instant starts_at{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};  ///< domain time at the start
  RefreshPolicy refresh;
  std::chrono::seconds code_lifetime{300};  ///< of codes issued by the mock; assumed
  Consent consent = Consent::auto_approve;
  LimitAnswers limit_answers = {};
  std::map<RefusalReason, AnswerOverride> answers;
  std::map<std::string, IntegrationType> integration_types;  ///< by id
  std::map<OrgName, Org> orgs;

  bool operator==(const World&) const = default;
};

/// A client as an org sees it: registered there, or authorized there and registered elsewhere.
/// Pointers into the world that was asked; valid as long as it is.
struct ClientInOrg {
  const OAuthClient* registration = nullptr;           ///< secret, grant types, redirect URIs, state
  const ClientAuthorization* authorization = nullptr;  ///< null where the org itself registered the client
  const Org* registered_in = nullptr;

  /// Scopes and roles that this org granted: the authorization's, or else the registration's.
  [[nodiscard]] const std::vector<Scope>& scopes() const;
  [[nodiscard]] const std::vector<RoleName>& roles() const;
};

/// Looks `client` up as `org` sees it. Empty where it is neither registered nor authorized (in any state) there,
/// or where the org that registered it is gone.
std::optional<ClientInOrg> find_client(const World& world, const OrgName& org, const ClientId& client);

/// Every org in which `client` is registered, in the order of their names.
std::vector<const Org*> orgs_that_registered(const World& world, const ClientId& client);

const Org* find_org(const World& world, const OrgName& org);

/// The home division; where the world states none, one with the org's id (assumed).
Division home_division(const Org& org);

/// Does `held` permit what `needed` asks? Equal, or with "*" for its entity or action: "oauth:*:*".
bool permits(const Permission& held, const Permission& needed);

/// The member of `org` that has this limit.
std::optional<RateLimit>& limit_in(Org& org, LimitOf of);
const std::optional<RateLimit>& limit_in(const Org& org, LimitOf of);

/// Short, stable words for messages and JSON: "reported", "active", "revoke_family".
std::string_view to_string(Dialect value);
std::string_view to_string(OrgStatus value);
std::string_view to_string(UserStatus value);
std::string_view to_string(ClientState value);
std::string_view to_string(AuthorizationState value);
std::string_view to_string(Rotation value);
std::string_view to_string(ReuseDetection value);
std::string_view to_string(InitialLife value);
std::string_view to_string(LimitOf value);

}  // namespace gcmock
