#!/bin/sh
# same-digests.sh SMP SMP...: the same attempts, made and scored by each program, must have the same digests.
set -eu
lessons=$(cd "$(dirname "$0")/../lessons" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
first=""
# glibc picks its mathematics by the processor: the first program runs once more with the fused paths off.
printf '#!/bin/sh\nGLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F exec "%s" "$@"\n' "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")" >"$work/without-fma"
chmod +x "$work/without-fma"
for smp in "$@" "$work/without-fma"; do
  out=""
  for lesson in first-dots even-dots soft-hairline between-hairs three-sessions; do
    for kind in expert novice practitioner grid; do
      "$smp" robot "$lesson" --lessons "$lessons" --kind "$kind" --seed 11 -o "$work/$kind.smprec" >/dev/null
      digest=$("$smp" score "$work/$kind.smprec" --json | sed -n 's/.*"digest": *"\([0-9a-f]*\)".*/\1/p')
      state=$("$smp" replay "$work/$kind.smprec" --json | sed -n 's/.*"state_digest": *"\([0-9a-f]*\)".*/\1/p')
      [ -n "$digest" ] && [ -n "$state" ] || { echo "no digest from $smp for $kind at $lesson" >&2; exit 1; }
      out="$out
$lesson $kind $digest $state"
    done
  done
  if [ -z "$first" ]; then first=$out; echo "$out"; fi
  [ "$out" = "$first" ] || { echo "different digests from $smp:$out" >&2; exit 1; }
done
echo "same digests from $# programs"
