"""A session client in Python: one call a line in, one outcome a line out, tokens in memory between them."""
import base64, json, os, re, sys, time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote_plus, urlencode
from urllib.request import Request, urlopen

tokens, refused = {}, {}


def setting(org, name):
    return os.environ.get("GENESYS_ORG_%s_%s" % (re.sub("[^A-Z0-9]", "_", org.upper()), name), "")


def send(method, url, authorization, form=None, body=None):
    headers, data = {"Authorization": authorization}, form and urlencode(form).encode()
    if body is not None:
        headers["Content-Type"], data = "application/json", json.dumps(body).encode()
    request = Request(url, data, headers, method=method)
    try:
        with urlopen(request, timeout=5) as answer:
            return answer.status, json.loads(answer.read() or "{}")
    except HTTPError as error:
        return error.code, json_of(error)
    except (OSError, HTTPException):
        return 503, {}  # no whole answer


def json_of(answer):
    try:
        body = json.loads(answer.read() or "{}")
    except (ValueError, OSError, HTTPException):
        return {}
    return body if isinstance(body, dict) else {}


# What only an administrator can mend (RFC 6749 §5.2), whatever its status.
ABOUT_THE_CLIENT = ("invalid_client", "unauthorized_client", "invalid_scope", "unsupported_grant_type")


def outcome_of(status):
    known = {200: "ok", 204: "ok", 400: "needs_user", 401: "needs_user", 403: "needs_admin"}
    return known.get(status, "retry_later" if status == 429 or status >= 500 else "failed")


def refresh(org):
    if org not in refused:
        basic = quote_plus(setting(org, "CLIENT_ID")) + ":" + quote_plus(setting(org, "CLIENT_SECRET"))
        form = {"grant_type": "refresh_token", "refresh_token": tokens[org]["refresh_token"]}
        status, body = send("POST", os.environ["GENESYS_LOGIN_URL"] + "/oauth/token",
                            "Basic " + base64.b64encode(basic.encode()).decode(), form)
        outcome = "needs_admin" if body.get("error") in ABOUT_THE_CLIENT else outcome_of(status)
        if outcome == "ok":
            tokens[org].update(body)  # keeps the old refresh token where none is returned
        if outcome in ("ok", "retry_later"):
            return outcome
        refused[org] = outcome  # for good: this org is asked no more
    return refused[org]


def call(org, path="/api/v2/users/me", method="GET", body=None, **_):
    for attempt in ("first", "after a refresh"):
        url = os.environ["GENESYS_API_URL"] + path
        status, _ = send(method, url, "Bearer " + tokens[org]["access_token"], body=body)
        if status != 401 or attempt != "first":
            return outcome_of(status)
        refreshed = refresh(org)
        if refreshed != "ok":
            return refreshed


for line in sys.stdin:
    request = json.loads(line)
    if request["do"] == "now":
        print(json.dumps({"now_ms": time.time() * 1000}), flush=True)
        continue
    verb, org = request.pop("do"), request.pop("org")
    tokens.setdefault(org, {"access_token": setting(org, "ACCESS_TOKEN"), "refresh_token": setting(org, "REFRESH_TOKEN")})
    outcome = {"call": call, "refresh": lambda org, **_: refresh(org)}.get(verb, lambda *_, **__: "failed")(org, **request)
    print(json.dumps({"outcome": outcome}), flush=True)
