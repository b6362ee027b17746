#!/bin/sh
# Clicks through the page at the admin address: page_test.sh GCMOCK [FOLDER FOR SCREENSHOTS]
# First with a stand-in for the server, which can be told to fail, then with `gcmock serve` itself.
set -eu
gcmock=$1
export SHOTS="${2:-}"
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
. tests/in_browser.sh
in_browser tests/admin_page "the admin page" puppeteer-core axe-core

node --test "$here/fake_admin_test.mjs" "$here/either_admin_test.mjs"

folder=$(mktemp -d)
"$gcmock" serve scenarios/regressions/secondary_org_refresh_403.json --port 0 >"$folder/output" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

# All that it says of its addresses is there when it says how it is stopped.
for _ in $(seq 100); do
  grep -q '^stop with' "$folder/output" && break
  sleep 0.1
done
ADMIN=$(sed -n 's/^admin.*\(http:\/\/[^ ]*\/\).*/\1/p' "$folder/output")
[ -n "$ADMIN" ] || { cat "$folder/output"; echo "gcmock serve printed no admin address"; exit 1; }
export ADMIN SHOTS="${2:+$2/real}"
node --test "$here/either_admin_test.mjs"
