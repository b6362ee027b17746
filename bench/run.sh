#!/usr/bin/env bash
# bench/run.sh BUILD_DIR: requests a second beside plain cpp-httplib in one run, then start-up, engine and scenario cost.
set -euo pipefail
build=${1:?the build directory: build/release}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
seconds=${BENCH_SECONDS:-3}

# Clock ticks (10 ms) of processor time that a process has used.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# measure KIND CONNECTIONS prints "requests/s p50-µs p99-µs errors processor-µs-a-request". A server of its own for each,
# so that no journal of an earlier measurement weighs on it.
measure() {
  local kind=$1 connections=$2 port before result
  coproc server { exec "$build/bin/bench_server" "$kind"; }
  read -r port <&"${server[0]}"
  wrk -t1 -c"$connections" -d1s -s "$here/refresh.lua" "http://127.0.0.1:$port" >/dev/null
  # shellcheck disable=SC2154  # set by coproc
  before=$(ticks "$server_PID")
  result=$(wrk -t1 -c"$connections" -d"${seconds}s" -s "$here/refresh.lua" "http://127.0.0.1:$port" | sed -n 's/^RESULT //p')
  echo "$result $(awk -v t=$(($(ticks "$server_PID") - before)) -v n="${result%% *}" -v s="$seconds" \
    'BEGIN { printf "%.1f", t * 10000 / (n * s) }')"
  eval "exec ${server[1]}>&-"
  wait "$server_PID" || true
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

row() { printf '%-11s %-20s %10s %14s %10s %8s\n' "$@"; }

echo "keep-alive; $(nproc) cores shared with wrk; ${seconds} s each; load before: $(cut -d' ' -f1 /proc/loadavg)"
row connections server requests/s 'p50/p99 µs' 'CPU µs' 'gcmock is'
missed=''
for connections in 1 8 64; do
  read -r mock mock_p50 mock_p99 mock_errors mock_cpu < <(measure mock "$connections")
  read -r plain plain_p50 plain_p99 _ plain_cpu < <(measure plain "$connections")
  read -r quick quick_p50 quick_p99 _ quick_cpu < <(measure plain-nodelay "$connections")
  [ "$mock_errors" -eq 0 ] || { echo "gcmock answered $mock_errors requests wrongly" >&2; exit 1; }
  row "$connections" gcmock "$mock" "$mock_p50/$mock_p99" "$mock_cpu" ''
  row '' cpp-httplib "$plain" "$plain_p50/$plain_p99" "$plain_cpu" "$(ratio "$mock" "$plain")x"
  row '' 'cpp-httplib, nodelay' "$quick" "$quick_p50/$quick_p99" "$quick_cpu" "$(ratio "$mock" "$quick")x"
  [ "$connections" -eq 1 ] || awk -v r="$(ratio "$mock" "$plain")" 'BEGIN { exit r < 1.5 }' || missed+=" $connections"
done
[ -z "$missed" ] || echo "below the goal of 1.5 times cpp-httplib at connections:$missed"

for bench in engine_bench lifecycle_bench scenario_bench; do
  [ -x "$build/bin/$bench" ] || continue
  echo
  "$build/bin/$bench" --benchmark_color=false 2>/dev/null | grep -v '^\(Running\|Run on\|  L\|CPU Caches\|Load Average\|20\)'
done
