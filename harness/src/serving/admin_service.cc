// A table of routes; each is a function of the runs and the request.
#include "serving/admin_service.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "gcmock/domain/duration.h"
#include "gcmock/error.h"
#include "serving/access.h"
#include "serving/answers.h"
#include "serving/page_files.h"
#include "serving/waiting_answers.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;
using std::chrono::milliseconds;
using Run = std::shared_ptr<ServedRun>;

constexpr milliseconds longest_wait = std::chrono::minutes(5);

/// What a route has to work with. `run` is null where the path names none.
struct Asked {
  ServedRuns& runs;
  const AdminOptions& options;
  const ServiceRequest& request;
  Run run;
  std::string rest;  ///< what stands in the place of {seq}
  ServiceBell bell;

  [[nodiscard]] std::string parameter(std::string_view name) const {
    const std::string* value = request.parameter(name);
    return value == nullptr ? std::string{} : *value;
  }
};

struct Route {
  std::string_view method;
  std::string_view path;
  ServiceReply (*perform)(const Asked& asked);
};

std::optional<std::uint64_t> number_from(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return is_number ? std::optional(number) : std::nullopt;
}

/// The body; an empty one is an empty object. Discarded where it is no object.
json object_in(const ServiceRequest& request) {
  if (request.body.empty()) return json::object();
  json body = json::parse(request.body, nullptr, false);
  return body.is_object() ? body : json(json::value_t::discarded);
}

ServiceReply about_the_api(const Asked& asked) {
  json runs = json::array();
  for (const Run& run : asked.runs.all()) runs.push_back(run->id());
  return json_answer(200, {{"gcmock", asked.options.version}, {"api", "v1"}, {"runs", runs}});
}

ServiceReply description(const Asked&) {
  return ServiceAnswer{
      200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, std::string(admin_api_description())};
}

ServiceReply list_runs(const Asked& asked) {
  json runs = json::array();
  for (const Run& run : asked.runs.all()) runs.push_back(run->description());
  return json_answer(200, {{"runs", runs}});
}

ServiceReply start_run(const Asked& asked) {
  constexpr const char* form =
      R"(send {"scenario": "scenarios/x.json", "files": {"scenarios/x.json": "…", "fixtures/worlds/w.json": "…"}, "seed": 1})";
  const json body = object_in(asked.request);
  if (!body.is_object() || !body.contains("scenario") || !body["scenario"].is_string() || !body.contains("files") ||
      !body["files"].is_object())
    return problem(400, form);
  SentFiles files{body["scenario"].get<std::string>(), {}, 1};
  for (const auto& [name, text] : body["files"].items()) {
    if (!text.is_string()) return problem(400, form);
    files.texts.emplace(name, text.get<std::string>());
  }
  if (body.contains("seed")) {
    if (!body["seed"].is_number_unsigned()) return problem(400, form);
    files.seed = body["seed"].get<std::uint64_t>();
  }
  auto started = asked.runs.start(files);
  if (const auto* not_started = std::get_if<RunNotStarted>(&started)) {
    const int status = not_started->is_full ? 409 : not_started->diagnostics.empty() ? 400 : 422;
    return problem(status, not_started->what, not_started->diagnostics);
  }
  const Run& run = std::get<Run>(started);
  ServiceAnswer answer = json_answer(201, run->description());
  answer.headers.emplace_back("Location", "/v1/runs/" + run->id());
  return answer;
}

ServiceReply show_run(const Asked& asked) {
  return json_answer(200, asked.run->description());
}

ServiceReply stop_run(const Asked& asked) {
  if (!asked.runs.stop(asked.run->id())) return problem(409, "this run ends with gcmock serve");
  return ServiceAnswer{204, {}, {}};
}

ServiceReply reset_run(const Asked& asked) {
  asked.run->reset();
  return json_answer(200, asked.run->description());
}

ServiceReply journal(const Asked& asked) {
  const std::string after = asked.parameter("after");
  const std::string wait = asked.parameter("wait");
  const auto seq = after.empty() ? std::optional<std::uint64_t>(0) : number_from(after);
  const auto time = wait.empty() ? std::optional(milliseconds(0)) : duration_from(wait);
  if (!seq) return problem(400, "\"after\" is the number of an exchange, 0 for all");
  if (!time || *time < milliseconds(0) || *time > longest_wait) {
    return problem(400, "\"wait\" is a whole number and ms, s or m, five minutes at most: 30s");
  }
  return journal_when_it_grows(asked.run, *seq, *time, asked.bell);
}

ServiceReply exchange(const Asked& asked) {
  const auto seq = number_from(asked.rest);
  const auto found = seq ? asked.run->exchange(*seq) : std::nullopt;
  if (!found) return problem(404, "the journal has no exchange of this number");
  return json_answer(200, *found);
}

ServiceReply events(const Asked& asked) {
  const std::string* last = asked.request.header("Last-Event-ID");
  return event_stream(asked.run, last == nullptr ? std::string{} : *last, asked.bell);
}

ServiceReply show_clock(const Asked& asked) {
  return json_answer(200, asked.run->clock());
}

ServiceReply move_clock(const Asked& asked) {
  const json body = object_in(asked.request);
  const bool is_said = body.is_object() && body.size() == 1 && body.contains("advance") && body["advance"].is_string();
  const auto by = is_said ? duration_from(body["advance"].get<std::string>()) : std::nullopt;
  if (!by) return problem(400, R"(send {"advance": "25h"}: a whole number and ms, s, m, h or d; negative to go back)");
  asked.run->advance_clock(*by);
  return show_clock(asked);
}

ServiceReply world(const Asked& asked) {
  return json_answer(200, asked.run->world());
}

ServiceReply event_forms(const Asked& asked) {
  return json_answer(200, asked.run->event_forms());
}

ServiceReply world_event(const Asked& asked) {
  auto changed = asked.run->change(asked.request.body);
  if (const auto* diagnostics = std::get_if<std::vector<Diagnostic>>(&changed)) {
    std::string detail = "this is no event";
    if (!diagnostics->empty()) detail = diagnostics->front().what + ": " + diagnostics->front().fix;
    return problem(422, detail, *diagnostics);
  }
  return json_answer(200, std::get<json>(changed));
}

ServiceReply as_scenario(const Asked& asked) {
  const std::string title = asked.parameter("title");
  return ServiceAnswer{200,
                       {{"Content-Type", "application/json"},
                        {"Cache-Control", "no-store"},
                        {"Content-Disposition", "attachment; filename=\"captured.json\""}},
                       asked.run->as_scenario(title.empty() ? "Captured by hand" : title, asked.parameter("file"))};
}

ServiceReply environment(const Asked& asked) {
  json variables = json::object();
  for (const auto& [name, value] : asked.run->environment().variables()) variables[name] = value;
  return json_answer(200, variables);
}

ServiceReply call_made(const Asked& asked) {
  constexpr const char* form =
      R"(send {"outcome": "ok", "detail": "…"}: ok, needs_user, needs_admin, retry_later or failed; both may be left out)";
  const json body = object_in(asked.request);
  if (!body.is_object()) return problem(400, form);
  for (const auto& [name, value] : body.items()) {
    if ((name != "outcome" && name != "detail") || !value.is_string()) return problem(400, form);
  }
  std::optional<Outcome> outcome;
  if (body.contains("outcome")) {
    outcome = outcome_from(body["outcome"].get<std::string>());
    if (!outcome) return problem(400, form);
  }
  if (!asked.run->call_made(outcome, body.value("detail", ""))) {
    return problem(409, "no call is next: all were made, or the run is finished");
  }
  return json_answer(200, asked.run->description());
}

ServiceReply finish(const Asked& asked) {
  return verdict_when_delivered(asked.run, asked.bell);
}

ServiceReply verdict(const Asked& asked) {
  return json_answer(200, asked.run->verdict());
}

constexpr std::array routes = {
    Route{"GET", "/v1", about_the_api},
    Route{"GET", "/v1/openapi.json", description},
    Route{"GET", "/v1/runs", list_runs},
    Route{"POST", "/v1/runs", start_run},
    Route{"GET", "/v1/runs/{run}", show_run},
    Route{"DELETE", "/v1/runs/{run}", stop_run},
    Route{"POST", "/v1/runs/{run}/reset", reset_run},
    Route{"GET", "/v1/runs/{run}/journal", journal},
    Route{"GET", "/v1/runs/{run}/journal/{seq}", exchange},
    Route{"GET", "/v1/runs/{run}/events", events},
    Route{"GET", "/v1/runs/{run}/clock", show_clock},
    Route{"POST", "/v1/runs/{run}/clock", move_clock},
    Route{"GET", "/v1/runs/{run}/world", world},
    Route{"GET", "/v1/runs/{run}/world/events", event_forms},
    Route{"POST", "/v1/runs/{run}/world/events", world_event},
    Route{"GET", "/v1/runs/{run}/scenario", as_scenario},
    Route{"GET", "/v1/runs/{run}/environment", environment},
    Route{"POST", "/v1/runs/{run}/steps", call_made},
    Route{"POST", "/v1/runs/{run}/finish", finish},
    Route{"GET", "/v1/runs/{run}/verdict", verdict},
};

std::string_view take_part(std::string_view& path) {
  const auto slash = path.find('/');
  const std::string_view part = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  return part;
}

/// What stands in the places of {run} and {seq}.
struct Named {
  std::string run;
  std::string seq;
};

std::optional<Named> match(std::string_view pattern, std::string_view path) {
  Named named;
  if (!path.starts_with('/')) return std::nullopt;
  pattern.remove_prefix(1);
  path.remove_prefix(1);
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = take_part(pattern);
    const std::string_view found = take_part(path);
    if (found.empty()) return std::nullopt;
    if (wanted == "{run}") {
      named.run = found;
    } else if (wanted == "{seq}") {
      named.seq = found;
    } else if (wanted != found) {
      return std::nullopt;
    }
  }
  return pattern.empty() && path.empty() ? std::optional(named) : std::nullopt;
}

std::string_view type_of(std::string_view path) {
  if (path.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (path.ends_with(".css")) return "text/css; charset=utf-8";
  return "text/html; charset=utf-8";
}

/// The page holds nothing that is secret: whoever may not use the API sees it empty.
std::optional<ServiceAnswer> file_of_page(const ServiceRequest& request) {
  const std::string_view path = request.path == "/" ? std::string_view("/index.html") : request.path;
  for (const PageFile& file : page_files()) {
    if (file.path != path) continue;
    return ServiceAnswer{
        200,
        {{"Content-Type", std::string(type_of(path))},
         {"Cache-Control", "no-cache"},
         {"X-Content-Type-Options", "nosniff"},
         {"Referrer-Policy", "no-referrer"},
         {"Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}},
        std::string(file.text)};
  }
  return std::nullopt;
}

ServiceReply answer_by_route(ServedRuns& runs, const AdminOptions& options, const ServiceRequest& request,
                             const std::string& method, ServiceBell bell) {
  std::string allowed;
  for (const Route& route : routes) {
    const std::optional<Named> named = match(route.path, request.path);
    if (!named) continue;
    if (route.method != method) {
      allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
      continue;
    }
    Run run;
    if (!named->run.empty()) {
      run = runs.find(named->run);
      if (run == nullptr) return problem(404, "there is no run of this name: GET /v1/runs lists them");
    }
    return route.perform({runs, options, request, std::move(run), named->seq, std::move(bell)});
  }
  if (allowed.empty()) return problem(404, "there is no such path: GET /v1/openapi.json describes all");
  ServiceAnswer refusal = problem(405, "this path takes " + allowed);
  refusal.headers.emplace_back("Allow", allowed);
  return refusal;
}

}  // namespace

ServiceReply AdminService::handle(ServiceRequest request, ServiceBell bell) {
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
  if (method == "GET") {
    if (auto file = file_of_page(request)) return *std::move(file);
  }
  if (auto refusal = why_not(request, options_.token)) return *std::move(refusal);
  if (auto refusal = why_no_change(request)) return *std::move(refusal);
  try {
    return answer_by_route(runs_, options_, request, method, std::move(bell));
  } catch (const Error& error) {
    return problem(500, error.what());
  }
}

std::vector<AdminOperation> admin_operations() {
  std::vector<AdminOperation> operations;
  for (const Route& route : routes) operations.push_back({route.method, route.path});
  return operations;
}

}  // namespace gcmock
