#!/usr/bin/env bash
# The vendor's SDK lives by a clock that jumps: scenarios of a day and of a month are judged, each in less than its time
# would be by any other means. What the SDK makes of them is its own affair (clients/purecloud-js/README.md).
set -euo pipefail
gcmock=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ -d clients/purecloud-js/node_modules ] || { echo 'SKIPPED: clients/purecloud-js is not installed (npm ci)'; exit 77; }

status=0
report=$("$gcmock" run scenarios/clock --client clients/purecloud-js) || status=$?
echo "$report"
[ "$status" -le 1 ]
[[ $report != *'clock does not follow'* ]]
# A month later: the API says 401, the refresh is refused once, and the user is asked.
[[ $report == *'PASS    clock/refresh_token_of_30_days '* ]]
[[ $report == *'PASS    clock/access_token_after_23_hours '* ]]
