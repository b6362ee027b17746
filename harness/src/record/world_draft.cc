#include "record/world_draft.h"

#include <algorithm>
#include <sstream>

namespace gcmock {
namespace {

struct KnownGrant {
  std::string_view grant;
  std::string_view vendors_word;
};
constexpr KnownGrant known_grants[] = {{"refresh_token", "CODE"},
                                       {"authorization_code", "CODE"},
                                       {"client_credentials", "CLIENT-CREDENTIALS"},
                                       {"urn:ietf:params:oauth:grant-type:saml2-bearer", "SAML2-BEARER"},
                                       {"password", "PASSWORD"}};

std::string vendors_word(const std::string& grant) {
  const auto* found = std::ranges::find(known_grants, grant, &KnownGrant::grant);
  return found == std::end(known_grants) ? "CODE" : std::string(found->vendors_word);
}

std::set<std::string> words_in(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

class Drafting {
 public:
  Drafting(const std::vector<Overheard>& traffic, const OrgsOfTraffic& orgs) : traffic_(traffic), orgs_(orgs) {}

  WorldDraft draft() {
    for (std::size_t i = 0; i < traffic_.size(); ++i) {
      if (!orgs_.of[i].empty()) note_client(traffic_[i], orgs_.of[i]);
    }
    for (std::size_t i = 0; i < traffic_.size(); ++i) {
      if (!orgs_.of[i].empty()) note_credentials(traffic_[i], orgs_.of[i]);
    }
    for (const std::string& name : orgs_.in_order) {
      if (lost_its_id(name)) draft_.client_settings[name] = {{"client_id", ""}, {"client_secret", ""}};
    }
    if (draft_.rotation.empty() && is_tried_in_vain()) draft_.rotation = "same_token";
    return std::move(draft_);
  }

 private:
  // Its client asked for tokens, and never said who it is.
  bool lost_its_id(const std::string& name) const {
    bool asked = false;
    for (std::size_t i = 0; i < traffic_.size(); ++i) {
      if (orgs_.of[i] != name || traffic_[i].kind != Overheard::Kind::grant) continue;
      if (!traffic_[i].client_id.empty()) return false;
      asked = true;
    }
    return asked;
  }

  // A refresh token was presented again behind a lost answer, and nobody ever heard that it had been spent.
  bool is_tried_in_vain() const {
    std::map<std::string, std::size_t> lost;
    for (const Overheard& heard : traffic_) {
      if (heard.grant != "refresh_token") continue;
      if (heard.exchange->came != AnswerPart::none) return false;
      ++lost[heard.presented];
    }
    return std::ranges::any_of(lost, [](const auto& entry) { return entry.second > 1; });
  }

  void note_client(const Overheard& heard, const std::string& name) {
    DraftOrg& org = draft_.orgs[name];
    if (!heard.org_id.empty()) org.id = heard.org_id;
    if (!heard.user_id.empty()) org.user_id = heard.user_id;
    if (heard.path.ends_with("/api/v2/oauth/token")) draft_.dialect = "reported";
    if (heard.kind == Overheard::Kind::call || heard.client_id.empty()) return;
    if (org.client_under_test.empty()) org.client_under_test = heard.client_id;
    DraftClient& client = org.clients[heard.client_id];
    client.grants.insert(vendors_word(heard.grant));
    client.scopes.merge(words_in(heard.scope));
    if (const std::string uri = field_of(heard.fields, "redirect_uri"); !uri.empty()) client.redirect_uris.insert(uri);
    if (heard.expires_in && !client.access_token_lifetime) client.access_token_lifetime = heard.expires_in;
    if (!heard.secret.empty()) {
      client.has_secret = true;
      draft_.first_secrets.try_emplace(name, heard.secret);
    }
    if (heard.grant == "refresh_token" && !heard.access_token.empty()) note_rotation(heard);
  }

  void note_rotation(const Overheard& heard) {
    if (heard.refresh_token.empty())
      draft_.rotation = "none_returned";
    else
      draft_.rotation = heard.refresh_token == heard.presented ? "same_token" : "rotate";
  }

  // What was presented and never issued while somebody listened, was there before.
  void note_credentials(const Overheard& heard, const std::string& name) {
    DraftOrg& org = draft_.orgs[name];
    if (!heard.bearer.empty()) note(org.access_tokens, heard.bearer, name, "access", org);
    if (heard.grant == "refresh_token" && !heard.presented.empty())
      note(org.refresh_tokens, heard.presented, name, "refresh", org);
    if (heard.grant == "authorization_code" && !heard.presented.empty()) {
      if (DraftToken* code = note(org.codes, heard.presented, name, "code", org))
        code->redirect_uri = field_of(heard.fields, "redirect_uri");
    }
    if (heard.grant.ends_with("saml2-bearer") && !heard.presented.empty())
      note(org.saml_assertions, heard.presented, name, "assertion", org);
    for (const std::string& issued : {heard.access_token, heard.refresh_token, heard.code}) issued_.insert(issued);
  }

  DraftToken* note(std::map<std::string, DraftToken>& tokens, const std::string& value, const std::string& org_name,
                   const std::string& kind, DraftOrg& org) {
    if (issued_.contains(value) || draft_.names.contains(value)) return nullptr;
    if (org.client_under_test.empty()) {  // nobody said who the client is
      org.client_under_test = "recorded_client";
      org.clients["recorded_client"] = {{"CODE"}, true, {}, {}, {}};
    }
    const std::string name = tokens.empty() ? "main" : "other_" + std::to_string(tokens.size());
    draft_.names[value] = org_name + "/" + kind + "-" + name;
    return &(tokens[name] = {org.client_under_test, "", ""});
  }

  const std::vector<Overheard>& traffic_;
  const OrgsOfTraffic& orgs_;
  WorldDraft draft_;
  std::set<std::string> issued_;
};

}  // namespace

WorldDraft draft_of(const std::vector<Overheard>& traffic, const OrgsOfTraffic& orgs) {
  return Drafting(traffic, orgs).draft();
}

}  // namespace gcmock
