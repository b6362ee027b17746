// The engine: the one lock, the order of an atomic step, and the journal of it.
#include "engine/engine.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <utility>

#include "engine/actions.h"
#include "engine/body_fields.h"
#include "engine/credentials.h"
#include "engine/gates.h"
#include "engine/ledger_entries.h"
#include "engine/question.h"
#include "engine/redacted_request.h"
#include "engine/reply.h"
#include "gcmock/journal/kept_body.h"
#include "journal/journal.h"
#include "script/rule_chooser.h"
#include "wire/answers.h"
#include "wire/request_contract.h"

namespace gcmock {
namespace {

// Cut at a character: half of one is no UTF-8.
void shorten(std::string& text) {
  if (text.size() <= longest_kept_body) return;
  std::size_t end = longest_kept_body;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
}

// A refusal's words may repeat what the client sent: a secret in the place of its id.
void hide_credentials(Exchange& exchange, const Credentials& credentials) {
  const Subject judged = exchange.subject;
  const auto hide = [&](std::string& text) {
    if (!text.empty()) text = credentials.redact(text, judged);
  };
  for (auto& step : exchange.trail) {
    hide(step.expected);
    hide(step.found);
  }
  hide(exchange.answer_body);
  for (auto& scope : exchange.requested_scope) hide(scope.value);
  if (!exchange.subject.client) return;
  if (const auto credential = credentials.find(exchange.subject.client->value, judged)) {
    exchange.subject.client = ClientId(shown(*credential));
  }
}

// The name of a query parameter may be a token that slipped into its place.
void hide_in(std::vector<std::string>& texts, const Subject& judged, const Credentials& credentials) {
  for (auto& text : texts) text = credentials.redact(text, judged);
}

Persistence persistence_of(const HttpRequest& request, const HttpAnswer& answer) {
  for (const auto& [name, value] : answer.headers) {
    if (same_name(name, "Connection") && same_name(value, "close")) return Persistence::close;
  }
  return request.keep_alive ? Persistence::keep_alive : Persistence::close;
}

}  // namespace

class Engine::Impl {
 public:
  Impl(World world, Script script, EngineOptions options, MovableClock& clock, IdSource& ids,
       std::chrono::steady_clock::time_point started)
      : routes_{world.dialect, std::move(options.login_prefix), std::move(options.api_prefix), world.region},
        scopes_judged_at_(world.scopes_judged_at),
        clock_(clock),
        ids_(ids),
        started_(started),
        correlation_prefix_(ids.uuid().substr(0, 24)),
        chance_(options.seed),
        world_(std::move(world)),
        ledger_(world_),
        credentials_(world_, ledger_),
        chooser_(std::move(script), options.seed),
        asks_for_fields_(
            std::ranges::any_of(chooser_.rules(), [](const Rule& rule) { return !rule.when.fields.empty(); })) {
    for (const auto& rule : chooser_.rules()) words_.push_back(describe(rule));
  }

  Delivery handle(HttpRequest request) {
    auto question = read_question(request, routes_, scopes_judged_at_);
    auto findings = contract_findings(request, question.route);
    const std::lock_guard lock(mutex_);
    const auto now = clock_.now();
    const auto seq = journal_.next_seq();
    const auto correlation_id = correlation_of(seq);
    auto subject = identify(world_, ledger_, question);
    const auto fields = fields_of(question, request);
    const Subject identified = subject;
    const Asked asked{question.route.endpoint, grant_of(question), identified, request.method,
                      request.path(),          &request.headers,   &fields,    now - world_.starts_at};
    const auto chosen = chooser_.choose(asked);
    const Rule* rule = chosen ? &chooser_.rule(*chosen) : nullptr;

    auto reply = reply_to(question, request, rule, now, correlation_id, std::move(subject));
    auto planned = plan(request, reply);
    planned.delivery.seq = seq;
    if (rule != nullptr) shape(rule->actions, planned.delivery, planned.head_size, chance_of(*chosen));

    chooser_.note({asked, reply.made == Reply::Made::answered ? reply.answer.status : 0, reply.refusal});
    auto exchange = record(question, std::move(reply), now);
    exchange.contract_findings = std::move(findings);
    count_usage(question.route, exchange);
    if (rule != nullptr) exchange.rule = RuleSpoke{*chosen, rule->stage, words_[*chosen], rule->place};
    if (rule != nullptr) hold_back(planned.delivery, request.connection, *chosen);
    append(std::move(exchange), std::move(request), std::move(question));
    tell();
    return std::move(planned.delivery);
  }

  Delivery handle(const MalformedRequest& request) {
    const std::lock_guard lock(mutex_);
    const auto answer = encode_error(request.status, request.what, correlation_of(journal_.next_seq()));
    Exchange exchange;
    exchange.at = clock_.now();
    exchange.connection = request.connection;
    exchange.arrived = request.arrived;
    exchange.decided = since_start();
    exchange.status = request.status;
    exchange.refusal = RefusalReason::malformed_request;
    exchange.error_code = "bad.request";
    exchange.answer_headers = answer.headers;
    exchange.answer_body = answer.body;
    exchange.trail.push_back({Check::request_is_well_formed, Finding::failed, {}, request.what});
    Delivery delivery;
    delivery.seq = journal_.next_seq();
    delivery.bytes = serialise(answer, BodyBytes::sent, Persistence::close).bytes;
    delivery.after = Persistence::close;
    journal_.append(std::move(exchange));
    tell();
    return delivery;
  }

  void change(const WorldChange& change) {
    const std::lock_guard lock(mutex_);
    changes_.push_back({journal_.size(), make({world_, ledger_, credentials_, ids_, usage_}, change, clock_.now())});
    tell();
  }
  std::vector<ChangeBetween> changes() const {
    const std::lock_guard lock(mutex_);
    return changes_;
  }

  void delivered(std::uint64_t seq, const DeliveryReport& report) {
    const std::lock_guard lock(mutex_);
    journal_.record_delivery(seq, report);
    gates_.done(seq);
    ring();
    tell();
    if (journal_.pending() == 0) all_delivered_.notify_all();
  }

  void note_bad_certificate(std::uint64_t connection, std::string_view kind) {
    const std::lock_guard lock(mutex_);
    bad_certificates_[connection] = kind;
  }

  void set_bell(Handler::Bell bell) {
    const std::lock_guard lock(mutex_);
    bell_ = std::move(bell);
  }
  std::optional<std::chrono::milliseconds> time_to_hold(std::uint64_t seq) {
    const std::lock_guard lock(mutex_);
    const auto left = gates_.time_left(seq, std::chrono::steady_clock::now());
    ring();
    return left;
  }

  bool wait_until_delivered(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    return all_delivered_.wait_for(lock, at_most, [&] { return journal_.pending() == 0; });
  }

  std::vector<Exchange> journal() const {
    const std::lock_guard lock(mutex_);
    return journal_.all();
  }
  std::vector<Exchange> journal_after(std::uint64_t seq, std::size_t at_most) const {
    const std::lock_guard lock(mutex_);
    return journal_.after(seq, at_most);
  }
  World world() const {
    const std::lock_guard lock(mutex_);
    return world_;
  }
  void when_something_happens(std::function<void()> told) {
    const std::lock_guard lock(mutex_);
    told_ = std::move(told);
  }
  std::size_t journal_size() const {
    const std::lock_guard lock(mutex_);
    return journal_.size();
  }
  std::vector<LedgerEntry> ledger() const {
    const std::lock_guard lock(mutex_);
    return entries_of(ledger_, clock_.now());
  }
  std::vector<std::size_t> rules_fired() const {
    const std::lock_guard lock(mutex_);
    return chooser_.fired();
  }
  std::string redact(const std::string& text) const {
    const std::lock_guard lock(mutex_);
    return credentials_.redact(text, {});
  }
  std::vector<FoundCredential> find_credentials(const std::string& text) const {
    const std::lock_guard lock(mutex_);
    return credentials_.find_all(text, {});
  }

 private:
  void hold_back(Delivery& delivery, std::uint64_t connection, std::size_t rule) {
    for (const auto& action : chooser_.rule(rule).actions) {
      const auto* gate = std::get_if<Gate>(&action);
      if (gate == nullptr) continue;
      const auto name = gate->name.empty() ? "rule " + std::to_string(rule) : "gate " + gate->name;
      delivery.held = HeldBack{gate->quiet};
      gates_.arrive({delivery.seq, connection}, name, *gate, chance_of(rule), std::chrono::steady_clock::now());
      return ring();
    }
  }

  void tell() const {
    if (told_) told_();
  }

  void ring() {
    for (const auto connection : gates_.take_released()) {
      if (bell_) bell_(connection);
    }
  }

  // Of a form; of a JSON object where a rule asks for them.
  NamedTexts fields_of(const Question& question, const HttpRequest& request) const {
    if (!asks_for_fields_) return {};
    return question.token ? question.token->fields : texts_of_json_object(request.body);
  }

  static ReadCredentials what_was_read(Question question) {
    if (question.authorization) return {std::move(question.authorization->fields), std::nullopt};
    if (!question.token) return {};
    ReadCredentials read{std::move(question.token->fields), std::nullopt};
    if (question.token->client.method == ClientAuthMethod::basic) {
      read.basic_secret = std::move(question.token->client.secret);
    }
    return read;
  }

  std::chrono::nanoseconds since_start() const { return std::chrono::steady_clock::now() - started_; }

  // A UUID whose last twelve digits are the number of the exchange: it can be found in the journal by it.
  std::string correlation_of(std::uint64_t seq) const {
    auto id = correlation_prefix_ + "000000000000";
    for (auto digit = id.rbegin(); seq > 0 && *digit != '-'; ++digit, seq /= 10) {
      *digit = static_cast<char>('0' + seq % 10);
    }
    return id;
  }

  Reply reply_to(const Question& question, const HttpRequest& request, const Rule* rule, Instant now,
                 std::string_view correlation_id, Subject subject) {
    const auto instead =
        rule != nullptr && rule->stage == Stage::instead_of_ruling ? instead_of_ruling(rule->actions) : Instead::edits;
    Reply reply;
    if (instead == Instead::edits) {
      reply = gcmock::rule({world_, ledger_, credentials_, ids_, usage_}, question, request, now, correlation_id);
      // A request that was refused before anyone asked whom it concerns still concerns someone.
      if (reply.subject == Subject{}) reply.subject = std::move(subject);
    } else {
      reply.subject = std::move(subject);
      if (instead == Instead::loses) reply.made = Reply::Made::lost;
    }
    if (reply.made == Reply::Made::lost) reply.author = Author::script;
    if (rule != nullptr && reply.made == Reply::Made::answered) {
      const auto policys = reply.answer;
      apply(rule->actions, {reply, world_, question, credentials_, correlation_id, now});
      if (reply.answer != policys) reply.author = Author::script;
    }
    if (rule != nullptr) make_changes(rule->actions, reply, now);
    return reply;
  }

  void make_changes(const std::vector<Action>& actions, Reply& reply, Instant now) {
    for (const auto& action : actions) {
      if (const auto* event = std::get_if<WorldEvent>(&action)) {
        reply.changes.push_back(make({world_, ledger_, credentials_, ids_, usage_}, event->change, now));
      }
      if (const auto* advance = std::get_if<AdvanceClock>(&action)) {
        clock_.advance(advance->by);
        reply.changes.push_back({"", "domain time went on by " + std::to_string(advance->by.count()) + " ms"});
      }
    }
  }

  // Of this time that the rule speaks: it draws the same in every run, whatever other rules do meanwhile.
  [[nodiscard]] Chance chance_of(std::size_t rule) const { return chance_.of(rule).of(chooser_.fired()[rule]); }

  struct Planned {
    Delivery delivery;
    std::size_t head_size = 0;
  };

  static Planned plan(const HttpRequest& request, const Reply& reply) {
    Planned planned;
    planned.delivery.after = persistence_of(request, reply.answer);
    if (reply.made == Reply::Made::lost) return planned;
    const auto body = request.method == "HEAD" ? BodyBytes::left_out : BodyBytes::sent;
    auto serialised = serialise(reply.answer, body, planned.delivery.after);
    planned.delivery.bytes = std::move(serialised.bytes);
    planned.head_size = serialised.head_size;
    return planned;
  }

  // A redirect carries a code or token in its address.
  void hide_in_addresses(Headers& headers, const Subject& judged) const {
    for (auto& [name, value] : headers) {
      if (same_name(name, "Location")) value = credentials_.redact(value, judged);
    }
  }

  // Of answers as they were given, a rule's too: that is what the client has used.
  void count_usage(const Route& route, const Exchange& exchange) {
    const auto& subject = exchange.subject;
    if (route.operation == nullptr || exchange.status == 0 || !subject.org || !subject.client) return;
    usage_.count({exchange.at, route.operation->path, route.operation->method, *subject.org, *subject.client,
                  subject.user, exchange.status});
  }

  Exchange record(const Question& question, Reply reply, Instant now) const {
    Exchange exchange;
    exchange.at = now;
    exchange.endpoint = question.route.endpoint;
    exchange.host = question.route.host;
    exchange.grant = grant_of(question);
    if (question.authorization) exchange.requested_scope = question.authorization->request.scope;
    if (question.token) {
      exchange.client_auth = question.token->client.method;
      exchange.requested_scope = question.token->scope;
    }
    if (reply.made == Reply::Made::answered) exchange.status = reply.answer.status;
    exchange.answer_has_refresh_token = reply.has_refresh_token && question.route.endpoint == Endpoint::token;
    exchange.author = reply.author;
    exchange.subject = std::move(reply.subject);
    exchange.refusal = reply.refusal;
    exchange.error_code = std::move(reply.error_code);
    exchange.retry_after = reply.retry_after;
    exchange.answer_headers = std::move(reply.answer.headers);
    hide_in_addresses(exchange.answer_headers, exchange.subject);
    exchange.answer_body = std::move(reply.shown_body);
    exchange.changes = std::move(reply.changes);
    if (!exchange.changes.empty()) exchange.answer_body = credentials_.redact(exchange.answer_body, exchange.subject);
    shorten(exchange.answer_body);
    exchange.issued = std::move(reply.issued);
    exchange.trail = std::move(reply.trail);
    return exchange;
  }

  void append(Exchange exchange, HttpRequest request, Question question) {
    exchange.connection = request.connection;
    exchange.arrived = request.arrived;
    exchange.method = request.method;
    if (const auto shown = bad_certificates_.find(request.connection); shown != bad_certificates_.end()) {
      exchange.bad_certificate = shown->second;
    }
    auto redacted =
        gcmock::redact(std::move(request), what_was_read(std::move(question)), exchange.subject, credentials_);
    exchange.path = std::move(redacted.path);
    exchange.query = std::move(redacted.query);
    exchange.request_headers = std::move(redacted.headers);
    exchange.request_fields = std::move(redacted.fields);
    // What a token request of another form carries is the credentials above all: seen is enough.
    if (exchange.endpoint != Endpoint::token) exchange.request_body = std::move(redacted.body);
    shorten(exchange.request_body);
    exchange.sightings = std::move(redacted.sightings);
    exchange.basic_form = redacted.basic_form;
    hide_in(exchange.contract_findings, exchange.subject, credentials_);
    if (exchange.refusal || exchange.rule) hide_credentials(exchange, credentials_);
    exchange.decided = since_start();
    journal_.append(std::move(exchange));
  }

  const RouteOptions routes_;
  const JudgedAt scopes_judged_at_;
  MovableClock& clock_;
  IdSource& ids_;
  const std::chrono::steady_clock::time_point started_;
  const std::string correlation_prefix_;
  const Chance chance_;
  std::vector<std::string> words_;  // of each rule

  mutable std::mutex mutex_;  // guards all below
  std::condition_variable all_delivered_;
  World world_;
  Ledger ledger_;
  Usage usage_;
  Credentials credentials_;
  RuleChooser chooser_;
  const bool asks_for_fields_;
  Journal journal_;
  std::vector<ChangeBetween> changes_;
  std::map<std::uint64_t, std::string> bad_certificates_;  // by connection
  Gates gates_;
  Handler::Bell bell_;
  std::function<void()> told_;
};

Engine::Engine(World world, Script script, EngineOptions options, MovableClock& clock, IdSource& ids,
               std::chrono::steady_clock::time_point started)
    : impl_(std::make_unique<Impl>(std::move(world), std::move(script), std::move(options), clock, ids, started)) {}

Engine::~Engine() = default;

Delivery Engine::handle(HttpRequest request) {
  try {
    return impl_->handle(std::move(request));
  } catch (const std::exception&) {
    // Its text may hold anything: it is not told.
    Delivery delivery;
    delivery.bytes =
        serialise(encode_error(500, "gcmock failed to answer", ""), BodyBytes::sent, Persistence::close).bytes;
    delivery.after = Persistence::close;
    return delivery;
  }
}

Delivery Engine::handle(const MalformedRequest& request) {
  return impl_->handle(request);
}
void Engine::delivered(std::uint64_t seq, const DeliveryReport& report) {
  impl_->delivered(seq, report);
}
void Engine::note_bad_certificate(std::uint64_t connection, std::string_view kind) {
  impl_->note_bad_certificate(connection, kind);
}
void Engine::set_bell(Bell bell) {
  impl_->set_bell(std::move(bell));
}
std::optional<std::chrono::milliseconds> Engine::time_to_hold(std::uint64_t seq) {
  return impl_->time_to_hold(seq);
}
void Engine::change(const WorldChange& change) {
  impl_->change(change);
}
std::vector<ChangeBetween> Engine::changes() const {
  return impl_->changes();
}
std::vector<Exchange> Engine::journal() const {
  return impl_->journal();
}
std::vector<Exchange> Engine::journal_after(std::uint64_t seq, std::size_t at_most) const {
  return impl_->journal_after(seq, at_most);
}
World Engine::world() const {
  return impl_->world();
}
void Engine::when_something_happens(std::function<void()> told) {
  impl_->when_something_happens(std::move(told));
}
std::size_t Engine::journal_size() const {
  return impl_->journal_size();
}
std::vector<LedgerEntry> Engine::ledger() const {
  return impl_->ledger();
}
std::vector<std::size_t> Engine::rules_fired() const {
  return impl_->rules_fired();
}
std::string Engine::redact(std::string text) const {
  return impl_->redact(text);
}
std::vector<FoundCredential> Engine::find_credentials(const std::string& text) const {
  return impl_->find_credentials(text);
}
bool Engine::wait_until_delivered(std::chrono::milliseconds at_most) const {
  return impl_->wait_until_delivered(at_most);
}

}  // namespace gcmock
