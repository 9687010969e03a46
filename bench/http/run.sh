#!/bin/bash
# Measures kiertoon-server over HTTP: requests a second, CPU time a request, memory, time to start.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
bin=$root/build/release/bin
index=
queries=
facets=
seconds=10
connections=8
threads=1

usage() {
  cat <<'HELP'
Usage: bench/http/run.sh --index DIR --queries FILE [OPTION...]

Serves the index, asks the queries over and over on keep-alive connections (wrk), and prints what it cost the server; then
what the same searches cost in process (search_load).
  --queries FILE      a query a line, or JSON Lines with a field "text"
  --facets NAME,...   counted with each search
  --seconds N         that count, after two to warm up (default: 10)
  --connections N     (default: 8)
  --bin DIR           folder of kiertoon-server and search_load (default: build/release/bin)
HELP
}

die() {
  echo "bench/http/run.sh: $*" >&2
  exit 1
}

while (($#)); do
  case $1 in
    --index | --queries | --facets | --seconds | --connections | --bin)
      (($# > 1)) || die "$1 needs a value"
      declare "${1#--}=$2"
      shift
      ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && die "unknown option $1" ;;
  esac
  shift
done
[[ -n $index && -n $queries ]] || { usage >&2 && die "--index and --queries are needed"; }
[[ -r $queries ]] || die "cannot read $queries"
[[ -x $bin/kiertoon-server ]] || die "there is no $bin/kiertoon-server"
command -v wrk >/dev/null || die "wrk is missing: script/bootstrap --checks"

log=$(mktemp)
server=
stop() {
  [[ -z $server ]] || kill "$server" 2>/dev/null || true
  rm -f "$log"
}
trap stop EXIT

began=$(date +%s%N)
"$bin/kiertoon-server" --index "$index" --host 127.0.0.1 --port 0 >"$log" 2>&1 &
server=$!
url=
while [[ -z $url ]]; do
  kill -0 "$server" 2>/dev/null || { cat "$log" >&2 && die "the server did not start"; }
  sleep 0.002
  url=$(grep -oE -m 1 'http://[0-9.]+:[0-9]+' "$log" || true)
done
started_ms=$((($(date +%s%N) - began) / 1000000))

# Clock ticks of user and system time so far: fields 14 and 15, counted after the name, which may hold spaces.
cpu_ticks() {
  local stat
  read -r -a stat <<<"$(sed 's/.*) //' "/proc/$server/stat")"
  echo $((stat[11] + stat[12]))
}

memory_kib() {
  awk -v key="$1:" '$1 == key { print $2 }' "/proc/$server/status"
}

ask() {
  wrk --threads "$threads" --connections "$connections" --duration "${1}s" --script "$here/queries.lua" "$url" -- \
    "$queries" "&per_page=10${facets:+&facets=$facets}"
}

ask 2 >/dev/null
before=$(cpu_ticks)
result=$(ask "$seconds")
ticks=$(($(cpu_ticks) - before))
read -r _ requests failed microseconds p50 p99 <<<"$(grep '^RESULT ' <<<"$result")" || die "$result"

awk -v requests="$requests" -v failed="$failed" -v us="$microseconds" -v ticks="$ticks" -v hz="$(getconf CLK_TCK)" \
  -v p50="$p50" -v p99="$p99" 'BEGIN {
  printf "requests: %d, failed: %d\n", requests, failed
  printf "requests/s: %.0f\n", requests / us * 1e6
  printf "CPU ms/request: %.3f\n", requests ? ticks / hz * 1e3 / requests : 0
  printf "latency ms: p50 %.2f, p99 %.2f\n", p50 / 1e3, p99 / 1e3
}'
printf 'memory MiB: %d now, %d at most\n' $(($(memory_kib VmRSS) / 1024)) $(($(memory_kib VmHWM) / 1024))
printf 'start: %d ms\n' "$started_ms"
((failed == 0)) || die "some requests failed"
kill "$server" && wait "$server" || true
server=
"$bin/search_load" --index "$index" --queries "$queries" --seconds "$seconds" ${facets:+--facets "$facets"}
