#!/bin/bash
# contract.sh SMP SOURCE_DIR: the promises of `smp` that other people's scripts rely on.
set -u
smp=$1
source=$2
lessons=$source/lessons
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect CODE what command...: the exit code, with output kept in $work/out and $work/err.
expect() {
  local code=$1 what=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err"
  local got=$?
  if [ "$got" != "$code" ]; then
    echo "FAILED: $what: exit $got, expected $code"
    sed 's/^/    /' "$work/err" | head -5
    failures=$((failures + 1))
  fi
}
says() {  # says WHAT PATTERN FILE
  grep -q -e "$2" "$work/$3" || { echo "FAILED: $1: no \"$2\" in std$3"; sed 's/^/    /' "$work/$3" | head -5; failures=$((failures + 1)); }
}

# 2,000 taps with rising pressure, at known places.
awk 'BEGIN { for (i = 0; i < 2000; ++i) {
  x = 15.25 + (i % 50) * 0.59; y = 15.25 + int(i / 50) * 0.735; t = i * 400000; p = 0.05 + i * 0.0004
  printf "{\"t_us\":%d,\"at\":[%.3f,%.3f],\"pressure\":%.4f,\"contact\":true}\n", t, x, y, p
  printf "{\"t_us\":%d,\"at\":[%.3f,%.3f],\"pressure\":0,\"contact\":false}\n", t + 120000, x, y } }' >"$work/taps.jsonl"
expect 0 "play" "$smp" play even-dots "$work/taps.jsonl" --lessons "$lessons" -o "$work/taps.smprec"
expect 0 "replay --dots" "$smp" replay "$work/taps.smprec" --dots "$work/dots.csv"
awk -F, 'NR == 1 { if ($0 != "dot,t_us,u_mm,v_mm,zone,pressure,dwell_us,deposit_depth_mm,delta,diameter_mm,angle_deg,treatment_session,withdrawn") bad = 1; next }
  { i = NR - 2; x = 15.25 + (i % 50) * 0.59; y = 15.25 + int(i / 50) * 0.735
    if ($1 != i || ($3 - x) ^ 2 > 1.01e-6 || ($4 - y) ^ 2 > 1.01e-6 || $2 != i * 400000 || $8 + 0 < deepest) bad = 1
    deepest = $8 + 0; ++n }
  END { exit !(n == 2000 && !bad) }' "$work/dots.csv" || { echo "FAILED: 2,000 taps: places, order or depth"; failures=$((failures + 1)); }

# The same attempt: score, replay and verify agree.
expect 0 "robot" "$smp" robot even-dots --lessons "$lessons" --kind expert --seed 3 -o "$work/expert.smprec"
expect 0 "score --json" "$smp" score "$work/expert.smprec" --json
digest=$(sed -n 's/.*"digest": *"\([0-9a-f]*\)".*/\1/p' "$work/out" | head -1)
total=$(sed -n 's/.*"total": *\([0-9.]*\).*/\1/p' "$work/out" | head -1)
expect 0 "replay --json" "$smp" replay "$work/expert.smprec" --json
says "replay's digest" "$digest" out
says "replay's total" "\"total\": $total" out
expect 0 "verify" "$smp" verify "$work/expert.smprec" --json
says "the claim holds" '"holds": true' out
expect 0 "report" "$smp" report "$work/expert.smprec" -o "$work/report" --html --no-pictures
[ -s "$work/report/index.html" ] || { echo "FAILED: no report"; failures=$((failures + 1)); }
expect 1 "idle robot below the pass mark" bash -c "'$smp' robot even-dots --lessons '$lessons' --kind one-dot -o '$work/one.smprec' && '$smp' score '$work/one.smprec' --require-pass"

# A record written out as samples and played again: the same state, and so the same dots and the same score.
same_again() {  # what record lesson
  expect 0 "$1: written out" "$smp" replay "$2" --samples "$work/again.jsonl" --json
  local state; state=$(grep -e state_digest "$work/out")
  expect 0 "$1: played again" "$smp" play "$3" "$work/again.jsonl" --lessons "$lessons" -o "$work/again.smprec"
  expect 0 "$1: folded again" "$smp" replay "$work/again.smprec" --json
  [ -n "$state" ] && says "$1: the same state" "$state" out
}
same_again "an expert" "$work/expert.smprec" even-dots
awk '{ print } NR == 800 { print "{\"event\":\"calibration\",\"minimum_pressure\":0.1,\"curve\":0.5}" }
  NR == 1600 { print "{\"event\":\"device\",\"kind\":\"mouse\",\"name\":\"another\"}"; print "{\"event\":\"calibration\",\"press_time\":1.2}" }' "$work/taps.jsonl" >"$work/turned.jsonl"
expect 0 "calibrated in the middle" "$smp" play even-dots "$work/turned.jsonl" --lessons "$lessons" -o "$work/turned.smprec"
same_again "calibrated in the middle" "$work/turned.smprec" even-dots
for lesson in soft-hairline needled-scar strip-scar; do
  expect 0 "robot of $lesson" "$smp" robot "$lesson" --lessons "$lessons" --kind expert -o "$work/$lesson.smprec"
  same_again "$lesson" "$work/$lesson.smprec" "$lesson"
done

# Questions alone: played, scored, verified; the first answer counts.
printf '{"event":"answer","question":0,"choice":1}\n{"event":"answer","question":1,"choice":0}\n{"event":"answer","question":1,"choice":2}\n' >"$work/answers.jsonl"
expect 0 "a paper is fine" "$smp" lesson check "$source/tests/data/lessons/theory-paper.toml"
expect 0 "answers played" "$smp" play "$source/tests/data/lessons/theory-paper.toml" "$work/answers.jsonl" -o "$work/paper.smprec"
expect 0 "a paper scored" "$smp" score "$work/paper.smprec" --json
says "one of three is right" '"total": 33.33' out
says "the metrics" '"unanswered": 1.0' out
says "the question is named" 'Question 2 was answered wrongly: How long do you wait' out
expect 0 "a paper verified" "$smp" verify "$work/paper.smprec" --json
says "its claim holds" '"holds": true' out
expect 0 "a paper reported" "$smp" report "$work/paper.smprec" -o "$work/paper" --html --no-pictures
printf '{"event":"answer","question":3,"choice":0}\n' >"$work/answers.jsonl"
expect 3 "a question that is not asked" "$smp" play "$source/tests/data/lessons/theory-paper.toml" "$work/answers.jsonl" -o "$work/none.smprec"
says "its field is named" "question" err
expect 0 "an expert's paper" "$smp" robot "$source/tests/data/lessons/theory-paper.toml" --kind expert -o "$work/knows.smprec"
expect 0 "is passed" "$smp" score "$work/knows.smprec" --require-pass

# What the ledger promises is what the fix brings; several records, several threads, one order.
expect 0 "a novice" "$smp" robot even-dots --lessons "$lessons" --kind practitioner --skill 0.3 --seed 4 -o "$work/novice.smprec"
python3 - "$smp" "$work/novice.smprec" <<'PYTHON' || { echo "FAILED: gains and fixes"; failures=$((failures + 1)); }
import json, subprocess, sys
smp, record = sys.argv[1:]
def score(*more): return json.loads(subprocess.run([smp, "score", record, "--json", *more], check=True, capture_output=True).stdout)
before = score()
fixed = [(i, line) for i, line in enumerate(before["ledger"]) if line["fix"]]
assert fixed, "no line with a fix"
for i, line in fixed:
    after = score("--apply-fix", str(i))["total"]
    assert abs(after - before["total"] - line["gain"]) < 0.011, (i, line["cause"], line["gain"], after - before["total"])
PYTHON
expect 3 "a line that is not there" "$smp" score "$work/novice.smprec" --apply-fix 999
"$smp" score "$work/expert.smprec" "$work/novice.smprec" "$work/expert.smprec" --json >"$work/one.json"
"$smp" score "$work/expert.smprec" "$work/novice.smprec" "$work/expert.smprec" --json --jobs 3 >"$work/three.json"
cmp -s "$work/one.json" "$work/three.json" || { echo "FAILED: --jobs changes the answer"; failures=$((failures + 1)); }

# Bad input.
expect 1 "ten mistakes" "$smp" lesson check "$source/tests/data/lessons/ten-mistakes.toml" --json
[ "$(grep -c '"severity": "error"' "$work/out")" = 10 ] || { echo "FAILED: ten mistakes: $(grep -c '"severity": "error"' "$work/out") findings"; failures=$((failures + 1)); }
expect 1 "mistakes in words" "$smp" lesson check "$source/tests/data/lessons/ten-mistakes.toml"
[ "$(grep -c "expected" "$work/out")" = 10 ] || { echo "FAILED: a finding does not say what was expected"; cat "$work/out"; failures=$((failures + 1)); }
awk 'BEGIN { srand(7); print "x,y"; for (i = 0; i < 5000; ++i) printf "%.3f,%.3f\n", 60 * rand(), 60 * rand() }' >"$work/cloud.csv"
expect 3 "a cloud is no line" "$smp" analyse hairline "$work/cloud.csv" "$work/cloud.csv"
grep -q "cloud.csv: expected the points of a line in order" "$work/err" || { echo "FAILED: a cloud is refused in other words"; cat "$work/err"; failures=$((failures + 1)); }
echo '{"rings": [{"x": [0, 60, 60, 0], "y": [0, 0, 60, 60]}], "rigns": 1}' >"$work/window.json"
expect 3 "a window with an unknown key" "$smp" analyse points "$work/cloud.csv" --window "$work/window.json" --density 100
grep -q "window.json: rigns: unknown key" "$work/err" || { echo "FAILED: the unknown key is not named"; cat "$work/err"; failures=$((failures + 1)); }
expect 2 "an axis that is no number" "$smp" analyse hairline "$work/cloud.csv" "$work/cloud.csv" --axis-x nan
expect 3 "missing record" "$smp" score "$work/none.smprec"
says "it is named" "none.smprec" err
head -c 5000 "$work/expert.smprec" >"$work/cut.smprec"
expect 3 "truncated record" "$smp" score "$work/cut.smprec"
size=$(wc -c <"$work/expert.smprec")
head -c $((size / 2)) "$work/expert.smprec" >"$work/half.smprec"
expect 3 "half a record" "$smp" replay "$work/half.smprec"
expect 0 "what is left of it" "$smp" replay "$work/half.smprec" --salvage --dots "$work/half.csv"
[ "$(wc -l <"$work/half.csv")" -gt 50 ] || { echo "FAILED: half a record holds more dots than $(wc -l <"$work/half.csv")"; failures=$((failures + 1)); }
{ cat "$work/expert.smprec"; echo "something else"; } >"$work/more.smprec"
expect 1 "bytes that are not the record's" "$smp" verify "$work/more.smprec"
echo "not a record" >"$work/text.smprec"
expect 3 "foreign record" "$smp" score "$work/text.smprec"
: >"$work/empty.smprec"
expect 3 "empty record" "$smp" verify "$work/empty.smprec"
echo '{"t_us":0,"at":[NaN,1],"contact":true}' >"$work/nan.jsonl"
expect 3 "NaN in samples" "$smp" play even-dots "$work/nan.jsonl" --lessons "$lessons" -o "$work/x.smprec"
says "the line is named" "nan.jsonl:1" err
expect 3 "unknown lesson" "$smp" play no-such-lesson "$work/taps.jsonl" --lessons "$lessons" -o "$work/x.smprec"
: >"$work/nothing.jsonl"
expect 0 "no samples" "$smp" play even-dots "$work/nothing.jsonl" --lessons "$lessons" -o "$work/x.smprec"
says "no dots, it says" "no dot was made" err
expect 3 "no such folder of lessons" "$smp" lesson list --lessons "$work/nowhere"
expect 3 "no lesson's id" "$smp" lesson new "$work/Weird Name!"
expect 3 "no parent for a new lesson" "$smp" lesson new "$work/nowhere/mine"
expect 2 "a skill that is no number" "$smp" robot even-dots --skill nan -o "$work/x.smprec"
expect 2 "a seed below zero" "$smp" robot even-dots --seed -1 -o "$work/x.smprec"
printf '\357\273\277x,y\r\n1,1\r\n2,2\r\n' >"$work/bom.csv"
printf '{"type":"rectangle","rings":[{"hole":false,"x":[0,4,4,0],"y":[0,0,4,4]}]}' >"$work/window.json"
expect 0 "a CSV as Excel writes it" "$smp" analyse points "$work/bom.csv" --window "$work/window.json" --density 90
printf 'x,y\n1,2,3\n' >"$work/surplus.csv"
expect 3 "a row with more values than the header" "$smp" analyse points "$work/surplus.csv" --window "$work/window.json" --density 90
printf 'x,y\r1,1\r2,2\r' >"$work/mac.csv"
expect 0 "line ends of an old Mac" "$smp" analyse points "$work/mac.csv" --window "$work/window.json" --density 90
grep -q '"n": 2' "$work/out" || { echo "FAILED: two points of an old Mac"; failures=$((failures + 1)); }
printf 'x,y,x\n1,2,3\n' >"$work/twice.csv"
expect 3 "a column twice" "$smp" analyse points "$work/twice.csv" --window "$work/window.json" --density 90
bad_window() {  # name, JSON, what is said
  printf '%s' "$2" >"$work/bad.json"
  expect 3 "$1" "$smp" analyse points "$work/bom.csv" --window "$work/bad.json" --density 90
  says "$1: named" "$3" err
}
square='"x":[0,4,4,0],"y":[0,0,4,4]'
bad_window "broken JSON" "{\"rings\":
[{\"x\":[0,4" "bad.json:2:"
bad_window "a number too large" "{\"rings\":[{\"x\":[1e999]}]}" "too large"
bad_window "a bow tie" '{"rings":[{"x":[0,4,4,0],"y":[0,4,0,4]}]}' "ring 1: the ring crosses itself"
bad_window "a hole outside" "{\"rings\":[{$square},{\"hole\":true,\"x\":[6,7,7],\"y\":[0,0,1]}]}" "ring 2: the hole"
bad_window "a wrong type" "{\"type\":\"circle\",\"rings\":[{$square}]}" "type: expected"
bad_window "a wrong area" "{\"area\":5,\"rings\":[{$square}]}" "area: the rings enclose 16"
bad_window "a frame too small" "{\"xrange\":[0,1],\"rings\":[{$square}]}" "xrange: "
bad_window "text for a number" '{"rings":[{"x":[0,4,"4",0],"y":[0,0,4,4]}]}' "expected a number"
expect 2 "radii that are no numbers" "$smp" analyse points "$work/bom.csv" --window "$work/window.json" --density 90 --r 1,,2
expect 2 "a negative radius" "$smp" analyse points "$work/bom.csv" --window "$work/window.json" --density 90 --r=-1
expect 2 "a density that is no number" "$smp" analyse points a.csv --window w.json --density nan
expect 2 "unknown command" "$smp" no-such-command
says "the command is named" "no-such-command" err
expect 2 "unknown option" "$smp" score --no-such-option
expect 2 "no subcommand" "$smp"
expect 2 "missing argument" "$smp" play
expect 0 "help" "$smp" --help
for command in lesson play robot score replay verify analyse report; do expect 0 "$command --help" "$smp" "$command" --help; done

[ $failures = 0 ] && echo "the contract holds"
exit $((failures > 0))
