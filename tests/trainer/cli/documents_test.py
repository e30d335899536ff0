#!/usr/bin/env python3
"""documents_test.py SMP SOURCE_DIR: what the documents of `smp` hold, command by command, against values that
can be worked out: patterns and curves by hand, records against what was played."""
import csv
import io
import json
import math
import os
import subprocess
import sys
import tempfile
import unittest

SMP, SOURCE = sys.argv[1], sys.argv[2]
LESSONS = os.path.join(SOURCE, "lessons")


def run(*args, code=0):
    done = subprocess.run([SMP, *map(str, args)], capture_output=True, text=True)
    if done.returncode != code:
        raise AssertionError(f"smp {' '.join(map(str, args))}: exit {done.returncode}, expected {code}\n{done.stderr}")
    return done


def document(*args, code=0):
    return json.loads(run(*args, "--json", code=code).stdout)


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(text)
        return self.path(name)

    def points(self, name, points):
        return self.write(name, "x,y\n" + "".join(f"{x:.6f},{y:.6f}\n" for x, y in points))

    def square(self, name, side):
        ring = {"x": [0, side, side, 0], "y": [0, 0, side, side]}
        return self.write(name, json.dumps({"rings": [ring]}))


class Points(Folder):
    def analyse(self, points, side, density, *more):
        window = self.square("window.json", side)
        return document("analyse", "points", self.points("points.csv", points), "--window", window, "--density",
                        density, *more)

    def test_a_square_grid_has_the_distances_of_a_square_grid(self):
        grid = [(x + 0.5, y + 0.5) for x in range(20) for y in range(20)]
        found = self.analyse(grid, 20, 100)
        self.assertEqual(found["n"], 400)
        self.assertAlmostEqual(found["area"], 400)
        self.assertAlmostEqual(found["intensity"], 1.0)
        for key in ("mean", "min", "max"):
            self.assertAlmostEqual(found["nnd"][key], 1.0, places=6)
        self.assertAlmostEqual(found["nnd"]["sd"], 0.0, places=6)
        # Clark and Evans: mean distance over 1 / (2 sqrt(intensity)).
        self.assertAlmostEqual(found["clark_evans"]["naive"], 2.0, places=5)
        self.assertGreater(found["rows"]["coherence_max"], 0.95)
        self.assertEqual(found["spacing"]["doublet_fraction"], 0)
        self.assertIn("grid", [cause["cause"] for cause in found["causes"]])

    def test_two_dots_are_apart_by_pythagoras_and_too_few_for_a_total(self):
        found = self.analyse([(1, 1), (4, 5)], 10, 40)
        self.assertEqual(found["n"], 2)
        self.assertAlmostEqual(found["nnd"]["mean"], 5.0)
        self.assertIsNone(found["total"])
        self.assertTrue(all(score is None for score in found["criteria"].values()))

    def test_points_outside_the_window_are_refused_or_left_out_not_counted_within(self):
        done = subprocess.run([SMP, "analyse", "points", self.points("p.csv", [(1, 1), (2, 2), (30, 30)]), "--window",
                               self.square("w.json", 10), "--density", "40", "--json"], capture_output=True, text=True)
        if done.returncode == 0:
            self.assertEqual(json.loads(done.stdout)["n"], 2)
        else:
            self.assertEqual(done.returncode, 3)

    def test_the_order_of_points_changes_nothing(self):
        grid = [(x * 1.3 + 0.2 * ((x * 7 + y) % 3), y * 1.2 + 0.15 * ((y * 5 + x) % 4)) for x in range(12) for y in range(12)]
        forwards, backwards = self.analyse(grid, 17, 60), self.analyse(grid[::-1], 17, 60)
        for key in ("nnd", "clark_evans", "density", "spacing", "gaps"):
            for name, value in forwards[key].items():
                self.assertAlmostEqual(value, backwards[key][name], places=9, msg=f"{key}.{name}")

    def test_twice_as_many_dots_as_asked_are_too_dense_half_as_many_too_sparse(self):
        grid = [(x + 0.5, y + 0.5) for x in range(20) for y in range(20)]
        dense = self.analyse(grid, 20, 50)
        sparse = self.analyse(grid, 20, 200)
        self.assertIn("too_dense", [cause["cause"] for cause in dense["causes"]])
        self.assertIn("too_sparse", [cause["cause"] for cause in sparse["causes"]])
        self.assertAlmostEqual(dense["density"]["mean_abs_log2_ratio"], 1.0, delta=0.05)
        self.assertAlmostEqual(sparse["density"]["mean_abs_log2_ratio"], 1.0, delta=0.05)

    def test_k_is_asked_at_the_radii_given_and_is_pi_r_squared_of_points_at_random(self):
        # A low-discrepancy cloud: no clusters, no rows.
        cloud = [((i * 0.7548776662466927) % 1 * 40, (i * 0.5698402909980532) % 1 * 40) for i in range(1, 1601)]
        found = self.analyse(cloud, 40, 100, "--r", "2,4,6")
        self.assertEqual(found["K"]["r"], [2, 4, 6])
        for r, k in zip(found["K"]["r"], found["K"]["translation"]):
            self.assertAlmostEqual(k / (math.pi * r * r), 1.0, delta=0.12)


class Hairlines(Folder):
    def analyse(self, drawn, target, *more):
        return document("analyse", "hairline", self.points("p.csv", drawn), self.points("q.csv", target), *more)

    def test_a_line_two_millimetres_higher_is_two_millimetres_off(self):
        line = [(x, 0.02 * x * (60 - x) / 10) for x in range(0, 61, 2)]
        found = self.analyse([(x, y + 2) for x, y in line], line)
        for key in ("hausdorff", "hd95", "assd", "frechet"):
            self.assertLess(found[key], 2.0001, key)
            self.assertGreater(found[key], 1.7, key)
        self.assertGreater(found["signed_offset"], 1.7)
        self.assertFalse(found["reversed"])

    def test_a_line_is_no_distance_from_itself_and_backwards_it_is_said(self):
        line = [(x, math.sin(x / 8) * 3) for x in range(0, 50, 2)]
        same, back = self.analyse(line, line), self.analyse(line[::-1], line)
        for key in ("hausdorff", "assd", "frechet", "tangent_mean_deg"):
            self.assertAlmostEqual(same[key], 0.0, places=5, msg=key)
        self.assertTrue(back["reversed"])

    def test_a_turned_line_has_the_angle_it_was_turned_by(self):
        straight = [(x, 0.0) for x in range(-20, 21, 5)]
        angle = math.radians(7)
        turned = [(x * math.cos(angle), x * math.sin(angle)) for x, _ in straight]
        self.assertAlmostEqual(self.analyse(turned, straight)["tangent_mean_deg"], 7.0, places=4)

    def test_a_line_like_its_mirror_image_is_symmetric_about_its_axis(self):
        bow = [(x, 30 - x * x / 40) for x in range(-20, 21, 2)]
        found = self.analyse(bow, bow, "--axis-x", "0")
        self.assertAlmostEqual(found["asymmetry"]["assd"], 0.0, places=3)
        aslant = [(x, y + 0.1 * x) for x, y in bow]
        self.assertGreater(self.analyse(aslant, bow, "--axis-x", "0")["asymmetry"]["max"], 1.0)


class Depths(Folder):
    def analyse(self, depths, *more):
        path = self.write("depth.csv", "depth_mm\n" + "".join(f"{d:.4f}\n" for d in depths))
        return document("analyse", "depth", path, "--band", "0.4,0.8", "--target", "0.6", *more)

    def test_counts_mean_and_spread_are_those_of_a_pocket_calculator(self):
        found = self.analyse([0.3, 0.5, 0.6, 0.7, 0.9])
        self.assertEqual(found["n"], 5)
        self.assertAlmostEqual(found["mean"], 0.6)
        self.assertAlmostEqual(found["sd"], math.sqrt(0.2 / 4))
        shares = [found[key] for key in ("in_band", "too_deep", "too_shallow")]
        self.assertAlmostEqual(shares[0] / sum(shares), 0.6)
        self.assertAlmostEqual(shares[1], shares[2])

    def test_the_edges_of_the_band_belong_to_it(self):
        found = self.analyse([0.4, 0.8])
        self.assertEqual(found["too_deep"], 0)
        self.assertEqual(found["too_shallow"], 0)

    def test_a_steady_rise_has_its_slope_for_a_drift_also_with_wild_dots(self):
        rise = [0.5 + 0.002 * i for i in range(100)]
        self.assertAlmostEqual(self.analyse(rise)["drift_per_dot"], 0.002, places=5)
        for i in range(0, 100, 10):
            rise[i] = 1.4
        self.assertAlmostEqual(self.analyse(rise)["drift_per_dot"], 0.002, delta=0.0006)


class Lessons(Folder):
    def test_every_shipped_lesson_is_listed_once_with_its_keys_and_is_sound(self):
        listed = document("lesson", "list", "--lessons", LESSONS)
        ids = [lesson["id"] for lesson in listed]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertGreater(len(ids), 3)
        for lesson in listed:
            self.assertLessEqual({"id", "title", "version", "module", "practical", "path"}, set(lesson))
            found = document("lesson", "check", lesson["path"])
            self.assertTrue(found["lessons"][0]["ok"], lesson["id"])

    def test_a_packed_lesson_unpacks_to_the_same_bytes_and_packs_alike_twice(self):
        source = os.path.join(LESSONS, "even-dots")
        run("lesson", "pack", source, "-o", self.path("a.smplesson"))
        run("lesson", "pack", source, "-o", self.path("b.smplesson"))
        with open(self.path("a.smplesson"), "rb") as a, open(self.path("b.smplesson"), "rb") as b:
            self.assertEqual(a.read(), b.read())
        run("lesson", "unpack", self.path("a.smplesson"), self.path("out"))
        with open(os.path.join(source, "lesson.toml"), "rb") as before, \
                open(os.path.join(self.path("out"), "lesson.toml"), "rb") as after:
            self.assertEqual(before.read(), after.read())

    def test_a_new_lesson_is_sound_at_once_and_no_folder_is_written_over(self):
        run("lesson", "new", self.path("mine"))
        self.assertTrue(document("lesson", "check", self.path("mine"))["lessons"][0]["ok"])
        self.assertNotEqual(subprocess.run([SMP, "lesson", "new", self.path("mine")], capture_output=True).returncode, 0)

    def test_the_schema_is_one_json_document(self):
        schema = json.loads(run("lesson", "schema").stdout)
        self.assertIn("properties", schema)
        self.assertIn("rubric", schema["properties"])

    def test_findings_name_file_line_column_key_and_both_sides(self):
        with open(os.path.join(LESSONS, "even-dots", "lesson.toml"), encoding="utf-8") as lesson:
            text = lesson.read()
        bad = self.write("bad.toml", text.replace("density_cm2 = 40", "density_cm2 = 4000"))
        found = document("lesson", "check", bad, code=1)["lessons"][0]
        self.assertFalse(found["ok"])
        finding = found["findings"][0]
        self.assertLessEqual({"file", "line", "column", "key", "severity", "code", "found", "expected", "message"},
                             set(finding))
        self.assertEqual(finding["code"], "out_of_range")
        self.assertEqual(finding["key"], "targets[0].density_cm2")
        self.assertIn("4000", finding["found"])


class Records(Folder):
    def play(self, name, taps, lesson="even-dots", *more):
        lines = []
        for i, (x, y) in enumerate(taps):
            t = i * 400_000
            lines.append(json.dumps({"t_us": t, "at": [x, y], "pressure": 0.5, "contact": True}))
            lines.append(json.dumps({"t_us": t + 150_000, "at": [x, y], "contact": False}))
        samples = self.write(name + ".jsonl", "\n".join(lines) + "\n")
        run("play", lesson, samples, "--lessons", LESSONS, "-o", self.path(name + ".smprec"), *more)
        return self.path(name + ".smprec")

    def dots(self, record):
        return list(csv.DictReader(io.StringIO(run("replay", record, "--dots", "-").stdout)))

    def test_what_was_played_is_in_the_record_dot_by_dot(self):
        taps = [(16 + 0.7 * (i % 40), 16 + 0.9 * (i // 40)) for i in range(120)]
        dots = self.dots(self.play("played", taps))
        self.assertEqual(len(dots), 120)
        for i, (dot, (x, y)) in enumerate(zip(dots, taps)):
            self.assertEqual(int(dot["dot"]), i)
            self.assertEqual(int(dot["t_us"]), i * 400_000)
            self.assertAlmostEqual(float(dot["u_mm"]), x, delta=0.0011)
            self.assertAlmostEqual(float(dot["v_mm"]), y, delta=0.0011)
            self.assertEqual(int(dot["dwell_us"]), 150_000)
            self.assertEqual(dot["withdrawn"], "0")
            self.assertAlmostEqual(float(dot["delta"]), float(dots[0]["delta"]), places=6)

    def test_a_replay_to_a_time_holds_what_was_done_by_then(self):
        record = self.play("timed", [(16 + 0.5 * i, 20) for i in range(40)])
        counts = [document("replay", record, "--to", t)["dots"] for t in (0, 3_999_999, 8_000_000, 100_000_000)]
        self.assertEqual(counts, sorted(counts))
        self.assertEqual(counts[-1], 40)
        self.assertLess(counts[1], 12)

    def test_the_same_samples_make_the_same_score_and_others_another(self):
        taps = [(15.5 + 1.5 * (i % 19), 15.5 + 1.5 * (i // 19)) for i in range(361)]
        one, two = (document("score", self.play(name, taps)) for name in ("one", "two"))
        self.assertEqual(one["digest"], two["digest"])
        self.assertEqual(one["total"], two["total"])
        other = document("score", self.play("other", taps[:-1]))
        self.assertNotEqual(one["digest"], other["digest"])

    def test_a_score_adds_up_and_has_its_keys(self):
        record = self.path("robot.smprec")
        run("robot", "even-dots", "--lessons", LESSONS, "--kind", "practitioner", "--skill", "0.5", "--seed", "2", "-o", record)
        score = document("score", record)
        for key in ("record", "lesson", "lesson_hash", "geometry", "scorer", "digest", "dots", "total", "passed",
                    "grade", "criteria", "critical", "ledger"):
            self.assertIn(key, score)
        self.assertAlmostEqual(sum(line["points"] for line in score["ledger"]), score["total"] - 100, places=2)
        scores = [c["score"] for c in score["criteria"] if c["score"] is not None]
        weights = [c["weight"] for c in score["criteria"] if c["score"] is not None]
        mean = sum(s * w for s, w in zip(scores, weights)) / sum(weights)
        self.assertAlmostEqual(score["total"], 0.3 * mean + 0.7 * min(scores), delta=0.02)
        for line in score["ledger"]:
            self.assertLessEqual(line["points"], 0)
            self.assertGreaterEqual(line["gain"], 0)
        text = json.dumps(score)
        self.assertNotIn("NaN", text)
        self.assertNotIn("Infinity", text)

    def test_a_better_hand_scores_better(self):
        totals = []
        for skill in (0.1, 0.5, 1.0):
            record = self.path(f"skill{skill}.smprec")
            run("robot", "even-dots", "--lessons", LESSONS, "--kind", "practitioner", "--skill", skill, "--seed", "5", "-o", record)
            totals.append(document("score", record)["total"])
        self.assertEqual(totals, sorted(totals))
        self.assertGreater(totals[2], totals[0] + 20)

    def test_no_flipped_byte_changes_a_score_unnoticed(self):
        record = self.play("whole", [(16 + 0.5 * i, 20) for i in range(40)])
        self.assertTrue(document("verify", record)["intact"])
        digest = document("score", record)["digest"]
        with open(record, "rb") as whole:
            data = whole.read()
        noticed = 0
        for place in range(7, len(data), max(1, len(data) // 40)):
            flipped = bytearray(data)
            flipped[place] ^= 0x10
            with open(self.path("harmed.smprec"), "wb") as out:
                out.write(flipped)
            done = subprocess.run([SMP, "score", self.path("harmed.smprec"), "--json"], capture_output=True, text=True)
            noticed += done.returncode != 0
            if done.returncode == 0:  # between the rows of the file there is room that belongs to nobody
                self.assertEqual(json.loads(done.stdout)["digest"], digest, place)
        self.assertGreater(noticed, 5)

    def test_several_records_are_an_array_and_an_unreadable_one_keeps_its_place(self):
        record = self.play("good", [(16 + 0.5 * i, 20) for i in range(30)])
        foreign = self.write("foreign.smprec", "no record")
        found = document("score", record, foreign, record, code=3)
        self.assertEqual(len(found), 3)
        self.assertIn("error", found[1])
        self.assertEqual(found[0]["digest"], found[2]["digest"])

    def test_every_robot_that_is_listed_works(self):
        robots = document("robot", "--list")
        self.assertGreater(len(robots), 5)
        for robot in robots:
            self.assertLessEqual({"kind", "cheat", "summary"}, set(robot))
            record = self.path(robot["kind"] + ".smprec")
            run("robot", "even-dots", "--lessons", LESSONS, "--kind", robot["kind"], "--seed", "1", "-o", record)
            score = document("score", record)
            if robot["cheat"]:
                self.assertFalse(score["passed"], robot["kind"])

    def test_a_report_is_whole_in_itself_and_says_the_total(self):
        record = self.path("reported.smprec")
        run("robot", "even-dots", "--lessons", LESSONS, "--kind", "expert", "--seed", "3", "-o", record)
        run("report", record, "-o", self.path("report"), "--html", "--no-pictures")
        with open(os.path.join(self.path("report"), "index.html"), encoding="utf-8") as page:
            text = page.read()
        self.assertIn(f"{document('score', record)['total']:.2f}", text)
        for outside in ("http://", "https://", "<script src", "<link"):
            self.assertNotIn(outside, text.replace("http://www.w3.org", ""))
        self.assertIn("<svg", text)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=1)
