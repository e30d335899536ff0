#!/bin/sh
# test-times.sh TESTS.xml: how long the tests of each group took, of the JUnit file that ctest writes. Two run at a
# time, so that the groups may add up to more than all of them took.
set -eu
sed -n 's/.*<testcase name="\([^"]*\)".* time="\([0-9.]*\)".*/\1 \2/p' "$1" | awk '
  { split($1, part, "/")
    group = part[1] == "trainer" && part[2] == "app" && part[3] != "" ? "trainer, its window" : part[1]
    time[group] += $2; count[group]++ }
  END { for (group in time) printf "%9d s  %s (%d)\n", time[group] + 0.5, group, count[group] }' | sort -k3
