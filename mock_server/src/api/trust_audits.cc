// AuditQueryResponse has no members in the vendor's description: what an audit shows is assumed. Empty lists of ids
// limit nothing (assumed); facets and filters are taken and change nothing (assumed).
#include "api/trust_audits.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/listing.h"
#include "api/trust_bodies.h"
#include "api/trust_entities.h"

namespace gcmock {
namespace {

/// The part of the two kinds of queries that is alike.
struct AuditQuery {
  std::vector<std::string> user_ids;  ///< of trustee users; empty: any
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::string phrase;
};

std::variant<AuditQuery, ApiFault> read_query(const Json& body) {
  const auto users = texts_member(body, "trusteeUserIds");
  const auto from = date_member(body, "startDate");
  const auto to = date_member(body, "endDate");
  const auto phrase = text_member(body, "queryPhrase");
  if (users.fault()) return *users.fault();
  for (const auto* date : {&from, &to}) {
    if (date->fault()) return *date->fault();
  }
  if (phrase.fault()) return *phrase.fault();
  return AuditQuery{users.value().value_or(std::vector<std::string>{}), from.value(), to.value(),
                    phrase.value().value_or("")};
}

enum class SortOrder { ascending, descending };

ApiFault unknown_order(std::string_view parameter, const std::string& value, std::string allowed) {
  return {Check::query_is_acceptable,
          RefusalReason::query_value_invalid,
          std::string(parameter) + " in " + allowed,
          value,
          {value, std::string(parameter), std::move(allowed)}};
}

std::variant<SortOrder, ApiFault> read_order(const Query& query) {
  const auto* by = query.value("sortBy");
  if (by != nullptr && *by != "timestamp") return unknown_order("sortBy", *by, "timestamp");
  const auto* order = query.value("sortOrder");
  if (order == nullptr || *order == "descending") return SortOrder::descending;
  if (*order == "ascending") return SortOrder::ascending;
  return unknown_order("sortOrder", *order, "ascending, descending");
}

std::string_view word_of(TrustAudit::Action action) {
  switch (action) {
    case TrustAudit::Action::created:
      return "CREATE";
    case TrustAudit::Action::updated:
      return "UPDATE";
    case TrustAudit::Action::deleted:
      return "DELETE";
    case TrustAudit::Action::added:
      return "MEMBER_ADD";
    case TrustAudit::Action::removed:
      return "MEMBER_REMOVE";
  }
  return "?";
}

/// A trust of `trustor`, and the place of the audit among its audits.
Json audit_entity(const ApiCall& call, const Org& trustor, const Org& trustee, std::size_t number) {
  const auto& audit = trustor.trust_audits[number];
  Json entity{{"id", fmt::format("{}-{}", trustor.id.value, number + 1)},
              {"timestamp", date_time(audit.at)},
              {"action", word_of(audit.action)},
              {"message", audit.what},
              {"trustorOrganization", named_entity(trustor)},
              {"trusteeOrganization", named_entity(trustee)}};
  const auto add_user = [&](const char* member, const Org* org, const UserName& name) {
    if (org == nullptr) return;
    const auto user = org->users.find(name);
    if (user == org->users.end()) return;
    entity[member] = {{"id", user->second.id.value}, {"name", user->second.display_name}};
  };
  if (audit.user) add_user("trusteeUser", &trustee, *audit.user);
  if (audit.by) add_user("user", find_org(call.world, audit.by->org), audit.by->user);
  return entity;
}

bool is_about_one_of(const TrustAudit& audit, const Org& trustee, const std::vector<std::string>& user_ids) {
  if (user_ids.empty()) return true;
  const auto user = audit.user ? trustee.users.find(*audit.user) : trustee.users.end();
  return user != trustee.users.end() && std::ranges::find(user_ids, user->second.id.value) != user_ids.end();
}

bool matches(const TrustAudit& audit, const Org& trustee, const AuditQuery& query) {
  const bool is_in_time = (!query.from || audit.at >= *query.from) && (!query.to || audit.at <= *query.to);
  return is_in_time && audit.what.find(query.phrase) != std::string::npos &&
         is_about_one_of(audit, trustee, query.user_ids);
}

/// Those of `trustor` about its trusts in orgs that `is_asked`, oldest first.
template <class IsAsked>
std::vector<Json> audits_of(const ApiCall& call, const Org& trustor, const AuditQuery& query, const IsAsked& is_asked) {
  std::vector<Json> entities;
  for (std::size_t i = 0; i < trustor.trust_audits.size(); ++i) {
    const auto& audit = trustor.trust_audits[i];
    const auto* trustee = find_org(call.world, audit.trustee);
    if (trustee == nullptr || !is_asked(*trustee) || !matches(audit, *trustee, query)) continue;
    entities.push_back(audit_entity(call, trustor, *trustee, i));
  }
  return entities;
}

ApiOutcome answer(const ApiCall& call, std::vector<Json> audits) {
  const Query query(call.request);
  return with(read_page(query), [&](const PageRequest& page) {
    return with(read_order(query), [&](SortOrder order) -> ApiOutcome {
      if (order == SortOrder::descending) std::ranges::reverse(audits);
      return ApiDone{200, text_of(listing(audits, page, call.request.path())), {}};
    });
  });
}

}  // namespace

ApiOutcome query_trustee_audits(const ApiCall& call) {
  return with(read_body(call, BodyKind::object), [&](const Json& body) {
    return with(read_query(body), [&](const AuditQuery& query) -> ApiOutcome {
      const auto asked = texts_member(body, "trusteeOrganizationIds");
      if (asked.fault()) return *asked.fault();
      const auto& ids = *asked.value();
      const auto is_asked = [&](const Org& trustee) {
        return ids.empty() || std::ranges::find(ids, trustee.id.value) != ids.end();
      };
      return answer(call, audits_of(call, call.org, query, is_asked));
    });
  });
}

ApiOutcome query_trustor_audits(const ApiCall& call) {
  return with(read_body(call, BodyKind::object), [&](const Json& body) {
    return with(read_query(body), [&](const AuditQuery& query) -> ApiOutcome {
      const auto id = text_member(body, "trustorOrganizationId");
      if (id.fault()) return *id.fault();
      const auto* trustor = find_org(call.world, OrgId(*id.value()));
      if (trustor == nullptr) return not_there("an org of that trustorOrganizationId");
      const auto is_own = [&](const Org& trustee) { return trustee.name == call.org.name; };
      return answer(call, audits_of(call, *trustor, query, is_own));
    });
  });
}

}  // namespace gcmock
