#!/usr/bin/env bash
# bench/run.sh BUILD_DIR: requests a second beside plain cpp-httplib in one run, then start-up, engine and scenario cost.
set -euo pipefail
build=${1:?the build directory: build/release}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
seconds=${BENCH_SECONDS:-3}

# measure KIND CONNECTIONS prints "requests/s p50-us p99-us errors". A server of its own for each, so that no journal
# of an earlier measurement weighs on it.
measure() {
  local kind=$1 connections=$2 port
  coproc server { exec "$build/bin/bench_server" "$kind"; }
  read -r port <&"${server[0]}"
  wrk -t1 -c"$connections" -d1s -s "$here/refresh.lua" "http://127.0.0.1:$port" >/dev/null
  wrk -t1 -c"$connections" -d"${seconds}s" -s "$here/refresh.lua" "http://127.0.0.1:$port" | sed -n 's/^RESULT //p'
  eval "exec ${server[1]}>&-"
  # shellcheck disable=SC2154  # set by coproc
  wait "$server_PID" || true
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

echo "requests a second, keep-alive; $(nproc) cores shared with wrk; ${seconds} s each; p50/p99 in µs"
printf '%-11s  %9s %13s   %11s %13s %7s   %11s %13s %7s\n' connections gcmock p50/p99 cpp-httplib p50/p99 ratio \
  +nodelay p50/p99 ratio
missed=''
for connections in 1 8 64; do
  read -r mock mock_p50 mock_p99 mock_errors < <(measure mock "$connections")
  read -r plain plain_p50 plain_p99 _ < <(measure plain "$connections")
  read -r quick quick_p50 quick_p99 _ < <(measure plain-nodelay "$connections")
  [ "$mock_errors" -eq 0 ] || { echo "gcmock answered $mock_errors requests wrongly" >&2; exit 1; }
  printf '%-11s  %9s %13s   %11s %13s %7s   %11s %13s %7s\n' "$connections" "$mock" "$mock_p50/$mock_p99" \
    "$plain" "$plain_p50/$plain_p99" "$(ratio "$mock" "$plain")" \
    "$quick" "$quick_p50/$quick_p99" "$(ratio "$mock" "$quick")"
  [ "$connections" -eq 1 ] || awk -v r="$(ratio "$mock" "$plain")" 'BEGIN { exit r < 1.5 }' || missed+=" $connections"
done
[ -z "$missed" ] || echo "below the goal of 1.5 times cpp-httplib at connections:$missed"

for bench in engine_bench lifecycle_bench scenario_bench; do
  [ -x "$build/bin/$bench" ] || continue
  echo
  "$build/bin/$bench" --benchmark_color=false 2>/dev/null | grep -v '^\(Running\|Run on\|  L\|CPU Caches\|Load Average\|20\)'
done
