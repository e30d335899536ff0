#!/bin/sh
# test_times.sh SOURCE_DIR: ./check adds the times of tests up by group.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/tests.xml" <<'XML'
<testsuite name="(empty)" tests="5">
	<testcase name="engine/core" classname="engine/core" time="0.6" status="run">
	<testcase name="engine/sim" classname="engine/sim" time="1.2" status="run">
	<testcase name="trainer/app/press" classname="trainer/app/press" time="60.2" status="run">
	<testcase name="trainer/app" classname="trainer/app" time="0.2" status="run">
		<system-out>a time="9" of its own</system-out>
	<testcase name="house/layers" classname="house/layers" time="3" status="run">
</testsuite>
XML
cat >"$work/wanted" <<'TEXT'
        2 s  engine (2)
        3 s  house (1)
        0 s  trainer (1)
       60 s  trainer, its window (1)
TEXT
"$1/packaging/test-times.sh" "$work/tests.xml" >"$work/found"
diff "$work/wanted" "$work/found"
echo "times of tests are added up by group"
