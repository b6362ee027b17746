#include "record/remedies.h"

#include <algorithm>
#include <string_view>

#include "gcmock/domain/refusal.h"
#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

using nlohmann::ordered_json;

class Remedies {
 public:
  Remedies(const Deviation& deviation, const Replay& replay, const SeenCredentials& credentials)
      : index_(deviation.index),
        journal_(deviation.journal),
        exchange_(deviation.journal[deviation.index]),
        heard_(replay.traffic()[deviation.index]),
        org_(replay.orgs().of[deviation.index]),
        replay_(replay),
        credentials_(credentials) {}

  std::vector<Remedy> all() {
    if (heard_.exchange->came != AnswerPart::all) add_loss();
    if (heard_.exchange->came == AnswerPart::none) return std::move(remedies_);
    if (heard_.spoilt != SpoiltGrant::no) add_spoiling();
    if (!org_.empty() && heard_.kind == Overheard::Kind::grant) add_causes_of_grant();
    if (!org_.empty() && heard_.kind == Overheard::Kind::call) add_causes_of_call();
    if (heard_.exchange->came == AnswerPart::head) lose_what_was_added();
    add_refusals();
    add_recorded_answer();
    return std::move(remedies_);
  }

 private:
  void add(Remedy remedy) { remedies_.push_back(std::move(remedy)); }

  // No step stands between a call that met 401 and the grant that it then asks for: what happens, happens before both,
  // where that is as good.
  void add_event(const ordered_json& event) {
    const std::size_t before_all = begin_of_renewal();
    if (before_all != index_) add_event(event, before_all);
    add_event(event, index_);
  }

  void add_event(const ordered_json& event, std::size_t after) {
    add([event, after](WorldDraft& draft) {
      const auto place = std::ranges::upper_bound(draft.happenings, after, std::ranges::less{}, &Happening::after);
      draft.happenings.insert(place, {after, EventText{event.dump()}});
    });
  }

  // The first of the calls that met 401 and are renewed by this grant; what is no grant begins with itself.
  [[nodiscard]] std::size_t begin_of_renewal() const {
    std::size_t begin = index_;
    if (heard_.kind != Overheard::Kind::grant) return begin;
    for (std::size_t i = index_; i-- > 0;) {
      const Overheard& one = replay_.traffic()[i];
      if (replay_.orgs().of[i] != org_) continue;
      if (one.kind != Overheard::Kind::call || one.exchange->status != 401) break;
      begin = i;
    }
    return begin;
  }

  [[nodiscard]] std::string label_of(CredentialKind kind) const {
    const Fingerprint* presented = exchange_.presented(kind);
    return presented == nullptr || !presented->org ? "" : presented->label;
  }

  // None of the org's token requests was granted.
  [[nodiscard]] bool was_never_granted() const {
    for (std::size_t i = 0; i < replay_.traffic().size(); ++i) {
      const Overheard& one = replay_.traffic()[i];
      if (replay_.orgs().of[i] == org_ && one.kind == Overheard::Kind::grant && one.exchange->status == 200)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool is_client_of_others() const {
    for (std::size_t i = 0; i < replay_.traffic().size(); ++i) {
      const Overheard& one = replay_.traffic()[i];
      if (replay_.orgs().of[i] != org_ && one.client_id == heard_.client_id && one.exchange->status == 200) return true;
    }
    return false;
  }

  void add_causes_of_grant() {
    const int status = heard_.exchange->status;
    if (status == 200) {
      add([](WorldDraft& draft) { draft.grace_window = "1h"; });
      return;
    }
    const bool is_about_client = heard_.error == "invalid_client" || (heard_.error.empty() && status == 403);
    if (is_about_client && was_never_granted()) {
      if (is_client_of_others() && status == 403) {
        add([org = org_, client = heard_.client_id](WorldDraft& draft) {
          draft.world_changes["orgs"][org]["clients"][client] = nullptr;
        });
      }
      add([org = org_](WorldDraft& draft) { draft.client_settings[org]["client_secret"] = "not-the-secret"; });
    }
    if (heard_.error == "invalid_client" || heard_.error == "unauthorized_client") {
      add_event({{"set_client_state", {{"org", org_}, {"client", heard_.client_id}, {"state", "inactive"}}}});
      add_event({{"rotate_secret", {{"org", org_}, {"client", heard_.client_id}}}});
    }
    if (heard_.error == "invalid_grant") {
      if (const std::string token = label_of(CredentialKind::refresh_token); !token.empty())
        add_event({{"revoke_token", {{"token", token}}}});
    }
  }

  // A call that met 401, its grant, and the call again are one step: nothing happens between them, and only a rule can
  // refuse the token that was just issued.
  [[nodiscard]] bool is_asked_again_behind_renewal() const {
    std::vector<const Overheard*> before;
    for (std::size_t i = index_; i-- > 0 && before.size() < 2;) {
      if (replay_.orgs().of[i] == org_) before.push_back(&replay_.traffic()[i]);
    }
    return before.size() == 2 && before[0]->access_token == heard_.bearer && before[1]->kind == Overheard::Kind::call &&
           before[1]->exchange->status == 401;
  }

  void add_causes_of_call() {
    const std::string token = label_of(CredentialKind::access_token);
    if (heard_.exchange->status == 401 && !token.empty() && !is_asked_again_behind_renewal()) {
      if (is_initial_at_first_use())
        add([org = org_, bearer = heard_.bearer](WorldDraft& draft) {
          initial_token(draft, org, bearer).expires_in = "-1h";
        });
      add_event({{"expire_token", {{"token", token}}}});
      add_event({{"revoke_token", {{"token", token}}}});
    }
    const Operation* operation = find_operation(exchange_.endpoint, heard_.exchange->method);
    if (heard_.exchange->status < 300 && exchange_.status == 403 && operation != nullptr)
      add([org = org_, operation](WorldDraft& draft) { allow(draft.orgs.at(org), *operation); });
  }

  [[nodiscard]] bool is_initial_at_first_use() const {
    const auto& traffic = replay_.traffic();
    return std::none_of(
        traffic.begin(), traffic.begin() + static_cast<std::ptrdiff_t>(index_),
        [&](const Overheard& one) { return one.bearer == heard_.bearer || one.access_token == heard_.bearer; });
  }

  static DraftToken& initial_token(WorldDraft& draft, const std::string& org, const std::string& bearer) {
    const std::string& name = draft.names.at(bearer);
    return draft.orgs.at(org).access_tokens.at(name.substr(name.find("/access-") + 8));
  }

  // The scopes and permissions of what was allowed.
  static void allow(DraftOrg& org, const Operation& operation) {
    for (const std::string_view permission : words_of(operation.permissions)) org.permissions.emplace(permission);
    const auto scopes = words_of(operation.scopes);
    if (scopes.empty()) return;
    for (auto& [id, client] : org.clients) client.scopes.emplace(scopes.front());
  }

  // The rule that speaks to this request alone.
  [[nodiscard]] ordered_json rule(ordered_json action, Stage stage) const {
    const auto is_alike = [this](const Exchange& one) {
      return one.endpoint == exchange_.endpoint && (!exchange_.subject.org || one.subject.org == exchange_.subject.org);
    };
    const auto end = journal_.begin() + static_cast<std::ptrdiff_t>(index_) + 1;
    ordered_json when = {{"endpoint", std::string(to_string(exchange_.endpoint))}};
    if (exchange_.subject.org) when["org"] = exchange_.subject.org->value;
    when["nth"] = std::count_if(journal_.begin(), end, is_alike);
    return {{"when", std::move(when)}, {"stage", std::string(to_string(stage))}, {"do", std::move(action)}};
  }

  void add_rule(ordered_json action) {
    if (heard_.exchange->came == AnswerPart::head) action = {std::move(action), cut()};
    add([rule = rule(std::move(action), Stage::instead_of_ruling)](WorldDraft& draft) { draft.rules.push_back(rule); });
  }

  [[nodiscard]] ordered_json cut() const {
    return {{"cut", heard_.exchange->came == AnswerPart::head ? "inside_body" : "before_headers"}};
  }

  // Taken to be lost on its way back, unless the traffic says otherwise, and to be allowed.
  void add_loss() {
    const bool may_be_allowed = heard_.exchange->came == AnswerPart::none && !org_.empty();
    const Operation* operation = may_be_allowed ? find_operation(exchange_.endpoint, heard_.exchange->method) : nullptr;
    add([rule = rule(cut(), stage_of_loss()), org = org_, operation](WorldDraft& draft) {
      if (operation != nullptr) allow(draft.orgs.at(org), *operation);
      draft.rules.push_back(rule);
    });
  }

  [[nodiscard]] ordered_json spoiling() const {
    switch (heard_.spoilt) {
      case SpoiltGrant::no:
        break;
      case SpoiltGrant::is_empty:
        return {{"replace_body", "empty"}};
      case SpoiltGrant::is_a_page:
        return {{"replace_body", "html"}};
      case SpoiltGrant::is_cut_short:
        return {{"truncate_body", 10}};
      case SpoiltGrant::has_no_token:
        return {{"omit", ordered_json::array({"access_token"})}};
      case SpoiltGrant::has_another_type:
        return {{"set", {{"token_type", "another"}}}};
    }
    return nullptr;
  }

  void add_spoiling() {
    add([rule = rule(spoiling(), Stage::after_settling)](WorldDraft& draft) { draft.rules.push_back(rule); });
  }

  // What was answered must be explained, and its loss besides.
  void lose_what_was_added() {
    for (std::size_t i = 1; i < remedies_.size(); ++i) {
      remedies_[i] = [explain = remedies_[i], lose = remedies_.front()](WorldDraft& draft) {
        explain(draft);
        lose(draft);
      };
    }
  }

  /// A request had no effect where its credential could be used later, and was spent by that. Anything else would be
  /// seen in the same way had it been settled, and that is the case which troubles clients.
  [[nodiscard]] Stage stage_of_loss() const {
    if (heard_.exchange->came == AnswerPart::head || heard_.presented.empty()) return Stage::after_settling;
    const auto& traffic = replay_.traffic();
    const auto again = std::find_if(
        traffic.begin() + static_cast<std::ptrdiff_t>(index_) + 1, traffic.end(), [this](const Overheard& later) {
          return later.presented == heard_.presented && later.exchange->came != AnswerPart::none;
        });
    const bool was_spent_then = again != traffic.end() && again->exchange->status == 200 &&
                                (heard_.grant != "refresh_token" ||
                                 (!again->refresh_token.empty() && again->refresh_token != heard_.presented));
    return was_spent_then ? Stage::instead_of_ruling : Stage::after_settling;
  }

  void add_refusals() {
    if (heard_.exchange->status < 400 || heard_.exchange->status >= 500) return;  // trouble is no refusal
    const std::string wait = header_of(heard_.exchange->answer_headers, "Retry-After");
    const bool is_number = !wait.empty() && wait.size() < 9 &&
                           std::ranges::all_of(wait, [](unsigned char c) { return c >= '0' && c <= '9'; });
    for (const RefusalReason reason : all_refusal_reasons()) {
      if (heard_.kind != Overheard::Kind::call && is_fault_of_operation(reason)) continue;
      ordered_json action = {{"refuse", std::string(to_string(reason))}};
      if (is_number) action["retry_after"] = wait + "s";
      add_rule(std::move(action));
    }
  }

  // A grant cannot be answered so: what it gave must not be written.
  void add_recorded_answer() {
    const bool is_answer_to_grant = heard_.kind == Overheard::Kind::grant && heard_.exchange->status < 300;
    const bool is_granted = is_answer_to_grant || !heard_.code.empty();
    if (is_granted || heard_.exchange->status < 200) return;
    ordered_json answer = {{"status", heard_.exchange->status}};
    for (const char* name : {"Content-Type", "Retry-After"}) {
      const std::string value = header_of(heard_.exchange->answer_headers, name);
      if (!value.empty()) answer["headers"][name] = credentials_.redacted(value);
    }
    answer["body"] = credentials_.redacted_body(heard_.exchange->answer_body);
    add_rule({{"respond", std::move(answer)}});
  }

  const std::size_t index_;
  const std::vector<Exchange>& journal_;
  const Exchange& exchange_;
  const Overheard& heard_;
  const std::string& org_;
  const Replay& replay_;
  const SeenCredentials& credentials_;
  std::vector<Remedy> remedies_;
};

}  // namespace

std::vector<Remedy> remedies_for(const Deviation& deviation, const Replay& replay, const SeenCredentials& credentials) {
  return Remedies(deviation, replay, credentials).all();
}

}  // namespace gcmock
