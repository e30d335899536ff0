#!/bin/sh
# Pictures without a window: every view and time, sizes, exit codes.  render.sh BIN_DIR SOURCE_DIR
set -u
bin=$1 source=$2
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
failures=0
fail() { echo "FAILED: $*"; sed 's/^/    /' "$work/err" | head -5; failures=$((failures + 1)); }
render() { env -u DISPLAY -u WAYLAND_DISPLAY "$bin/smp-trainer" render "$@" >"$work/out" 2>"$work/err"; }
# Width and height from the header of a PNG, and how many bytes it has: an empty picture packs to almost nothing.
size_of() { od -An -tu1 -j16 -N8 "$1" | awk '{ print $3 * 256 + $4 "x" $7 * 256 + $8 }'; }

"$bin/smp" robot even-dots --lessons "$source/lessons" --kind expert --seed 3 -o "$work/pad.smprec" >/dev/null || exit 1
render "$work/pad.smprec" -o "$work/probe.png"
if grep -q "no OpenGL without a window" "$work/err"; then
  echo "SKIPPED: $(cat "$work/err")"
  exit 77
fi
for view in front macro zone:square dot:5; do
  for at in fresh 4w; do
    render "$work/pad.smprec" --view "$view" --at "$at" --size 400x300 -o "$work/$view.$at.png" || fail "$view at $at"
    [ "$(size_of "$work/$view.$at.png")" = 400x300 ] || fail "$view at $at: not 400x300"
    [ "$(wc -c <"$work/$view.$at.png")" -gt 10000 ] || fail "$view at $at: hardly anything in it"
  done
  cmp -s "$work/$view.fresh.png" "$work/$view.4w.png" && fail "$view: healing changes nothing"
done
render --lesson soft-hairline --lessons "$source/lessons" --view three_quarter --size 400x300 -o "$work/head.png" || fail "a lesson's head"
expect() {  # expect CODE PATTERN arguments...
  code=$1 pattern=$2; shift 2
  render "$@"; got=$?
  [ $got = "$code" ] && grep -q -e "$pattern" "$work/err" || fail "$*: exit $got, expected $code and \"$pattern\""
}
expect 2 "output" "$work/pad.smprec"
expect 2 "three_quarter" "$work/pad.smprec" --view side -o "$work/x.png"
expect 2 "4w" "$work/pad.smprec" --at tomorrow -o "$work/x.png"
expect 2 "WIDTHxHEIGHT" "$work/pad.smprec" --size huge -o "$work/x.png"
expect 2 "lesson" -o "$work/x.png"
expect 3 "none.smprec" "$work/none.smprec" -o "$work/x.png"
expect 3 "square" "$work/pad.smprec" --view zone:nape -o "$work/x.png"
expect 3 "counted from 0" "$work/pad.smprec" --view dot:99999 -o "$work/x.png"
expect 3 "no-such-folder" "$work/pad.smprec" -o "$work/no-such-folder/x.png"
# What is read is not written over, and what was there stays when nothing can be written.
cp "$work/pad.smprec" "$work/kept.smprec"
ln -s pad.smprec "$work/link.png"
expect 2 "another name" "$work/pad.smprec" -o "$work/pad.smprec"
expect 2 "another name" "$work/pad.smprec" -o "$work/link.png"
expect 2 "another name" --lesson "$source/lessons/even-dots" -o "$source/lessons/even-dots/lesson.toml"
cmp -s "$work/pad.smprec" "$work/kept.smprec" || fail "the record was written over"
expect 3 "/dev/full" "$work/pad.smprec" --size 400x300 -o /dev/full
[ -c /dev/full ] || fail "/dev/full is gone"
"$bin/smp-trainer" render --help >/dev/full 2>"$work/err"; [ $? = 3 ] || fail "help that nobody can read"
"$bin/smp-trainer" --version >&- 2>"$work/err"; [ $? = 3 ] || fail "a version that nobody can read"
[ $failures = 0 ] && echo "every view, time and size; every exit code"
exit $((failures > 0))
