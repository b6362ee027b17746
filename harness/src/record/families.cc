#include "record/families.h"

#include <algorithm>
#include <set>

namespace gcmock {
namespace {

class Families {
 public:
  std::string root(const std::string& member) {
    auto found = above_.try_emplace(member, member).first;
    if (found->second == member) return member;
    return found->second = root(found->second);
  }

  void unite(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return;
    above_[root(one)] = root(other);
  }

  /// Do they tell of two orgs or users?
  bool contradict(const std::string& one, const std::string& other) {
    const auto told_by = [&](const std::string& member) {
      std::map<char, std::set<std::string>> told;
      for (const auto& entry : above_) {
        const bool is_identity = entry.first.starts_with("o:") || entry.first.starts_with("u:");
        if (is_identity && root(entry.first) == root(member)) told[entry.first.front()].insert(entry.first);
      }
      return told;
    };
    auto of_one = told_by(one);
    auto of_other = told_by(other);
    return std::ranges::any_of(of_one, [&](const auto& told) {
      const auto& others = of_other[told.first];
      return !others.empty() && others != told.second;
    });
  }

 private:
  std::map<std::string, std::string> above_;
};

std::string token(const std::string& value) {
  return value.empty() ? "" : "t:" + value;
}

// What an exchange is a part of, before anything is known of others.
std::string member_of(const Overheard& heard) {
  if (!heard.bearer.empty()) return token(heard.bearer);
  if (!heard.presented.empty()) return token(heard.presented);
  if (!heard.code.empty()) return token(heard.code);
  if (heard.grant == "client_credentials" && !heard.client_id.empty()) return "c:" + heard.client_id;
  return "";
}

void unite_what_is_said(const Overheard& heard, Families& families) {
  const std::string self = member_of(heard);
  for (const std::string& issued : {heard.access_token, heard.refresh_token, heard.code})
    families.unite(self, token(issued));
  if (!heard.org_id.empty()) families.unite(self, "o:" + heard.org_id);
  if (!heard.user_id.empty()) families.unite(self, "u:" + heard.user_id);
}

/// A call that met 401, a grant, and the same call with what the grant gave: one client was at work. Where the grant
/// was refused nothing follows, and it is taken for the renewal of the last call that met 401.
void unite_renewals(const std::vector<Overheard>& traffic, Families& families) {
  std::vector<const Overheard*> refused;
  std::map<std::string, const Overheard*> issued_by;
  const auto settle = [&](auto is_it, const Overheard& with) {
    const auto found = std::find_if(refused.rbegin(), refused.rend(), is_it);
    if (found == refused.rend()) return;
    families.unite(member_of(**found), member_of(with));
    refused.erase(std::next(found).base());
  };
  std::set<std::string> presented;
  for (const Overheard& heard : traffic) {
    if (!heard.access_token.empty()) issued_by[heard.access_token] = &heard;
    if (heard.kind == Overheard::Kind::call) {
      settle(
          [&](const Overheard* one) {
            const auto issued = issued_by.find(heard.bearer);
            return issued != issued_by.end() && one < issued->second &&
                   one->exchange->method == heard.exchange->method && one->exchange->target == heard.exchange->target &&
                   !families.contradict(member_of(*one), member_of(heard));
          },
          heard);
      if (heard.exchange->status == 401 && !heard.bearer.empty()) refused.push_back(&heard);
    } else if (heard.kind == Overheard::Kind::grant && heard.exchange->status != 200 &&
               (heard.grant == "refresh_token" || heard.grant == "client_credentials") &&
               presented.insert(member_of(heard)).second) {
      settle([&](const Overheard* one) { return !families.contradict(member_of(*one), member_of(heard)); }, heard);
    }
  }
}

}  // namespace

OrgsOfTraffic orgs_of(const std::vector<Overheard>& traffic, const std::vector<std::string>& names) {
  Families families;
  for (const Overheard& heard : traffic) unite_what_is_said(heard, families);
  unite_renewals(traffic, families);

  OrgsOfTraffic orgs;
  std::map<std::string, std::string> by_root;
  for (const Overheard& heard : traffic) {
    const std::string member = member_of(heard);
    if (member.empty()) {
      orgs.of.emplace_back();
      continue;
    }
    const auto [place, is_new] = by_root.try_emplace(families.root(member));
    if (is_new) {
      const std::size_t number = orgs.in_order.size();
      place->second = number < names.size() ? names[number] : "org" + std::to_string(number + 1);
      orgs.in_order.push_back(place->second);
    }
    orgs.of.push_back(place->second);
  }
  return orgs;
}

}  // namespace gcmock
