#!/bin/sh
# Makes reports of real runs and clicks through them: page_test.sh GCMOCK [FOLDER FOR SCREENSHOTS]
set -eu
gcmock=$1
export SHOTS="${2:-}"
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
skip() { echo "SKIPPED: $1; the HTML report was not opened in a browser"; exit 77; }

command -v node >/dev/null || skip "node is not installed"
CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "chromium is not installed (./dev browser installs it)"
[ -d "$here/node_modules/puppeteer-core" ] || skip "the npm packages of tests/report_page are not installed (./dev browser installs them)"
export CHROMIUM

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# A client that fails in many ways, and the suite with the reference client, which does not.
"$gcmock" run tests/cli/data scenarios/regressions scenarios/login --client clients/curl --jobs 4 \
  --report "html=$folder/report.html" >/dev/null 2>&1 || true
"$gcmock" run scenarios tests/cli/data --jobs 4 --report "html=$folder/large.html" >/dev/null || true
REPORT="$folder/report.html" LARGE="$folder/large.html" node --test "$here/page_test.mjs"
