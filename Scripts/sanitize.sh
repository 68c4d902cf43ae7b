#!/usr/bin/env bash
# Runs tests under a sanitizer: Scripts/sanitize.sh thread|address [FILTER], FILTER being a pattern over the names of
# suites and tests; without it, the suites that write, read and search from several threads. Fails at the first report.
set -euo pipefail
cd "$(dirname "$0")/.."

sanitizer=${1:?which: thread or address}
filter=${2:-LMDBTests|GroupCommitTests|SavepointTests|BulkLoadTests|BackupTests|VerifyTests|TransactionTests|EscapedHandleTests|ForeignKeyTests|LoadingTests|ReopeningTests}
build=.build/sanitize-$sanitizer

# A crash is to be told by the sanitizer, at once: Swift's own report of it takes minutes there.
export SWIFT_BACKTRACE=enable=no
swift build --sanitize="$sanitizer" --build-path "$build" --build-tests
export TSAN_OPTIONS="halt_on_error=1 suppressions=$PWD/Scripts/sanitize.suppressions ${TSAN_OPTIONS:-}"
export ASAN_OPTIONS="detect_leaks=0 ${ASAN_OPTIONS:-}"
# A sanitizer takes more address space than that test leaves a process.
"$build/debug/blazzPackageTests.xctest" --testing-library swift-testing --filter "$filter" \
  --skip opensWithLittleAddressSpace
