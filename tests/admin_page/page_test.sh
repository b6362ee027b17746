#!/bin/sh
# Clicks through the page at the admin address: page_test.sh GCMOCK [FOLDER FOR SCREENSHOTS]
# First with a stand-in for the server, which can be told to fail, then with `gcmock serve` itself.
set -eu
gcmock=$1
export SHOTS="${2:-}"
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
skip() { echo "SKIPPED: $1; the admin page was not opened in a browser"; exit 77; }

command -v node >/dev/null || skip "node is not installed"
CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "chromium is not installed (./dev browser installs it)"
for package in puppeteer-core axe-core; do
  [ -d "$here/node_modules/$package" ] || skip "the npm packages of tests/admin_page are not installed (./dev browser installs them)"
done
export CHROMIUM

node --test "$here/fake_admin_test.mjs" "$here/either_admin_test.mjs"

folder=$(mktemp -d)
"$gcmock" serve scenarios/regressions/secondary_org_refresh_403.json --port 0 >"$folder/output" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

# The line "admin      http://127.0.0.1:40001/", as soon as it is there; all the others come before or with it.
ADMIN=
for _ in $(seq 100); do
  ADMIN=$(sed -n 's/^admin.*\(http:\/\/[^ ]*\/\).*/\1/p' "$folder/output" | head -n 1)
  [ -n "$ADMIN" ] && break
  grep -q '^stop with' "$folder/output" && break
  sleep 0.1
done
[ -n "$ADMIN" ] || { cat "$folder/output"; echo "gcmock serve printed no admin address"; exit 1; }
export ADMIN SHOTS="${2:+$2/real}"
node --test "$here/either_admin_test.mjs"
