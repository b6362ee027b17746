#!/bin/sh
# Proves that the committed page is what its sources give, and that they type-check.
set -eu
page=$(cd "$(dirname "$0")/../../harness/page" && pwd)
skip() { echo "SKIPPED: $1; harness/page/dist was not compared with its sources"; exit 77; }
command -v node >/dev/null && command -v npm >/dev/null || skip "node and npm are not installed"
[ -d "$page/node_modules/esbuild" ] || skip "the npm packages of harness/page are not installed (./dev browser installs them)"
cd "$page"
npm test --silent
