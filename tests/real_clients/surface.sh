#!/usr/bin/env bash
# Runs clients/purecloud-js/surface.mjs against a mock of its own: surface.sh GCMOCK [--serve OPTION]... [STEP]...
# Exit code 77: node or the npm packages are missing.
set -euo pipefail
gcmock=$1
shift
serve_options=()
while [ "${1:-}" = --serve ]; do
  serve_options+=("$2")
  shift 2
done
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

client=clients/purecloud-js
command -v node >/dev/null || { echo "SKIPPED: node is not installed"; exit 77; }
[ -d "$client/node_modules" ] || { echo "SKIPPED: run npm ci in $client (node_modules is missing)"; exit 77; }

scratch=$(mktemp -d)
mock=
# The mock prints its journal when it is told to end: of use where a step failed.
end() {
  [ -z "$mock" ] || kill -TERM "$mock" 2>/dev/null || true
  [ -z "$mock" ] || cat <&"$told"
  rm -rf "$scratch"
}
trap end EXIT

exec {told}< <(exec "$gcmock" serve fixtures/worlds/sdk_surface_two_orgs.json --print-environment "${serve_options[@]}" \
  2>&1 >"$scratch/environment")
mock=$!
while IFS= read -r -u "$told" line; do # until it is up: by then the environment is written
  echo "$line"
  case $line in 'stop with'*) break ;; esac
done
# shellcheck disable=SC1091
. "$scratch/environment"
node "$client/surface.mjs" "$@"
