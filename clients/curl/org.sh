# An OAuth client of Genesys Cloud in bash and curl: one org at a time, the one whose variables begin with $prefix.
#
# Small, but careful: it refreshes once for a 401, and once for all calls that met it; keeps what a refresh returns;
# remembers a refusal of an org and asks that org no more; and gives curl its secrets on standard input, where `ps` does
# not show them. It does not wait: 429 and 5xx are `retry_later`. Each function leaves its `outcome`.
#
# Needs bash and curl; openssl for authorize.

# use_org NAME: its variables are the environment contract's (docs/formats.md), tokens are kept in them too.
use_org() {
  local name=${1^^}
  prefix=GENESYS_ORG_${name//[^A-Z0-9]/_}
}
get() { local name=${prefix}_$1; printf %s "${!name:-}"; }
put() { printf -v "${prefix}_$1" %s "$2"; }

# quoted TEXT: as a value in curl's configuration.
quoted() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//$'\n'/\\n}
  printf '"%s"' "$text"
}

# send URL, with curl's configuration on standard input: prints the body and, on a line of its own, the status (000: no
# whole answer).
send() {
  local answer
  answer=$(curl --silent --max-time 5 --write-out '\n%{http_code}' --config - "$1") || answer=$'\n000'
  printf %s "$answer"
}

# take ANSWER: sets status and body.
take() {
  status=${1##*$'\n'}
  body=${1%$'\n'*}
}

# member NAME: a text member of the JSON object in body; enough for what is read here.
member() { sed -n "s/.*\"$1\"[[:space:]]*:[[:space:]]*\"\\([^\"]*\\)\".*/\\1/p" <<<"$body"; }

# present_grant NAME=VALUE...: asks the token endpoint and sets outcome. A refusal is kept in the org's REFUSED.
present_grant() {
  outcome=$(get REFUSED)
  [ -z "$outcome" ] || return 0
  local form=("$@") pair
  [ -n "$(get CLIENT_SECRET)" ] || form+=("client_id=$(get CLIENT_ID)")
  take "$({
    [ -z "$(get CLIENT_SECRET)" ] || printf 'user = %s\n' "$(quoted "$(get CLIENT_ID):$(get CLIENT_SECRET)")"
    for pair in "${form[@]}"; do printf 'data-urlencode = %s\n' "$(quoted "$pair")"; done
  } | send "$GENESYS_LOGIN_URL/oauth/token")"
  case $status in
    200)
      outcome=retry_later # an answer without a token is none: what is there stays
      [ -z "$(member access_token)" ] || keep_tokens ;;
    000) outcome=lost ;;
    429 | 5??) outcome=retry_later ;;
    *)
      outcome=needs_admin
      [ "$(member error)" != invalid_grant ] || outcome=needs_user
      put REFUSED "$outcome" ;;
  esac
}

keep_tokens() {
  local next
  put ACCESS_TOKEN "$(member access_token)"
  next=$(member refresh_token)
  [ -z "$next" ] || put REFRESH_TOKEN "$next"
  outcome=ok
}

# Who has nothing to refresh with asks with id and secret alone.
renew() {
  if [ -n "$(get REFRESH_TOKEN)" ]; then
    present_grant grant_type=refresh_token "refresh_token=$(get REFRESH_TOKEN)"
  elif [ -z "$(get REDIRECT_URI)$(get SAML_ASSERTION)" ]; then
    present_grant grant_type=client_credentials
  else
    outcome=needs_user
  fi
}

# After a lost answer nobody knows whether the token was spent: it is presented once more, and only once.
refresh() {
  renew
  [ "$outcome" != lost ] || renew
  [ "$outcome" != lost ] || outcome=retry_later
}

# redeem CODE [NAME=VALUE]: a code is presented once in its life (RFC 6749 §4.1.2), whatever came of it.
redeem() {
  local code=$1
  shift
  put REFUSED ''
  present_grant grant_type=authorization_code "code=$code" "redirect_uri=$(get REDIRECT_URI)" "$@"
  case $outcome in lost | retry_later) outcome=needs_user ;; esac
}
login() {
  if [ -z "$(get SAML_ASSERTION)" ]; then
    redeem "$(get AUTH_CODE)"
    return
  fi
  put REFUSED ''
  present_grant grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer "orgName=$(get ORG_NAME)" \
    "assertion=$(get SAML_ASSERTION)"
  case $outcome in lost | retry_later) outcome=needs_user ;; esac
}

# ask_api METHOD PATH BODY TYPE: prints the answer as `send` does. An empty body is none.
ask_api() {
  {
    printf 'request = %s\n' "$(quoted "$1")"
    printf 'header = %s\n' "$(quoted "Authorization: Bearer $(get ACCESS_TOKEN)")"
    [ "$1" != HEAD ] || echo head
    [ -z "$3" ] || printf 'header = %s\ndata-raw = %s\n' "$(quoted "Content-Type: $4")" "$(quoted "$3")"
  } | send "$GENESYS_API_URL$2"
}

outcome_of_status() {
  case $1 in
    2??) echo ok ;;
    401) echo needs_user ;;
    403) echo needs_admin ;;
    000 | 429 | 5??) echo retry_later ;;
    *) echo failed ;;
  esac
}

# ask_at_once COUNT METHOD PATH BODY TYPE: so many calls at a time; sets statuses, a word each.
ask_at_once() {
  local count=$1 i
  shift
  statuses=$(for ((i = 0; i < count; ++i)); do { answer=$(ask_api "$@") && printf '%s ' "${answer##*$'\n'}"; } & done; wait)
}

# call COUNT METHOD PATH [BODY TYPE]: so many calls at once; what met 401 is asked again after one refresh.
call() {
  local count=$1 first refused status
  shift
  if [ -z "$(get ACCESS_TOKEN)" ]; then
    refresh
    [ "$outcome" = ok ] || return 0
  fi
  ask_at_once "$count" "$1" "$2" "${3:-}" "${4:-}"
  first=$statuses
  refused=$(grep -o 401 <<<"$first" | wc -l)
  if [ "$refused" -gt 0 ]; then
    refresh
    [ "$outcome" = ok ] || return 0
    ask_at_once "$refused" "$1" "$2" "${3:-}" "${4:-}"
    first="${first//401/} $statuses"
  fi
  outcome=ok
  for status in $first; do outcome=$(worse_of "$outcome" "$(outcome_of_status "$status")"); done
}

rank() { case $1 in ok) echo 0 ;; retry_later) echo 1 ;; needs_user) echo 2 ;; needs_admin) echo 3 ;; *) echo 4 ;; esac; }
worse_of() { if [ "$(rank "$2")" -gt "$(rank "$1")" ]; then echo "$2"; else echo "$1"; fi; }

base64url() { base64 -w 0 | tr '+/' '-_' | tr -d '='; }
# parameter NAME URL: its value; codes and states of Genesys Cloud need no decoding.
parameter() { sed -n "s/.*[?&]$1=\\([^&#]*\\).*/\\1/p" <<<"$2"; }

# What a browser does with the authorization URL where nobody needs to click, then the code. authorize LOGIN_HINT TARGET
authorize() {
  local state verifier challenge url redirect hints=()
  [ -z "$1" ] || hints+=(--data-urlencode "login_hint=$1")
  [ -z "$2" ] || hints+=(--data-urlencode "target=$2")
  redirect=$(get REDIRECT_URI)
  state=$(head -c 16 /dev/urandom | base64url)
  verifier=$(head -c 32 /dev/urandom | base64url)
  challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64url)
  take_redirect "$(curl --silent --output /dev/null --max-time 5 --get --write-out "$redirect_and_status" --data response_type=code \
    --data-urlencode "client_id=$(get CLIENT_ID)" --data-urlencode "redirect_uri=$redirect" --data "state=$state" \
    --data "code_challenge=$challenge" --data code_challenge_method=S256 ${hints[@]+"${hints[@]}"} "$GENESYS_LOGIN_URL/oauth/authorize")"
  follow_to_application
  outcome=failed
  [ -n "$url" ] || outcome=$(outcome_of_page "$status")
  [[ $url == "$redirect"* && $(parameter state "$url") == "$state" ]] || return 0
  case $(parameter error "$url") in
    '') redeem "$(parameter code "$url")" "code_verifier=$verifier" ;;
    access_denied | unauthorized_client | invalid_scope) outcome=needs_admin ;;
    temporarily_unavailable | server_error) outcome=retry_later ;;
  esac
}

# take_redirect ANSWER: sets url, which is empty where there is a page, and status.
redirect_and_status='%{redirect_url}\n%{http_code}'
take_redirect() {
  take "$1"
  url=$body
}

# The browser ends on a page: a person must act on it, or it is an error.
outcome_of_page() {
  case $1 in
    2??) echo needs_user ;;
    000 | 429 | 5??) echo retry_later ;;
    *) echo needs_admin ;;
  esac
}

# Follows url until it is the application's, or leads nowhere.
follow_to_application() {
  local hops
  for hops in 1 2 3 4 5; do
    [[ -n $url && $url != "$redirect"* ]] || return 0
    take_redirect "$(curl --silent --output /dev/null --max-time 5 --write-out "$redirect_and_status" "$url")"
  done
}
