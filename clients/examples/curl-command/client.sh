#!/usr/bin/env bash
# A command client: makes the calls that GENESYS_CALLS lists, then says the worst outcome. The client is clients/curl's.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/../../curl/org.sh"

worst=ok
if [ "$GENESYS_CALLS" = now ]; then
  echo "{\"now_ms\":$(date +%s%3N)}"
  exit
fi
for item in $GENESYS_CALLS; do
  use_org "${item#*:}"
  case ${item%%:*} in
    call) call 1 GET /api/v2/users/me ;;
    refresh) refresh ;;
    login) login ;;
    authorize) authorize ;;
    *) outcome=failed ;;
  esac
  worst=$(worse_of "$worst" "$outcome")
done
echo "{\"outcome\":\"$worst\"}"
