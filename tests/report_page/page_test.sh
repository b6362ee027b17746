#!/bin/sh
# Makes reports of real runs and clicks through them: page_test.sh GCMOCK [FOLDER FOR SCREENSHOTS]
set -eu
gcmock=$1
export SHOTS="${2:-}"
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
. tests/in_browser.sh
in_browser tests/report_page "the HTML report" puppeteer-core

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# A client that fails in many ways, and the suite with the reference client, which does not.
"$gcmock" run tests/cli/data scenarios/regressions scenarios/login --client clients/curl --jobs 4 \
  --report "html=$folder/report.html" >/dev/null 2>&1 || true
"$gcmock" run scenarios tests/cli/data --jobs 4 --report "html=$folder/large.html" >/dev/null || true
REPORT="$folder/report.html" LARGE="$folder/large.html" node --test "$here/page_test.mjs"
