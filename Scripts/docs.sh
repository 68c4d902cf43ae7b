#!/usr/bin/env bash
# Builds the documentation of the two libraries into .build/docs. A warning fails: a link that leads nowhere is one.
set -euo pipefail
cd "$(dirname "$0")/.."
export BLAZZ_DOCS=1

for target in TableStore BlazzDB; do
  out=.build/docs/$target
  mkdir -p "$out"
  swift package --allow-writing-to-directory "$out" generate-documentation \
    --target "$target" --output-path "$out" --warnings-as-errors
  echo "docs: $out"
done
