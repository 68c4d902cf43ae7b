#!/usr/bin/env bash
# Feeds the reader of SQL conditions with made-up inputs, 10 million or as many as asked, under AddressSanitizer:
# Scripts/fuzz-expression.sh [RUNS]. Fails when one makes it crash, hang or contradict itself, and then keeps the
# input. Needs Swift's toolchain on Linux, which has libFuzzer. SEED=N repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-10000000}
seed=${SEED:-$((RANDOM * 32768 + RANDOM + 1))}
work=$(mktemp -d "${TMPDIR:-/tmp}/fuzz-expression.XXXXXX")
clean_up() {
  rm -rf "$work/corpus" "$work/fuzz" "$work/words"
  rmdir "$work" 2>/dev/null || echo "fuzz-expression: see $work" >&2
}
trap clean_up EXIT

swiftc -sanitize=fuzzer,address -use-ld=lld -O -parse-as-library -swift-version 6 -package-name blazz \
  -module-name FuzzExpression Sources/SQLExpression/*.swift Tests/SQLExpressionFuzz/FuzzExpression.swift \
  -o "$work/fuzz"

cat >"$work/words" <<'WORDS'
" AND "
" OR "
"NOT "
" IN ("
" IS NULL"
" IS NOT NULL"
" BETWEEN "
" LIKE "
" ESCAPE '|'"
" ESCAPE ''"
" XOR "
" DESC"
" ASC"
"NULL"
"TRUE"
"FALSE"
"<=>"
"<>"
"!="
"<="
">="
"&&"
"||"
"0x4a"
"x'4a'"
"1.5e-3"
"''"
"\\'"
"\\%"
"``"
"\"\""
"-- "
"/*"
", "
"\xc3\xa9"
"\xe6\xbc\xa2"
"\xf0\x9f\x98\x80"
"\xcc\x81"
"\xe2\x80\x99"
"\xe2\x80\xae"
WORDS

# The first character of an input tells what it is: 0 an order, 1 columns, others a condition.
mkdir "$work/corpus"
count=0
while IFS= read -r line; do
  count=$((count + 1))
  printf '%s' "$line" >"$work/corpus/$count"
done <<'SEEDS'
0id DESC, `created at` ASC, name
1id, uuid, `na``me`
2status = 'open' AND (priority >= 3 OR assigned_to IS NULL)
2NOT a = b AND !c <=> NULL OR d <> -1.5e3
2a NOT IN (1, 'x', NULL, b) AND c BETWEEN 1 AND d NOT BETWEEN .5 AND 7
2name LIKE 'it''s 100|%%' ESCAPE '|' || "a""b" NOT LIKE '\%\'\\'
2((a = b) = c) IS NOT NULL && x'4A' <= 0x4a4b
2`from` = 'é漢😀' 'and' "more" AND TRUE
3a = (b
3lower(a) = 1
3a = 'O'Brien'
3t.a XOR b + 1 -- c
3a IS TRUE ; a = ‘b’
SEEDS

echo "fuzz-expression: $runs inputs, SEED=$seed"
cd "$work"
SWIFT_BACKTRACE=enable=no nice ./fuzz corpus -runs="$runs" -seed="$seed" -dict=words -max_len=600 -timeout=10 \
  -rss_limit_mb=4096 -print_final_stats=1 -verbosity=1 -reload=0 2>log || {
  tail -n 60 log >&2
  echo "fuzz-expression: failed; the input is in $(ls "$work"/crash-* "$work"/timeout-* "$work"/oom-* 2>/dev/null)" >&2
  exit 1
}
grep -E '^(Done|stat::)' log
rm log
