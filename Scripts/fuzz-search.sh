#!/usr/bin/env bash
# Feeds the reader of searches with made-up inputs, 10 million or as many as asked, under AddressSanitizer:
# Scripts/fuzz-search.sh [RUNS]. Fails when one makes it crash, hang or contradict itself, and then keeps the input.
# Needs Swift's toolchain on Linux, which has libFuzzer. SEED=N repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-10000000}
seed=${SEED:-$((RANDOM * 32768 + RANDOM + 1))}
work=$(mktemp -d "${TMPDIR:-/tmp}/fuzz-search.XXXXXX")
clean_up() {
  rm -rf "$work/corpus" "$work/fuzz" "$work/words"
  rmdir "$work" 2>/dev/null || echo "fuzz-search: see $work" >&2
}
trap clean_up EXIT

swiftc -sanitize=fuzzer,address -use-ld=lld -O -parse-as-library -swift-version 6 -package-name blazz \
  -module-name FuzzSearch Sources/SearchExpression/*.swift Tests/SearchExpressionFuzz/FuzzSearch.swift \
  -o "$work/fuzz"

cat >"$work/words" <<'WORDS'
" +"
" -"
" >"
"+~"
" ("
") "
"*"
"\"a b\""
"\" @"
"@8"
"@10000"
"@10001"
"\xe2\x80\x9c"
"\xe2\x80\x9d"
"\xef\xbc\x82"
"\xe2\x80\x99"
"\xe2\x80\xae"
"\xe3\x80\x80"
"\xc2\x85"
"\xc3\xa9"
"\xcc\x81"
"\xe2\x80\x8d"
"\xe6\xbc\xa2"
"\xf0\x9f\x98\x80"
"_"
WORDS

# The first character of an input tells what it is: 0 a search in natural mode, 1 one in boolean mode.
mkdir "$work/corpus"
count=0
while IFS= read -r line; do
  count=$((count + 1))
  printf '%s' "$line" >"$work/corpus/$count"
done <<'SEEDS'
0john-doe O'Brien, a@b.c & "x"
1+john* +62812* -"acme corp"
1+apple +(>turnover <strudel) ~é
1"a b" @8 “c d”@10000 (e)
1((a)b(c "d"))-e +>f* <+g
1john.doe@example.com AT&T @x #y 😀
1a)
1(a "b
1jo*hn
1++a -~b
SEEDS

echo "fuzz-search: $runs inputs, SEED=$seed"
cd "$work"
SWIFT_BACKTRACE=enable=no nice ./fuzz corpus -runs="$runs" -seed="$seed" -dict=words -max_len=600 \
  -timeout=60 -report_slow_units=60 -rss_limit_mb=4096 -print_final_stats=1 -verbosity=1 -reload=0 2>log || {
  tail -n 60 log >&2
  echo "fuzz-search: failed; the input is in $(ls "$work"/crash-* "$work"/timeout-* "$work"/oom-* 2>/dev/null)" >&2
  exit 1
}
grep -E '^(Done|stat::)' log
rm log
