#!/bin/sh
# formatted.sh SOURCE_DIR: every C++ file is as .clang-format says. Versions of the formatter differ in what
# they write, so it is Debian 12's, whatever else is installed.
set -eu
cd "$1"

formatter=clang-format-14
command -v "$formatter" >/dev/null || { echo "FAILED: no $formatter (package clang-format-14)" >&2; exit 1; }

found=$(mktemp)
trap 'rm -f "$found"' EXIT
files=$(find engine trainer tests bench -type f \( -name '*.cpp' -o -name '*.h' -o -name '*.c' \) | sort)
# shellcheck disable=SC2086
if "$formatter" --dry-run --Werror $files 2>"$found"; then
  echo "$(echo "$files" | wc -l) files, all formatted"
else
  echo "FAILED: not as the formatter writes them; $formatter -i them:" >&2
  sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: error: .*/\1/p' "$found" | sort -u >&2
  exit 1
fi
