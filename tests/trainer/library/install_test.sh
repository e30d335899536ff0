#!/bin/sh
# An installed tree works wherever it is moved to, with its own files and without the source tree's.
#   install_test.sh CMAKE BUILD_TREE SOURCE_TREE
cmake=$1
build=$2
source=$3
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
there() { [ -s "$1" ] || fail "$1 is not installed"; }

"$cmake" --install "$build" --prefix "$work/here" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
mkdir "$work/somewhere else"
mv "$work/here" "$work/somewhere else/prefix"
prefix="$work/somewhere else/prefix"
data="$prefix/share/smp-trainer"
smp="$prefix/bin/smp"
there "$smp"
there "$data/assets/lessons/first-minutes/lesson.toml"
there "$data/lessons/even-dots/lesson.toml"
[ -e "$data/assets/desktop" ] && fail "files for the desktop lie where nobody looks for them"
if [ -e "$prefix/bin/smp-trainer" ]; then
  there "$prefix/share/applications/smp-trainer.desktop"
  there "$prefix/share/applications/smp-trainer-record.desktop"
  there "$prefix/share/icons/hicolor/scalable/apps/smp-trainer.svg"
  there "$prefix/share/mime/packages/smp-trainer.xml"
  there "$prefix/share/metainfo/smp-trainer.metainfo.xml"
fi

# Nobody's profile is looked into.
XDG_DATA_HOME="$work/data"
export XDG_DATA_HOME
"$smp" lesson list --json >"$work/list.json" 2>"$work/err" || { cat "$work/err"; fail "lesson list"; }
grep -q "\"path\": \"$data/lessons/even-dots\"" "$work/list.json" || fail "the moved tree's lessons are not the ones listed"
"$smp" robot even-dots --kind expert --seed 3 -o "$work/a.smprec" || fail "a robot at a moved lesson"
"$smp" score "$work/a.smprec" --require-pass >/dev/null || fail "its score"

# Nothing falls back to the source tree.
rm -r "$data/lessons/even-dots"
"$smp" lesson list --json >"$work/list.json" 2>/dev/null
grep -q "\"path\": \"$source/" "$work/list.json" && fail "lessons of the source tree are listed"
"$smp" lesson list --json 2>/dev/null | grep -q "\"path\": \"$data/" || fail "the others are not listed any more"

# A link to the program finds what lies beside the program, not beside the link.
mkdir "$work/links"
ln -s "$smp" "$work/links/smp"
"$work/links/smp" lesson show soft-hairline >/dev/null || fail "a link to the program"

[ "$failures" = 0 ] && echo "an installed tree can be moved"
exit "$failures"
