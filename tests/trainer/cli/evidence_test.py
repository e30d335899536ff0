#!/usr/bin/env python3
"""evidence_test.py SMP SOURCE_DIR: what others can check without us. The digest of a score, the hash of a lesson and
the chain of a record are worked out here once more, from what docs/design.md says of them, with Python's own hashes."""
import csv
import hashlib
import html.parser
import io
import json
import math
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

SMP, SOURCE = os.path.abspath(sys.argv[1]), sys.argv[2]
LESSONS = os.path.join(SOURCE, "lessons")
SENTENCES = {"advice", "cause", "detail", "verdict"}  # said in the language asked, and no part of a claim


def run(*args, code=0):
    done = subprocess.run([SMP, *map(str, args)], capture_output=True, text=True)
    if done.returncode != code:
        raise AssertionError(f"smp {' '.join(map(str, args))}: exit {done.returncode}, expected {code}\n{done.stderr}")
    return done.stdout


def document(*args, code=0):
    return json.loads(run(*args, "--json", code=code))


def blake2b(data):
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def shortest(x):
    """A number as std::to_chars writes it: the shortest digits, plain or with an exponent, whichever is shorter."""
    mantissa, exponent = f"{x!r:}".lower(), 0
    sign = "-" if mantissa.startswith("-") else ""
    mantissa = mantissa.lstrip("-")
    if "e" in mantissa:
        mantissa, e = mantissa.split("e")
        exponent = int(e)
    whole, _, part = mantissa.partition(".")
    digits = (whole + part).lstrip("0")
    exponent += len(whole) - 1 - (len((whole + part)) - len((whole + part).lstrip("0")))
    digits = digits.rstrip("0")
    if not digits:
        return sign + "0"
    scientific = digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + \
        f"e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
    if exponent < 0:
        plain = "0." + "0" * (-exponent - 1) + digits
    elif exponent + 1 >= len(digits):
        plain = digits + "0" * (exponent + 1 - len(digits))
    else:
        plain = digits[:exponent + 1] + "." + digits[exponent + 1:]
    return sign + (plain if len(plain) <= len(scientific) else scientific)


def canonical(value):
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(key) + ":" + canonical(value[key]) for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return shortest(value)
    return json.dumps(value)


def without_sentences(value):
    if isinstance(value, dict):
        return {key: without_sentences(inner) for key, inner in value.items() if key not in SENTENCES}
    return [without_sentences(inner) for inner in value] if isinstance(value, list) else value


class Folder(unittest.TestCase):
    made = {}  # by lesson, kind, skill and seed: the bytes of its record

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def robot(self, lesson="even-dots", kind="practitioner", skill=0.5, seed=1, name="r"):
        record, key = self.path(f"{name}.smprec"), (lesson, kind, skill, seed)
        if key not in Folder.made:
            run("robot", lesson, "--lessons", LESSONS, "--kind", kind, "--skill", skill, "--seed", seed, "-o", record)
            with open(record, "rb") as whole:
                Folder.made[key] = whole.read()
        with open(record, "wb") as copy:
            copy.write(Folder.made[key])
        return record


class Numbers(unittest.TestCase):
    def test_numbers_are_written_as_the_standard_says(self):
        for x, text in [(0.0, "0"), (1.0, "1"), (-2.5, "-2.5"), (100.0, "100"), (0.001, "0.001"), (0.0001, "1e-04"),
                        (0.00012, "0.00012"), (1e22, "1e+22"), (123456789.0, "123456789"), (100000.0, "1e+05"),
                        (0.1 + 0.2, "0.30000000000000004"), (5e-324, "5e-324"), (1234500000.0, "1234500000")]:
            self.assertEqual(shortest(x), text)


class Digests(Folder):
    def test_the_digest_of_a_score_is_that_of_its_ids_and_numbers(self):
        for lesson, kind, skill in [("even-dots", "practitioner", 0.4), ("even-dots", "expert", 1), ("even-dots", "one-dot", 1),
                                    ("soft-hairline", "novice", 0.5)]:
            with self.subTest(lesson=lesson, kind=kind):
                score = document("score", self.robot(lesson, kind, skill))
                claimed = score.pop("digest")
                score.pop("record")
                self.assertEqual(blake2b(canonical(without_sentences(score)).encode()), claimed)

    def test_one_changed_number_changes_the_digest_a_changed_sentence_does_not(self):
        score = document("score", self.robot())
        score.pop("digest"), score.pop("record")
        before = blake2b(canonical(without_sentences(score)).encode())
        score["verdict"] = "x"
        score["ledger"][0]["advice"] = "x"
        self.assertEqual(blake2b(canonical(without_sentences(score)).encode()), before)
        score["ledger"][0]["points"] -= 0.01
        self.assertNotEqual(blake2b(canonical(without_sentences(score)).encode()), before)

    def test_the_hash_of_a_lesson_is_that_of_its_packed_bytes(self):
        run("lesson", "pack", os.path.join(LESSONS, "even-dots"), "-o", self.path("l.smplesson"))
        with open(self.path("l.smplesson"), "rb") as packed:
            self.assertEqual(document("score", self.robot())["lesson_hash"], blake2b(packed.read()))

    def test_a_package_is_a_zip_that_anyone_opens(self):
        run("lesson", "pack", os.path.join(LESSONS, "even-dots"), "-o", self.path("l.smplesson"))
        with zipfile.ZipFile(self.path("l.smplesson")) as package:
            self.assertIsNone(package.testzip())
            with open(os.path.join(LESSONS, "even-dots", "lesson.toml"), "rb") as lesson:
                self.assertEqual(package.read("lesson.toml"), lesson.read())
            for entry in package.infolist():
                self.assertEqual(entry.compress_type, zipfile.ZIP_STORED)
                self.assertEqual(entry.date_time, (1980, 1, 1, 0, 0, 0))

    def test_a_package_that_another_zip_made_is_the_same_lesson(self):
        with zipfile.ZipFile(self.path("other.smplesson"), "w", zipfile.ZIP_DEFLATED) as package:
            package.write(os.path.join(LESSONS, "even-dots", "lesson.toml"), "lesson.toml")
        record = self.path("other.smprec")
        run("robot", self.path("other.smplesson"), "--kind", "one-dot", "-o", record)
        self.assertEqual(document("score", record)["lesson_hash"], document("score", self.robot(kind="one-dot"))["lesson_hash"])


class Records(Folder):
    def frames(self, record):
        with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as db:
            return [frame for (frame,) in db.execute("select frame from chunk order by seq")]

    def test_every_tag_is_that_of_the_chain_up_to_its_frame(self):
        record = self.robot()
        frames = self.frames(record)
        head, tags = 14, 8  # len, type, version, seq in front of the payload, the tag behind it
        link = hashlib.blake2b(b"smprec" + frames[0][head:-tags], digest_size=32).digest()
        for seq, frame in enumerate(frames):
            length, number = int.from_bytes(frame[:4], "little"), int.from_bytes(frame[6:14], "little")
            self.assertEqual(length, len(frame) - head - tags)
            self.assertEqual(number, seq)
            link = hashlib.blake2b(link + frame[:-tags], digest_size=32).digest()
            self.assertEqual(frame[-tags:], link[:tags], seq)
        with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as db:
            count, closing = db.execute("select frames, head from closing").fetchone()
        self.assertEqual(count, len(frames))
        self.assertEqual(closing, link)
        # The lesson is in it, byte for byte.
        self.assertEqual(blake2b(frames[1][head:-tags]), document("score", record)["lesson_hash"])

    def test_a_record_is_an_sqlite_file_that_stands_alone(self):
        record = self.robot()
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["r.smprec"])
        db = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
        self.addCleanup(db.close)
        self.assertEqual(db.execute("pragma integrity_check").fetchone(), ("ok",))
        self.assertEqual(db.execute("pragma journal_mode").fetchone(), ("delete",))
        self.assertNotEqual(db.execute("pragma application_id").fetchone(), (0,))
        self.assertGreater(len(self.frames(record)), 10)

    def test_a_record_is_not_touched_by_who_reads_it(self):
        record = self.robot()
        with open(record, "rb") as whole:
            before = whole.read()
        os.chmod(record, 0o400)
        for command in ("score", "verify", "replay"):
            document(command, record)
        with open(record, "rb") as whole:
            self.assertEqual(whole.read(), before)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["r.smprec"])

    def test_the_same_robot_makes_the_same_attempt_another_seed_another(self):
        for name, seed in (("a", 1), ("b", 1), ("c", 2)):
            run("robot", "even-dots", "--lessons", LESSONS, "--kind", "novice", "--seed", seed, "-o", self.path(name))
        one, two, other = (document("replay", self.path(name)) for name in "abc")
        self.assertEqual(one["state_digest"], two["state_digest"])
        self.assertNotEqual(one["state_digest"], other["state_digest"])
        self.assertRegex(one["state_digest"], "^[0-9a-f]{64}$")

    def test_verify_says_whose_claim_holds(self):
        record = self.robot()
        found, score = document("verify", record), document("score", record)
        self.assertTrue(found["intact"] and found["claim"]["holds"] and found["claim"]["finished"])
        self.assertTrue(found["closed"])
        self.assertIsNone(found["reason"])
        self.assertEqual(found["claim"]["claimed_digest"], score["digest"])
        self.assertEqual(found["claim"]["claimed_total"], score["total"])
        self.assertEqual(found["lesson"], "even-dots")

    def test_a_record_that_was_never_closed_says_so_and_what_its_empty_log_may_lack(self):
        record = self.robot()
        with sqlite3.connect(record) as db:
            db.execute("pragma journal_mode=wal")
            db.execute("delete from closing")
        db.close()
        with open(record + "-wal", "wb"):
            pass
        found = document("verify", record, code=1)
        self.assertFalse(found["intact"] or found["closed"])
        self.assertIn("-wal is empty; what was done last may be missing", found["reason"])
        told = subprocess.run([SMP, "verify", record], capture_output=True, text=True)
        self.assertEqual(told.returncode, 1)
        self.assertIn(": never closed, and not whole: ", told.stdout)

    def test_a_cut_record_is_refused_and_salvaged_up_to_the_cut(self):
        record = self.robot()
        whole = document("verify", record)
        with sqlite3.connect(record) as db:
            count = db.execute("select count(*) from chunk").fetchone()[0]
            db.execute("delete from chunk where seq = ?", (count // 2,))
        found = document("verify", record, code=1)
        self.assertFalse(found["intact"])
        self.assertLess(found["valid_frames"], whole["valid_frames"])
        self.assertLess(found["valid_to_us"], whole["valid_to_us"])
        self.assertTrue(found["reason"])
        for command in ("score", "replay"):
            self.assertEqual(subprocess.run([SMP, command, record], capture_output=True).returncode, 3)
        salvaged = document("score", record, "--salvage")
        self.assertTrue(salvaged["salvaged"])
        self.assertLess(salvaged["dots"], 361)
        self.assertGreater(salvaged["dots"], 50)


class Replays(Folder):
    def test_going_on_in_time_dots_only_come(self):
        record = self.robot()
        end = document("replay", record)["to_us"]
        counts = [document("replay", record, "--to", end * share // 8)["dots"] for share in range(9)]
        self.assertEqual(counts, sorted(counts))
        self.assertEqual(counts[0], 0)
        self.assertEqual(counts[-1], document("score", record)["dots"])

    def test_the_list_of_dots_is_what_the_score_counts(self):
        record = self.robot()
        dots = list(csv.DictReader(io.StringIO(run("replay", record, "--dots", "-"))))
        self.assertEqual(len(dots), document("score", record)["dots"])
        self.assertEqual([int(dot["dot"]) for dot in dots], list(range(len(dots))))
        times = [int(dot["t_us"]) for dot in dots]
        self.assertEqual(times, sorted(times))
        for dot in dots:
            self.assertEqual(dot["zone"], "square")
            self.assertEqual(dot["treatment_session"], "1")
            self.assertIn(dot["withdrawn"], ("0", "false"))
            self.assertGreater(float(dot["diameter_mm"]), 0.05)
            # delta is the depth as a share of the skin of this pad.
            self.assertAlmostEqual(float(dot["deposit_depth_mm"]) / float(dot["delta"]), 1.18, delta=0.02)

    def test_density_and_distances_of_the_dots_are_what_analyse_says_of_them(self):
        record = self.robot(kind="expert")
        dots = [(float(d["u_mm"]), float(d["v_mm"])) for d in csv.DictReader(io.StringIO(run("replay", record, "--dots", "-")))]
        with open(self.path("p.csv"), "w", encoding="utf-8") as out:
            out.write("x,y\n" + "".join(f"{x},{y}\n" for x, y in dots))
        with open(self.path("w.json"), "w", encoding="utf-8") as out:
            json.dump({"rings": [{"x": [15, 45, 45, 15], "y": [15, 15, 45, 45]}]}, out)
        found = document("analyse", "points", self.path("p.csv"), "--window", self.path("w.json"), "--density", "40")
        inside = [p for p in dots if 15 <= p[0] <= 45 and 15 <= p[1] <= 45]
        self.assertEqual(found["n"], len(inside))
        nearest = [min(math.dist(p, q) for q in inside if q is not p) for p in inside]
        self.assertAlmostEqual(found["nnd"]["mean"], sum(nearest) / len(nearest), places=5)
        self.assertAlmostEqual(found["nnd"]["min"], min(nearest), places=6)
        self.assertAlmostEqual(found["nnd"]["max"], max(nearest), places=6)
        # Clark and Evans with Donnelly's correction of the border, from the paper.
        area, rim, n = 900.0, 120.0, len(inside)
        expected = 0.5 * math.sqrt(area / n) + (0.0514 + 0.041 / math.sqrt(n)) * rim / n
        self.assertAlmostEqual(found["clark_evans"]["donnelly"], sum(nearest) / n / expected, places=4)
        self.assertGreater(found["clark_evans"]["donnelly"], 1.2)


class Scores(Folder):
    def test_the_order_and_the_number_of_jobs_change_nothing(self):
        records = [self.robot(seed=seed, name=f"s{seed}") for seed in (1, 2)]
        one = document("score", *records, "--jobs", 1)
        self.assertEqual(one, document("score", *records, "--jobs", 2))
        self.assertEqual(one[::-1], document("score", *records[::-1]))

    def test_a_fix_that_is_done_gains_what_was_said(self):
        record = self.robot(skill=0.3)
        score = document("score", record)
        fixable = [i for i, line in enumerate(score["ledger"]) if line["fix"] and line["gain"] > 0]
        self.assertTrue(fixable)
        for i in fixable[:2]:
            after = document("score", record, "--apply-fix", i)
            self.assertAlmostEqual(after["total"] - score["total"], score["ledger"][i]["gain"], delta=0.011)

    def test_lines_stand_worst_first_and_name_dots_that_are_there(self):
        score = document("score", self.robot(skill=0.3))
        losses = [line["points"] for line in score["ledger"] if line["cause_id"] != "weakest"]
        self.assertEqual(losses, sorted(losses))
        self.assertEqual(sum(line["cause_id"] == "weakest" for line in score["ledger"]), 1)
        weakest = min((c for c in score["criteria"] if c["score"] is not None), key=lambda c: c["score"])
        for line in score["ledger"]:
            self.assertTrue(all(0 <= number < score["dots"] for number in line["dots"]))
            self.assertLessEqual(line["from_us"], line["to_us"])
            self.assertTrue(line["cause"] and line["advice"])
            if line["cause_id"] == "weakest":
                self.assertEqual(line["criterion"], weakest["id"])
                self.assertAlmostEqual(line["points"], 0.7 * (weakest["score"] - 100), delta=0.011)

    def test_points_have_two_decimals_at_most(self):
        score = document("score", self.robot(skill=0.3))
        for value in [score["total"], *(c["score"] for c in score["criteria"]), *(line["points"] for line in score["ledger"]),
                      *(line["gain"] for line in score["ledger"])]:
            self.assertAlmostEqual(value * 100, round(value * 100), places=6)

    def test_a_score_does_not_depend_on_where_one_stands_or_speaks(self):
        record = self.robot()
        before = document("score", record)
        for environment in ({"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "C"}, {"TZ": "Asia/Tokyo"}, {}):
            done = subprocess.run([SMP, "score", record, "--json"], capture_output=True, text=True, cwd="/",
                                  env={"PATH": "/usr/bin:/bin", **environment})
            self.assertEqual(json.loads(done.stdout)["digest"], before["digest"], environment)


class Page(html.parser.HTMLParser):
    """Whether every tag that opens closes, in order."""
    ALONE = {"meta", "br", "img", "hr", "input", "col", "link"}

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.ids = [], [], []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for key, value in attrs if key == "id"]
        if tag not in self.ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids += [value for key, value in attrs if key == "id"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append((tag, self.getpos()))


class Reports(Folder):
    def test_a_report_is_a_page_whose_tags_close_and_whose_ids_differ(self):
        for lesson, kind in [("even-dots", "novice"), ("soft-hairline", "novice"), ("even-dots", "idle")]:
            with self.subTest(lesson=lesson, kind=kind):
                out = self.path(f"{lesson}-{kind}")
                run("report", self.robot(lesson, kind), "-o", out, "--html", "--no-pictures")
                with open(os.path.join(out, "index.html"), encoding="utf-8") as page:
                    text = page.read()
                parsed = Page()
                parsed.feed(text)
                self.assertEqual(parsed.faults, [])
                self.assertEqual(parsed.open, [])
                self.assertEqual(len(parsed.ids), len(set(parsed.ids)))
                self.assertIsNone(re.search(r"\bnan\b|\binf\b", text))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
