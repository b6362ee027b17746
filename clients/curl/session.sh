#!/usr/bin/env bash
# curl behind gcmock's session protocol: a JSON line in, a call made, a JSON line out.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./org.sh

# text NAME, number NAME: members of the request in $line, which gcmock writes on one line.
text() { sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p" <<<"$line"; }
number() { sed -n "s/.*\"$1\":\\([0-9]*\\).*/\\1/p" <<<"$line"; }

# Members stand in the order of their names: "body" first, and behind it "do".
body_of_request() { sed -n 's/^{"body":\(.*\),"do":.*/\1/p' <<<"$line"; }

while IFS= read -r line; do
  body=$(body_of_request)
  [ -z "$body" ] || line="{\"do\":${line##*,\"do\":}"
  use_org "$(text org)"
  case $(text do) in
    call) call "$(text method)" "$(text path)" "$body" "$(number parallel)" ;;
    refresh) refresh ;;
    login) login ;;
    authorize) authorize ;;
    *) outcome=failed ;;
  esac
  echo "{\"outcome\":\"$outcome\"}"
done
