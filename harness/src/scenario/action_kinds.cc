// One row an action.
#include "scenario/action_kinds.h"

#include <array>

namespace gcmock {
namespace {

constexpr std::array rows = {
    ActionKind{"refuse", R"({"refuse": "rate_limited", "retry_after": "5s"})", ActsAt::instead_of_ruling,
               "the answer that policy gives for that [reason](genesys-behaviour.md)",
               "faults/token_endpoint_rate_limited.json", read_refuse},
    ActionKind{"respond",
               R"({"respond": {"status": 503, "headers": {"Retry-After": "1"}, "body": "text, or a JSON value"}})",
               ActsAt::either, "exactly this answer; a JSON value goes as `application/json`",
               "faults/token_endpoint_unavailable.json", read_respond},
    ActionKind{
        "fail", R"({"fail": 503, "body": "html", "retry_after": {"date": "30s"}})", ActsAt::either,
        "an error of 400 to 599 with a `json` body as the API words one (default; assumed), a gateway's page of "
        "`html`, or `none`. `retry_after`: seconds (`\"30s\"`), a date so long after domain time, with a `Date` of "
        "domain time beside it, or any `{\"text\": \"soon\"}`; left out: no header",
        "faults/answers/rate_limited_until_a_date.json", read_fail},
    ActionKind{"redirect", R"({"redirect": "https://login.other.example/oauth/token", "status": 307})", ActsAt::either,
               "`Location` under this status (default 302) and no body: to another host, or to a path of the mock",
               "faults/answers/redirect_to_another_host.json", read_redirect},
    ActionKind{"omit", R"({"omit": ["refresh_token"]})", ActsAt::after_settling,
               "the JSON answer without these members", "faults/refresh_token_missing_in_one_answer.json", read_omit},
    ActionKind{"set", R"({"set": {"token_type": "mac", "unheard_of": 1}})", ActsAt::on_an_answer,
               "the JSON answer with these values, added where they are missing",
               "faults/answers/token_type_not_understood.json", read_set},
    ActionKind{"set_headers", R"({"set_headers": {"Content-Type": "text/plain", "Retry-After": null}})",
               ActsAt::on_an_answer, "the answer with these headers; without those that are null",
               "faults/answers/content_type_wrong.json", read_set_headers},
    ActionKind{"replace_body", R"({"replace_body": "html"})", ActsAt::on_an_answer,
               "the same status, and a page of `html` where JSON is due, or an `empty` body",
               "faults/answers/html_where_json_is_due.json", read_replace_body},
    ActionKind{"truncate_body", R"({"truncate_body": 10})", ActsAt::on_an_answer,
               "a body without its last so many bytes, under the `Content-Length` of what is left",
               "faults/answers/json_truncated.json", read_truncate_body},
    ActionKind{
        "wrong_length", R"({"wrong_length": 10, "then": "close"})", ActsAt::on_an_answer,
        "a `Content-Length` so much longer than the body, or shorter where it is negative; then FIN (default), or "
        "`stay_open`: the client waits for what never comes, or finds the rest where the next answer should begin",
        "faults/framing/length_too_long.json", read_wrong_length},
    ActionKind{
        "broken_chunks", R"({"broken_chunks": "bad_size"})", ActsAt::on_an_answer,
        "a chunked body in two chunks, the second with a `bad_size` or as a `short_chunk`, or with `no_last_chunk` "
        "behind them; then FIN",
        "faults/framing/chunk_with_a_bad_size.json", read_broken_chunks},
    ActionKind{
        "delay", R"({"delay": {"uniform": ["100ms", "300ms"]}})", ActsAt::on_an_answer,
        "the answer, or what later actions leave of it, so much later in real time: `\"200ms\"`, a `uniform` draw, or "
        "`{\"lognormal\": {\"median\": \"200ms\", \"sigma\": 0.5, \"at_most\": \"2s\"}}`. The same seed draws the same",
        "faults/slow/delay_drawn.json", read_delay},
    ActionKind{"drip", R"({"drip": {"bytes": 50, "every": "10ms"}})", ActsAt::on_an_answer,
               "the answer, head and body, so many bytes at a time in real time", "faults/slow/answer_drips.json",
               read_drip},
    ActionKind{
        "cut", R"({"cut": "before_headers", "how": "reset"})", ActsAt::either,
        "the answer up to there (`before_headers`, `inside_headers`, `inside_body`, `after_body`), then the end: "
        "`close` (FIN, default), `reset` (RST), or `half_close` (FIN, and what the client sends is still taken)",
        "faults/connections/half_closed_inside_the_body.json", read_cut},
    ActionKind{"silence", R"({"silence": "before_headers"})", ActsAt::either,
               "the answer up to there (`before_headers`, `inside_headers`, `inside_body`), and then nothing, on a "
               "connection that stays until the client leaves it",
               "faults/connections/silence.json", read_silence},
    ActionKind{"garbage", R"({"garbage": 64})", ActsAt::either,
               "so many bytes that are no HTTP, drawn from the seed, and FIN", "faults/framing/garbage.json",
               read_garbage},
    ActionKind{
        "close_idle", R"({"close_idle": "at_next_request"})", ActsAt::on_an_answer,
        "the whole answer with `keep-alive`; then RST as soon as the next request begins on that connection (it is "
        "not journalled), or, with a time such as `\"20ms\"`, FIN when it was idle so long",
        "faults/connections/closed_when_idle.json", read_close_idle},
    ActionKind{
        "next_connections", R"({"next_connections": "refused", "count": 2})", ActsAt::on_an_answer,
        "nothing on this connection; the next `count` (default 1) that anyone makes are `refused` (accepted and reset "
        "at once; not journalled), or, over https, have their `handshake_aborted` or are shown a certificate that is "
        "`expired`, `not_yet_valid`, `self_signed`, of the `wrong_host` or of an `untrusted_ca`",
        "faults/connections/refused_for_a_while.json", read_next_connections},
    ActionKind{
        "gate", R"({"gate": {"until": 10, "quiet": "300ms", "release": "reverse"}})", ActsAt::on_an_answer,
        "nothing, until so many answers are held or none was added for the time `quiet` (real; default `500ms`); then "
        "each in turn, when the one before is delivered: in the order of `arrival` (default), in `reverse`, or as "
        "drawn "
        "(`seeded`). Rules that say the same `name` share a gate",
        "races/ten_calls_meet_401_at_once.json", read_gate},
    ActionKind{"advance_clock", R"({"advance_clock": "1h"})", ActsAt::on_an_answer,
               "nothing; domain time jumps when the answer stands, in the same atomic step, and the client is not told",
               "faults/clock_jumps_behind_a_refresh.json", read_advance_clock},
};

}  // namespace

std::span<const ActionKind> action_kinds() {
  return rows;
}

}  // namespace gcmock
