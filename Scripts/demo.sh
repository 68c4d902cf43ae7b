#!/usr/bin/env bash
# Shows what the package does on the made-up dump in Examples: builds, imports, looks in with the tool, and runs the
# typed example. Leaves nothing behind but the build.
set -euo pipefail
cd "$(dirname "$0")/.."

step() {
  echo
  echo "── $*"
}

step "Building the tool and the example for release"
swift build --configuration release --product blazz
swift build --configuration release --product BlazzExample
binaries=$(swift build --configuration release --show-bin-path)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
store=$folder/demo.blazz

step "blazz import: a mariadb-dump into a new store"
"$binaries/blazz" import Examples/demo.sql --into "$store"

step "blazz tables: what the store holds"
"$binaries/blazz" tables "$store" --format table

step "blazz dump: the five latest chats of workspace 1"
"$binaries/blazz" dump "$store" chats --workspace 1 --order-by 'created_at DESC' --limit 5 \
  --columns id,contact_id,type,status,created_at,metadata --format table

step "blazz get: contact 1"
"$binaries/blazz" get "$store" contacts 1 --format json

step "Sources/BlazzExample: the same workspace from Swift, its latest chats, a contact by uuid, and an answer to it"
"$binaries/BlazzExample" "$store"
