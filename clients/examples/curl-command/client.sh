#!/bin/sh
# A command client in shell and curl: makes the calls that GENESYS_CALLS lists, then says the worst outcome.
#
# Small, but careful: it refreshes once for a 401, keeps what a refresh returns, remembers a refusal of an org and asks
# that org no more, and gives curl its secrets on standard input, where `ps` does not show them. It does not wait: 429 and
# 5xx are `retry_later`.
set -u

newline='
'

# prefix_of ORG: what the names of its variables begin with.
prefix_of() {
  printf 'GENESYS_ORG_%s' "$(printf %s "$1" | tr '[:lower:]' '[:upper:]' | tr -c 'A-Z0-9' '_')"
}
get() { eval "printf %s \"\${${prefix}_$1:-}\""; }
put() { eval "${prefix}_$1=\$2"; }

# send URL, with curl's configuration on standard input: sets status (000: no whole answer) and body.
send() {
  answer=$(curl --silent --max-time 5 --write-out "\\n%{http_code}" --config - "$1") || answer="${newline}000"
  status=${answer##*"$newline"}
  body=${answer%"$newline"*}
}

# member NAME: a text member of the JSON object in body; enough for what is read here.
member() { printf %s "$body" | sed -n "s/.*\"$1\"[[:space:]]*:[[:space:]]*\"\\([^\"]*\\)\".*/\\1/p"; }

ask_api() {
  send "$GENESYS_API_URL/api/v2/users/me" <<END
header = "Authorization: Bearer $(get ACCESS_TOKEN)"
END
}

# present_grant NAME=VALUE...: asks the token endpoint and sets outcome. A refusal is kept in the org's REFUSED.
present_grant() {
  outcome=$(get REFUSED)
  [ -z "$outcome" ] || return
  send "$GENESYS_LOGIN_URL/oauth/token" <<END
user = "$(get CLIENT_ID):$(get CLIENT_SECRET)"
$(printf 'data-urlencode = "%s"\n' "$@")
END
  case $status in
    200)
      put ACCESS_TOKEN "$(member access_token)"
      next=$(member refresh_token)
      [ -z "$next" ] || put REFRESH_TOKEN "$next"
      outcome=ok ;;
    000) outcome=lost ;;
    429 | 5??) outcome=retry_later ;;
    *)
      outcome=needs_admin
      [ "$(member error)" != invalid_grant ] || outcome=needs_user
      put REFUSED "$outcome" ;;
  esac
}

# After a lost answer nobody knows whether the token was spent: it is presented once more, and only once.
refresh() {
  present_grant "grant_type=refresh_token" "refresh_token=$(get REFRESH_TOKEN)"
  [ "$outcome" = lost ] || return
  present_grant "grant_type=refresh_token" "refresh_token=$(get REFRESH_TOKEN)"
  [ "$outcome" != lost ] || outcome=retry_later
}

# A code is presented once in its life (RFC 6749 §4.1.2), whatever came of it.
login() {
  present_grant "grant_type=authorization_code" "code=$(get AUTH_CODE)" "redirect_uri=$(get REDIRECT_URI)"
  case $outcome in lost | retry_later) outcome=needs_user ;; esac
}

# Sets outcome by the API's answer.
judge() {
  case $status in
    2??) outcome=ok ;;
    401) outcome=needs_user ;;
    403) outcome=needs_admin ;;
    000 | 429 | 5??) outcome=retry_later ;;
    *) outcome=failed ;;
  esac
}

call() {
  ask_api
  judge
  [ "$status" = 401 ] || return
  refresh
  [ "$outcome" = ok ] || return
  ask_api
  judge
}

rank() { case $1 in ok) echo 0 ;; retry_later) echo 1 ;; needs_user) echo 2 ;; needs_admin) echo 3 ;; *) echo 4 ;; esac; }

worst=ok
for item in $GENESYS_CALLS; do
  prefix=$(prefix_of "${item#*:}")
  case ${item%%:*} in
    call) call ;;
    refresh) refresh ;;
    login) login ;;
    *) outcome=failed ;;
  esac
  [ "$(rank "$outcome")" -le "$(rank "$worst")" ] || worst=$outcome
done
echo "{\"outcome\":\"$worst\"}"
