#!/usr/bin/env bash
# same_bits.sh SOURCE_DIR EXACT_BITS: the exact maths must give the same bits with every compiler and
# optimisation level. Builds it afresh with the compilers found here and compares with EXACT_BITS too.
set -euo pipefail
source_dir=$1
built=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

first=$("$built")
echo "$first  the build under test"
gcc_runs=0
different=0

try() {  # name compiler flags...
  local name=$1
  shift
  local core=$source_dir/engine/core
  "$@" -std=c++20 -ffp-contract=off -I "$source_dir" "$source_dir/tests/house/exact_bits.cpp" \
    "$core/check.cpp" "$core/draw.cpp" "$core/exact_math.cpp" "$core/hash.cpp" -lsodium -o "$work/exact_bits"
  local digest
  digest=$("$work/exact_bits")
  echo "$digest  $name"
  if [ "$digest" != "$first" ]; then different=$((different + 1)); fi
}

for compiler in g++ clang++ clang++-14; do
  if ! command -v "$compiler" >/dev/null; then
    echo "SKIPPED $compiler: not installed here"
    continue
  fi
  for level in -O0 -O2 -O3; do
    try "$compiler $level" "$compiler" "$level"
    if [ "$compiler" = g++ ]; then gcc_runs=$((gcc_runs + 1)); fi
  done
done
if [ "$gcc_runs" -gt 0 ]; then try "g++ -O3 -march=native" g++ -O3 -march=native; fi

[ "$gcc_runs" -eq 3 ] || { echo "FAILED: only $gcc_runs of 3 builds with g++ ran" >&2; exit 1; }
[ "$different" -eq 0 ] || { echo "FAILED: $different builds gave other bits" >&2; exit 1; }
