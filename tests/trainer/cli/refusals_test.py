#!/usr/bin/env python3
"""refusals_test.py SMP SOURCE_DIR: what `smp` does not take. A usage that is wrong ends with 2, data that cannot be
read or understood with 3, and the words name the file, the line and the field; nothing half done is left behind."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

SMP, SOURCE = sys.argv[1], sys.argv[2]
LESSONS = os.path.join(SOURCE, "lessons")
DOWN = '{"t_us":0,"at":[20,20],"pressure":0.5,"contact":true}'
UP = '{"t_us":120000,"at":[20,20],"pressure":0,"contact":false}'


def run(*args):
    return subprocess.run([SMP, *map(str, args)], capture_output=True, text=True)


class Refusals(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, content):
        with open(self.path(name), "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        return self.path(name)

    def refused(self, code, *args, says=()):
        done = run(*args)
        words = done.stdout + done.stderr
        self.assertEqual(done.returncode, code, f"smp {' '.join(map(str, args))}\n{words}")
        for part in [says] if isinstance(says, str) else says:
            self.assertIn(part, words, f"smp {' '.join(map(str, args))}")
        self.assertNotIn("terminate called", words)
        return done


class Usage(Refusals):
    def test_a_wrong_usage_is_two_and_says_how_it_is_right(self):
        for args, words in [
            ([], "expected a command"),
            (["nosuch"], "nosuch"),
            (["--nosuch"], "nosuch"),
            (["lesson"], "Usage"),
            (["lesson", "nosuch"], "nosuch"),
            (["score"], "records"),
            (["score", "a.smprec", "--nosuch"], "--nosuch"),
            (["score", "a.smprec", "--jobs", "0"], "--jobs"),
            (["score", "a.smprec", "--jobs", "many"], "--jobs"),
            (["score", "a.smprec", "--apply-fix", "-1"], "--apply-fix"),
            (["score", "a.smprec", "--at", "soon"], "--at"),
            (["replay"], "record"),
            (["replay", "a.smprec", "--to", "now"], "--to"),
            (["play", "even-dots"], "samples"),
            (["play", "even-dots", "s.jsonl"], "-o"),
            (["robot", "even-dots", "--kind", "expert"], "-o"),
            (["robot", "even-dots", "--kind", "practitioner", "--skill", "2", "-o", "a"], "--skill"),
            (["robot", "even-dots", "--kind", "practitioner", "--skill", "nan", "-o", "a"], "--skill"),
            (["robot", "even-dots", "--kind", "expert", "--seed", "-1", "-o", "a"], "--seed"),
            (["analyse"], "Usage"),
            (["analyse", "points", "p.csv", "--density", "40"], "--window"),
            (["analyse", "points", "p.csv", "--window", "w.json"], "--density"),
            (["analyse", "points", "p.csv", "--window", "w.json", "--density", "-4"], "--density"),
            (["analyse", "depth", "d.csv", "--target", "0.5"], "--band"),
            (["analyse", "depth", "d.csv", "--band", "0.7,0.3", "--target", "0.5"], "LO below HI"),
            (["analyse", "depth", "d.csv", "--band", "0.3", "--target", "0.5"], "LO,HI"),
            (["analyse", "depth", "d.csv", "--band", "a,b", "--target", "0.5"], "--band"),
            (["analyse", "hairline", "a.csv"], "target"),
            (["report", "a.smprec"], "-o"),
            (["verify"], "Usage"),
        ]:
            with self.subTest(args=args):
                self.refused(2, *args, says=words)
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_help_is_no_mistake_and_every_command_has_it(self):
        for args in [[], ["lesson"], ["lesson", "check"], ["lesson", "list"], ["lesson", "show"], ["lesson", "new"],
                     ["lesson", "pack"], ["lesson", "unpack"], ["lesson", "schema"], ["lesson", "doc"], ["play"],
                     ["robot"], ["score"], ["replay"], ["verify"], ["analyse"], ["analyse", "points"],
                     ["analyse", "hairline"], ["analyse", "depth"], ["report"]]:
            with self.subTest(args=args):
                done = run(*args, "--help")
                self.assertEqual(done.returncode, 0)
                self.assertIn("Usage", done.stdout)
                self.assertIn("Exit codes: 0 ok", done.stdout)
                self.assertEqual(done.stderr, "")


class Missing(Refusals):
    def test_what_is_not_there_is_three_by_its_name(self):
        gone = self.path("gone")
        for args in [["score", gone], ["replay", gone], ["verify", gone],
                     ["play", "even-dots", gone, "-o", self.path("r.smprec"), "--lessons", LESSONS],
                     ["lesson", "check", gone + "/x.toml"],
                     ["analyse", "depth", gone, "--band", "0.3,0.7", "--target", "0.5"],
                     ["analyse", "hairline", gone, gone], ["lesson", "unpack", gone, self.path("out")]]:
            with self.subTest(args=args):
                done = run(*args)
                self.assertIn(done.returncode, (1, 3) if args[0] in ("verify", "lesson") else (3,))
                self.assertIn("gone", done.stdout + done.stderr)
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_a_lesson_that_no_folder_holds_is_called_by_its_id(self):
        for args in [["lesson", "show", "no-such-lesson"], ["robot", "no-such-lesson", "--kind", "expert", "-o", self.path("r")]]:
            self.refused(3, *args, "--lessons", LESSONS, says="no-such-lesson")

    def test_a_robot_that_nobody_knows_is_answered_with_those_there_are(self):
        known = [robot["kind"] for robot in json.loads(run("robot", "--list", "--json").stdout)]
        done = self.refused(3, "robot", "even-dots", "--lessons", LESSONS, "--kind", "nobody", "-o", self.path("r"), says="nobody")
        for kind in known:
            self.assertIn(kind, done.stderr)

    def test_a_file_that_is_no_record_is_told_from_one_that_is_damaged(self):
        for name, content in [("empty", b""), ("text", b"hello\n" * 1000), ("png", b"\x89PNG\r\n\x1a\n" + b"\0" * 4096),
                              ("sqlite", b"SQLite format 3\0" + b"\0" * 5000)]:
            with self.subTest(name=name):
                file = self.write(name + ".smprec", content)
                self.refused(3, "score", file, says=name)
                self.refused(3, "replay", file, says=name)
                self.assertIn(run("verify", file).returncode, (1, 3))

    def test_an_output_that_cannot_be_written_is_three_and_leaves_nothing(self):
        nowhere = self.path("no/such/folder/r.smprec")
        self.refused(3, "robot", "even-dots", "--lessons", LESSONS, "--kind", "one-dot", "-o", nowhere, says="no/such")
        self.assertEqual(os.listdir(self.folder.name), [])


class Samples(Refusals):
    def play(self, text, lesson="even-dots"):
        return run("play", lesson, self.write("s.jsonl", text), "--lessons", LESSONS, "-o", self.path("r.smprec"))

    def test_a_line_that_is_wrong_is_named_by_number_and_field(self):
        for line, field in [
            ('{"t_us":1.5,"at":[1,1],"contact":false}', "t_us"),
            ('{"t_us":-1,"at":[1,1],"contact":false}', "t_us"),
            ('{"t_us":86400000001,"at":[1,1],"contact":false}', "t_us"),
            ('{"t_us":18446744073709551615,"at":[1,1],"contact":false}', "t_us"),
            ('{"t_us":"0","at":[1,1],"contact":false}', "t_us"),
            ('{"at":[1,1],"contact":false}', "t_us"),
            ('{"t_us":200000,"contact":false}', "at"),
            ('{"t_us":200000,"at":[1],"contact":false}', "at"),
            ('{"t_us":200000,"at":[1,2,3],"contact":false}', "at"),
            ('{"t_us":200000,"at":[1,"2"],"contact":false}', "at"),
            ('{"t_us":200000,"at":[1,10001],"contact":false}', "at"),
            ('{"t_us":200000,"at":[1,1]}', "contact"),
            ('{"t_us":200000,"at":[1,1],"contact":1}', "contact"),
            ('{"t_us":200000,"at":[1,1],"contact":true,"pressure":1.01}', "pressure"),
            ('{"t_us":200000,"at":[1,1],"contact":true,"pressure":-0.1}', "pressure"),
            ('{"t_us":200000,"at":[1,1],"contact":true,"pressure":null}', "pressure"),
            ('{"t_us":200000,"at":[1,1],"contact":true,"tilt_deg":[0,91]}', "tilt_deg"),
            ('{"t_us":200000,"at":[1,1],"contact":true,"tilt_deg":5}', "tilt_deg"),
            ('{"t_us":200000,"at":[1,1],"contact":true,"colour":"red"}', "colour"),
            ('{"event":"jump"}', "event"),
            ('{"event":""}', "event"),
            ('{"event":7}', "event"),
            ('{"event":"tool","needle":"12XX"}', "needle"),
            ('{"event":"tool","rate_hz":201}', "rate_hz"),
            ('{"event":"tool","set_mm":0.4}', "set_mm"),
            ('{"event":"tool","stretch":2}', "stretch"),
            ('{"event":"tool","rate_hz":100,"voltage_v":8}', "voltage_v"),
            ('{"event":"tool","dilution":3,"parts":[3,1]}', "parts"),
            ('{"event":"answer","question":0}', "choice"),
            ('{"event":"answer","question":-1,"choice":0}', "question"),
            ('{"event":"hairline","points":[[1,1]]}', "points"),
            ('{"event":"hairline","points":[[1,1],[2]]}', "points"),
            ('{"event":"heal","days":0}', "days"),
            ('{"event":"heal","days":3651}', "days"),
            ('{"event":"undo","dot":"yes"}', "dot"),
            ('{"event":"redo","days":1}', "days"),
            ('{"event":"calibration","minimum_pressure":0.5,"maximum_pressure":0.5}', "maximum_pressure"),
            ('{"event":"calibration","press_time":1.6}', "press_time"),
            ('{"event":"device","kind":"spoon"}', "kind"),
        ]:
            with self.subTest(line=line):
                done = self.play(f"{DOWN}\n\n{UP}\n{line}\n")
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn("s.jsonl:4", done.stderr)
                self.assertIn(field, done.stderr)
                self.assertFalse(os.path.exists(self.path("r.smprec")))

    def test_a_line_that_is_no_object_is_named_too(self):
        for line in ["[]", "7", "null", '"text"', "{", "}", '{"t_us":200000', "{'t_us':0}", '{"t_us":NaN}',
                     '{"t_us":0,"t_us":1,"at":[1,1],"contact":false}', '{"a":' * 6 + "1" + "}" * 6, "\x00",
                     DOWN + DOWN, DOWN + ","]:
            with self.subTest(line=line):
                done = self.play(f"{DOWN}\n{UP}\n{line}\n")
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn("s.jsonl:3", done.stderr)

    def test_time_that_falls_is_refused_where_it_falls(self):
        done = self.play(f"{DOWN}\n{UP}\n" + '{"t_us":119999,"at":[1,1],"contact":false}\n')
        self.assertEqual(done.returncode, 3)
        self.assertIn("s.jsonl:3", done.stderr)

    def test_blank_lines_line_ends_of_windows_and_no_end_of_line_are_taken(self):
        for text in [f"{DOWN}\n{UP}", f"\n\n{DOWN}\r\n\r\n{UP}\r\n", f"  {DOWN}  \n\t{UP}\n"]:
            with self.subTest(text=text):
                done = self.play(text)
                self.assertEqual(done.returncode, 0, done.stderr)
                found = json.loads(run("replay", self.path("r.smprec"), "--json").stdout)
                self.assertEqual(found["dots"], 1)

    def test_no_sample_at_all_is_an_attempt_without_dots(self):
        self.assertEqual(self.play("").returncode, 0)
        self.assertEqual(json.loads(run("replay", self.path("r.smprec"), "--json").stdout)["dots"], 0)

    def test_an_event_that_the_lesson_has_no_step_for_is_refused_with_its_line(self):
        for line in ['{"event":"answer","question":0,"choice":0}',
                     '{"event":"hairline","points":[[1,1],[9,9]]}']:
            with self.subTest(line=line):
                done = self.play(f"{DOWN}\n{UP}\n{line}\n")
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn("s.jsonl:3", done.stderr)


class Tables(Refusals):
    def test_a_table_that_is_wrong_is_named_by_line_and_column(self):
        for text, parts in [
            ("", ["d.csv"]),
            ("depth\n0.5\n", ["d.csv:1", "depth_mm"]),
            ("depth_mm\n0.5\nx\n", ["d.csv:3", "depth_mm", "x"]),
            ("depth_mm\n0.5\nnan\n", ["d.csv:3", "nan"]),
            ("depth_mm\n0.5\ninf\n", ["d.csv:3", "inf"]),
            ("depth_mm\n0.5\n1e999\n", ["d.csv:3"]),
            ("other,depth_mm\n1,0.5\n1\n", ["d.csv:3", "depth_mm"]),
            ("depth_mm,other\n0.5,1\n0.5,1,2\n", ["d.csv:3", "found 3"]),
            ("depth_mm,depth_mm\n0.5,1\n", ["d.csv:1", "once"]),
            ("depth_mm\n0,5\n", ["d.csv:2"]),
        ]:
            with self.subTest(text=text):
                done = self.refused(3, "analyse", "depth", self.write("d.csv", text), "--band", "0.3,0.7", "--target", "0.5")
                for part in parts:
                    self.assertIn(part, done.stderr)

    def test_tables_as_spreadsheets_write_them_are_taken(self):
        plain = run("analyse", "depth", self.write("d.csv", "depth_mm\n0.4\n0.6\n"), "--band", "0.3,0.7", "--target", "0.5", "--json")
        self.assertEqual(plain.returncode, 0, plain.stderr)
        for text in ["\ufeffdepth_mm\n0.4\n0.6\n", "depth_mm\r\n0.4\r\n0.6\r\n", '"depth_mm"\n"0.4"\n"0.6"\n',
                     "n,depth_mm\n1,0.4\n2,0.6\n", "depth_mm\n0.4\n0.6"]:
            with self.subTest(text=text):
                other = run("analyse", "depth", self.write("d.csv", text), "--band", "0.3,0.7", "--target", "0.5", "--json")
                self.assertEqual(other.returncode, 0, other.stderr)
                self.assertEqual(json.loads(other.stdout), json.loads(plain.stdout))

    def test_a_window_that_is_no_region_is_refused(self):
        points = self.write("p.csv", "x,y\n1,1\n2,2\n")
        for text in ["", "[]", "{", '{"rings":[]}', '{"rings":[{"x":[0,1],"y":[0,1]}]}',
                     '{"rings":[{"x":[0,9,9,0],"y":[0,0,9]}]}', '{"rings":[{"x":[0,9,0,9],"y":[0,9,9,0]}]}',
                     '{"rings":[{"x":[0,9,9,"a"],"y":[0,0,9,9]}]}', '{"rings":[{"x":[0,1e999,9],"y":[0,0,9]}]}']:
            with self.subTest(text=text):
                self.refused(3, "analyse", "points", points, "--window", self.write("w.json", text), "--density", "40",
                             says="w.json")

    def test_a_line_of_one_point_is_no_line(self):
        line = self.write("a.csv", "x,y\n1,1\n2,2\n")
        for text in ["x,y\n", "x,y\n1,1\n", "x,y\n1,1\n1,1\n"]:
            with self.subTest(text=text):
                self.refused(3, "analyse", "hairline", self.write("b.csv", text), line, says="b.csv")


class Diagnostics(Refusals):
    def test_with_json_only_the_document_is_on_stdout(self):
        record = self.path("r.smprec")
        self.assertEqual(run("robot", "even-dots", "--lessons", LESSONS, "--kind", "one-dot", "-o", record).returncode, 0)
        for args in [["score", record], ["verify", record], ["replay", record], ["lesson", "check", os.path.join(LESSONS, "even-dots")],
                     ["lesson", "list", "--lessons", LESSONS]]:
            with self.subTest(args=args):
                json.loads(run(*args, "--json").stdout)

    def test_below_the_mark_is_no_fault_unless_a_pass_is_required(self):
        record = self.path("r.smprec")
        run("robot", "even-dots", "--lessons", LESSONS, "--kind", "one-dot", "-o", record)
        self.assertEqual(run("score", record).returncode, 0)
        self.assertEqual(run("score", record, "--require-pass").returncode, 1)

    def test_a_fix_that_no_line_has_is_refused(self):
        record = self.path("r.smprec")
        run("robot", "even-dots", "--lessons", LESSONS, "--kind", "one-dot", "-o", record)
        self.assertIn(run("score", record, "--apply-fix", "9999").returncode, (2, 3))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
