#!/usr/bin/env bash
# curl behind gcmock's session protocol: a JSON line in, a call made, a JSON line out.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./org.sh

# text NAME, number NAME: members of the request in $line, which gcmock writes on one line.
text() { sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p" <<<"$line"; }
number() { sed -n "s/.*\"$1\":\\([0-9]*\\).*/\\1/p" <<<"$line"; }

# unescaped_for_printf TEXT: JSON's escapes as printf's %b knows them, which differs in \" and \\ only.
unescaped_for_printf() { sed -E 's/\\([\\"])/\\x\1/g; s/\\x"/\\x22/g; s/\\x\\/\\x5c/g' <<<"$1"; }

# Members stand in the order of their names: body, content_type, do, …. Sets body and type, and takes them off the line. A
# body with a type is a text, else a JSON value.
take_body() {
  body='' type=''
  [[ $line == '{"body":'* ]] || return 0
  body=${line#'{"body":'}
  body=${body%,'"do":'*}
  line={'"do":'${line##*,'"do":'}
  type=application/json
  if [[ $body =~ ^(\".*\"),\"content_type\":\"([^\"]*)\"$ ]]; then
    type=${BASH_REMATCH[2]}
    body=${BASH_REMATCH[1]}
    body=$(unescaped_for_printf "${body:1:-1}")
    printf -v body %b "$body"
  fi
}

while IFS= read -r line; do
  if [[ $line == '{"do":"now"'* ]]; then
    echo "{\"now_ms\":$(date +%s%3N)}"
    continue
  fi
  take_body
  use_org "$(text org)"
  case $(text do) in
    call) call "$(number parallel)" "$(text method)" "$(text path)" "$body" "$type" ;;
    refresh) refresh ;;
    login) login ;;
    authorize) authorize "$(text login_hint)" "$(text target)" ;;
    *) outcome=failed ;;
  esac
  echo "{\"outcome\":\"$outcome\"}"
done
