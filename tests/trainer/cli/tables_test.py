#!/usr/bin/env python3
"""tables_test.py SMP SOURCE_DIR: numbers that other software writes are read as what they mean, or refused with file,
line and column; never as other numbers, and never one of them dropped."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

SMP, SOURCE = sys.argv[1], sys.argv[2]
LESSONS = os.path.join(SOURCE, "lessons")
MINUS, NBSP, THIN, NARROW = "\u2212", "\u00a0", "\u2009", "\u202f"


def run(*args):
    return subprocess.run([SMP, *map(str, args)], capture_output=True)


class Tables(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, content):
        path = os.path.join(self.folder.name, name)
        with open(path, "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        return path

    # The mean of the depths in a file, and how many; or the words it is refused with.
    def depths(self, content):
        done = run("analyse", "depth", self.write("d.csv", content), "--band", "0.3,0.7", "--target", "0.5")
        if done.returncode == 0:
            found = json.loads(done.stdout)
            return found["n"], found["mean"]
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode()  # words are UTF-8 whatever the file is

    def reads(self, content, *values):
        found = self.depths(content)
        self.assertIsInstance(found, tuple, f"{content!r}: {found}")
        self.assertEqual(found[0], len(values), content)
        self.assertAlmostEqual(found[1], sum(values) / len(values), delta=1e-9 * max(1, abs(found[1])), msg=content)

    def refuses(self, content, *parts):
        found = self.depths(content)
        self.assertIsInstance(found, str, f"{content!r} was read as {found}")
        for part in parts:
            self.assertIn(part, found, repr(content))


class Cells(Tables):
    def test_a_number_is_read_as_what_it_means(self):
        for text, value in [
            ("0.5", 0.5), ("+0.5", 0.5), ("-0.5", -0.5), (MINUS + "0.5", -0.5), (".5", 0.5), ("5.", 5), ("007", 7), ("-0", 0),
            ("5e-1", 0.5), ("5E-1", 0.5), ("1e3", 1000), ("1e+3", 1000), ("5e" + MINUS + "1", 0.5), ("  0.5\t", 0.5),
            (NBSP + "0.5" + THIN, 0.5), ('"0.5"', 0.5), ('" 0.5 "', 0.5), (' "0.5" ', 0.5), ('"0,5"', 0.5), ('"-0,25"', -0.25),
            ('"1,234.5"', 1234.5), ('"1.234,5"', 1234.5), ('"1,234,567"', 1234567), ("1.234.567", 1234567),
            ("1'234.5", 1234.5), ("1\u2019234", 1234), ("1" + NBSP + "234", 1234), ("1" + NARROW + "234.5", 1234.5),
            ("12" + THIN + "345" + THIN + "678", 12345678), ('"1' + NARROW + '234,5"', 1234.5), ("+1'000", 1000), ("12.345", 12.345),
            ('"0,500"', 0.5), ('"1234,567"', 1234.567), ('"12,5e-1"', 1.25),
        ]:
            with self.subTest(text=text):
                self.reads(f"depth_mm\n{text}\n", value)

    def test_what_is_no_number_is_refused_by_its_place(self):
        for text in ["nan", "NaN", "inf", "-inf", "Infinity", "1e999", "-1e999", "0x10", "1_000", "1.5.2", "12abc", "abc", "1.2 mm", "1,2 mm",
                     "50%", "1 234", "1 2", "1/2", "5-", "--5", "+-5", "-+5", "- 5", "1e", "e5", "1e5.5", "1e+-5", "1e5e3", "1e 5", ".", "-", "+", "()",
                     "(5)", "=0.5", "'0.5", "$5", "1.", "NA", "null", "#N/A", "true", "\u0661", "\uff15", "0.5\u00b5", "1..5", "1.5.", "\u20130.5",
                     "12.34.567", "1'23.5", "1'2345", "1.5'234", "0'500", "1" + NBSP + "23", "2026-11-30", "1:30", "5;", "0b1", "1f", "1d3", "\x0c1"]:
            if text == "1.":
                continue
            for cell in (text, '"' + text + '"'):
                with self.subTest(cell=cell):
                    self.refuses(f"n,depth_mm\n1,0.5\n2,{cell}\n", "d.csv:3:", *([] if cell == "1,2 mm" else ["depth_mm: expected a finite number"]))

    def test_quoted_commas_that_are_no_groups_are_refused(self):
        for text in ["1,23,456", "1,2345.5", "12,34.5", "1.2,3.4", "1,234.5.6", "0,123,456", "1,234e3", "1,,5", ",", "1,234 567", "1 234,5"]:
            with self.subTest(text=text):
                self.refuses(f'n,depth_mm\n1,0.5\n2,"{text}"\n', "d.csv:3:", "depth_mm")

    def test_an_empty_cell_is_no_number(self):
        for row in ["2,", '2,""', "2, ", "2," + NBSP, ",", '"",""']:
            with self.subTest(row=row):
                if row == ",":  # as spreadsheets leave rows behind the last
                    self.reads(f"n,depth_mm\n1,0.5\n{row}\n", 0.5)
                else:
                    self.refuses(f"n,depth_mm\n1,0.5\n{row}\n3,0.5\n", "d.csv:3:", "depth_mm")

    def test_a_number_that_may_be_two_is_refused_unless_the_file_tells(self):
        self.refuses('depth_mm\n"1,234"\n', "d.csv:2:", "depth_mm", "1,234", "decimal point")
        self.refuses('depth_mm\n"1,234"\n"-12,345"\n', "d.csv:2:")
        self.refuses("depth_mm\tn\n1,234\t1\n", "d.csv:2:", "1,234")
        self.refuses("depth_mm;n\n1.234;1\n", "d.csv:2:", "1.234")
        self.reads('depth_mm\n"1,234"\n"0,5"\n', 1.234, 0.5)
        self.reads('depth_mm\n"0,5"\n"1,234"\n', 0.5, 1.234)
        self.reads("depth_mm;n\n1,234;1\n", 1.234)
        self.reads("depth_mm;n\n1.234;1\n0.5;1\n", 1.234, 0.5)
        self.reads("depth_mm\tn\n1.234\t1\n", 1.234)
        # The others tell that commas, or points, part thousands here.
        self.reads('depth_mm\n0.5\n"1,234"\n', 0.5, 1234)
        self.reads('depth_mm\n"-1,234"\n0.5\n', -1234, 0.5)
        self.reads('depth_mm\n"0,5"\n1.234\n', 0.5, 1234)
        self.reads("depth_mm;n\n-1.234;1\n0,5;1\n", -1234, 0.5)
        self.reads('depth_mm\n"1,234,567"\n"1,234"\n', 1234567, 1234)
        self.refuses('depth_mm\n1.234\n"1,234"\n', "d.csv:3:", "1,234")

    def test_a_file_has_one_decimal_mark(self):
        for rows in ['"0,5"\n0.5\n', '0.5\n"0,5"\n', '"1,234,567"\n"0,5"\n', '"1.234,5"\n0.5\n']:
            with self.subTest(rows=rows):
                self.refuses("depth_mm\n" + rows, "d.csv:3:", "depth_mm", "line 2")
        self.refuses('depth_mm\n"1,234"\n0.5\n"0,5"\n', "d.csv:4:", "depth_mm", "line 3")
        self.refuses('x,y\n', "d.csv:1")

    def test_a_comma_without_quotes_parts_columns_and_is_refused_as_one(self):
        self.refuses("depth_mm\n0,5\n", "d.csv:2:", "expected 1 value as", "found 2")
        self.refuses("n,depth_mm\n1,0,5\n", "d.csv:2:", "found 3")


class Shapes(Tables):
    def test_the_table_of_a_spreadsheet_is_read_whatever_the_system(self):
        rows = "depth_mm,n\n0.4,1\n0.6,2\n"
        for content in [rows, "\ufeff" + rows, rows.replace("\n", "\r\n"), rows.replace("\n", "\r"), rows[:-1], rows + "\n\n", rows + ",\n,,\n",
                        rows + "  \n", "\n\n" + rows, rows.encode("utf-16"), b"\xff\xfe" + rows.encode("utf-16-le"),
                        b"\xfe\xff" + rows.encode("utf-16-be"), rows.replace(",", "\t"), rows.replace(",", ";"),
                        ("\ufeff" + rows.replace(",", ";").replace(".", ",").replace("\n", "\r\n")), "sep=;\r\n" + rows.replace(",", ";"),
                        "sep=,\n" + rows, "# made by hand\n" + rows, "n,depth_mm\n1,0.4\n2,0.6\n", "Depth_mm,n\n0.4,1\n0.6,2\n", "DEPTH_MM\n0.4\n0.6\n",
                        '"depth_mm","n"\n"0.4","1"\n"0.6","2"\n', "depth_mm , n\n 0.4 , 1\n 0.6 , 2\n",
                        rows.replace(",", "\t").encode("utf-16")]:
            with self.subTest(content=content):
                self.reads(content, 0.4, 0.6)

    def test_quotes_hold_separators_line_ends_and_quotes(self):
        self.reads('note,depth_mm\n"a, b",0.4\n"two\nlines",0.6\n"say ""1,9""",0.8\n', 0.4, 0.6, 0.8)
        self.reads('note,depth_mm\r\n"two\r\nlines",0.4\r\n', 0.4)
        self.reads('"the, ""depth""",depth_mm\n1,0.4\n', 0.4)
        self.reads('note,depth_mm\n5" pad,0.4\n', 0.4)
        self.refuses('note,depth_mm\n"two\nlines",0.6\nx,y\n', "d.csv:4:", "depth_mm")
        self.refuses('note,depth_mm\n"open,0.4\n1,0.6\n', "d.csv:2:", "never closed")
        self.refuses('note,depth_mm\na,"0.4"5\n', "d.csv:2:", "closing quote")
        self.refuses('note,depth_mm\na,0.4"\n', "d.csv:2:", "depth_mm")
        self.refuses('note,depth_mm\na,0"."4\n', "d.csv:2:", "depth_mm")

    def test_rows_too_short_or_too_long_are_refused_and_empty_cells_behind_are_not(self):
        self.refuses("depth_mm,n,m\n0.4,1,1\n0.5\n", "d.csv:3:", "expected 3 values", "found 1")
        self.refuses("n,depth_mm,m\n1,0.4,1\n0.5,9\n", "d.csv:3:", "found 2")  # 0.5 moved, 9 would be the depth
        self.refuses("depth_mm,n\n0.4,1,7\n", "d.csv:2:", "found 3")
        self.reads("depth_mm,n\n0.4,1,,\n0.6,2,\n", 0.4, 0.6)
        self.reads("depth_mm,n,\n0.4,1\n0.6,2,\n0.8,3,x\n", 0.4, 0.6, 0.8)  # a column that nobody named
        self.refuses("depth_mm,n,\n0.4\n", "d.csv:2:", "expected 2 values", "found 1")
        self.refuses("depth_mm,n,\n0.4,1,2,3\n", "d.csv:2:", "found 4")
        self.refuses("depth_mm,n\n0.4,1\n# a remark\n", "d.csv:3:")
        self.refuses("depth_mm,n\n0.4,1\n#0.5,1\n", "d.csv:3:")

    def test_columns_are_found_by_name_once(self):
        self.reads("depth_mm,Depth_mm\n0.4,9\n", 0.4)
        self.refuses("Depth_mm,DEPTH_MM\n0.4,9\n", "d.csv:1:", "depth_mm", "once")
        self.refuses("depth_mm,depth_mm\n0.4,9\n", "d.csv:1:", "once")
        for header in ["depth", "depth_mm (mm)", "x;depth", "depth_mm|n", "0.4", "'depth_mm'", "dep th_mm"]:
            with self.subTest(header=header):
                self.refuses(header + "\n0.4\n", "d.csv:1:", "depth_mm", "expected a header line")
        self.refuses("", "d.csv", "empty")
        self.refuses("\n\n", "d.csv", "empty")
        self.assertEqual(self.depths("depth_mm\n"), (0, None))

    def test_what_is_no_text_is_refused_and_the_words_stay_text(self):
        for content in [b"\x89PNG\r\n\x1a\n\0\0\0", "depth_mm\n0.5\n".encode("utf-16-le"), "depth_mm\n0.5\n".encode("utf-32"),
                        b"depth_mm\n0.5\0\n", b"PK\x03\x04\x14\0\0\0"]:
            self.refuses(content, "d.csv")
        self.refuses(b"depth_mm\n1\xa0234\n", "d.csv:2:", "1\\xa0234")
        self.refuses(b"depth_mm\n\x1b[2J5\n", "d.csv:2:", "\\x1b[2J5")
        self.refuses("depth_mm\n" + "9" * 400 + "\n", "d.csv:2:", '..."')
        self.reads(b"note,depth_mm\ncaf\xe9,0.5\n", 0.5)  # another column may be of any writing


    def test_utf16_keeps_every_sign_and_shows_what_is_none(self):
        for order in ("le", "be"):
            mark, encoded = "\ufeff".encode("utf-16-" + order), lambda text: text.encode("utf-16-" + order, "surrogatepass")
            for sign in ["\u00e9", "\u2013", "\ufffd", "\U0001f58a", "\U00010000", "\U0010ffff"]:  # one to two units, two to four bytes
                self.refuses(mark + encoded("depth_mm\n" + sign + "\n"), "d.csv:2:", sign)
            for half in ["\ud800", "\udbff", "\udc00", "\udfff"]:  # of a pair, alone: between, doubled and at the end
                self.refuses(mark + encoded(f"depth_mm\n1{half}2\n"), "d.csv:2:", "1\ufffd2")
                self.refuses(mark + encoded(f"depth_mm\n1{half}"), "d.csv:2:", "1\ufffd")
            self.refuses(mark + encoded("depth_mm\n\udc00\ud800\n"), "d.csv:2:", "\ufffd\ufffd")
            self.reads(mark + encoded("depth_mm\n0.5\n") + b"\x35", 0.5)  # half a unit at the end


class Elsewhere(Tables):
    def test_points_and_lines_are_read_by_the_same_rules(self):
        window = self.write("w.json", '{"rings":[{"x":[0,20,20,0],"y":[0,0,20,20]}]}')
        plain = run("analyse", "points", self.write("p.csv", "x,y\n1.5,2\n4.5,6\n"), "--window", window, "--density", "40")
        self.assertEqual(plain.returncode, 0, plain.stderr)
        for text in ["x;y\r\n1,5;2\r\n4,5;6\r\n", "Y\tX\n2\t1.5\n6\t4.5\n", 'x,y\n"1,5","2"\n"4,5","6"\n', "\ufeffid;X;Y\n1;+1,5;2\n2;4,5;6\n"]:
            with self.subTest(text=text):
                self.assertEqual(run("analyse", "points", self.write("p.csv", text), "--window", window, "--density", "40").stdout, plain.stdout)
        for text, part in [("x,y\n1,5,2\n", "p.csv:2:"), ("x,y\n1 500,2\n", "p.csv:2: x:"), ("x,y\n1,2\n3\n", "p.csv:3:")]:
            with self.subTest(text=text):
                done = run("analyse", "points", self.write("p.csv", text), "--window", window, "--density", "40")
                self.assertEqual(done.returncode, 3)
                self.assertIn(part, done.stderr.decode())
                done = run("analyse", "hairline", self.write("p.csv", text), self.write("q.csv", "x,y\n0,0\n9,9\n"))
                self.assertEqual(done.returncode, 3)
                self.assertIn(part, done.stderr.decode())

    def test_a_window_with_a_key_given_twice_is_refused(self):
        points = self.write("p.csv", "x,y\n1,1\n2,2\n")
        ring = '{"x":[0,9,9,0],"y":[0,0,9,9]}'
        for text in [f'{{"rings":[{ring}],"rings":[{ring}]}}', '{"rings":[{"x":[0,9,9,0],"x":[0,5,5,0],"y":[0,0,9,9]}]}',
                     '{"rings":[{"x":["0",9,9,0],"y":[0,0,9,9]}]}', '{"rings":[{"x":[0x1,9,9,0],"y":[0,0,9,9]}]}',
                     '{"rings":[{"x":[0,9,9,0],"y":[0,0,9,01]}]}', '{"rings":[{"x":[0,9,9,0],"y":[0,0,9,NaN]}]}']:
            with self.subTest(text=text):
                done = run("analyse", "points", points, "--window", self.write("w.json", text), "--density", "40")
                self.assertEqual(done.returncode, 3)
                self.assertIn("w.json", done.stderr.decode())

    def test_a_number_of_the_command_line_is_decimal(self):
        def record(seed):
            path = os.path.join(self.folder.name, seed + ".smprec")
            done = run("robot", "even-dots", "--lessons", LESSONS, "--kind", "one-dot", "--seed", seed, "-o", path)
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(path, "rb") as file:
                return file.read()
        self.assertEqual(record("010"), record("10"))
        self.assertNotEqual(record("010"), record("8"))
        found = json.loads(run("replay", os.path.join(self.folder.name, "10.smprec"), "--to", "0100", "--json").stdout)
        self.assertEqual(found["to_us"], 100)
        depths = self.write("d.csv", "depth_mm\n0.5\n")
        for args in [["--band", "0x0,0x1", "--target", "0.5"], ["--band", " 0.3,0.7", "--target", "0.5"], ["--band", "0.3,0.7,", "--target", "0.5"],
                     ["--band", "0,3,0,7", "--target", "0.5"], ["--band", "0.3,inf", "--target", "0.5"], ["--band", "0.3;0.7", "--target", "0.5"],
                     ["--band", "0.3,0.7", "--target", "0x1"], ["--band", "0.3,0.7", "--target", "0,5"], ["--band", "0.3,0.7", "--target", "1_0"]]:
            with self.subTest(args=args):
                self.assertEqual(run("analyse", "depth", depths, *args).returncode, 2)
        for seed in ["0x10", "1_0", "1'0", "1e1", "1.0", " 1", "", "1,0", "+1", "9" * 30]:
            with self.subTest(seed=seed):
                self.assertEqual(run("robot", "even-dots", "--seed", seed, "-o", "/nonexistent/r").returncode, 2)


class Samples(Tables):
    def play(self, text):
        record = os.path.join(self.folder.name, "r.smprec")
        done = run("play", "even-dots", self.write("s.jsonl", text), "--lessons", LESSONS, "-o", record)
        if done.returncode == 0:
            return json.loads(run("replay", record, "--json").stdout)["dots"]
        self.assertEqual(done.returncode, 3)
        return done.stderr.decode()

    def test_samples_of_other_systems_are_read_or_refused_by_their_line(self):
        down, up = '{"t_us":0,"at":[20,20],"pressure":0.5,"contact":true}', '{"t_us":120000,"at":[20,20],"contact":false}'
        for text in [f"{down}\n{up}\n", f"\ufeff{down}\n{up}\n", f"{down}\r\n{up}\r\n"]:
            self.assertEqual(self.play(text), 1, text)
        for line in ['{"t_us":"200000","at":[1,1],"contact":false}', '{"t_us":2e5,"at":[1,1],"contact":false}', '{"t_us":0200000,"at":[1,1],"contact":false}',
                     '{"t_us":200000,"at":[1,5,2],"contact":false}', '{"t_us":200000,"at":["1",1],"contact":false}', '{"t_us":200000,"at":[1,1e999],"contact":false}',
                     '{"t_us":200000,"at":[0x1,1],"contact":false}', '{"t_us":200000,"at":[+1,1],"contact":false}', '{"t_us":200000,"at":[.5,1],"contact":false}',
                     '{"t_us":200000,"at":[1 000,1],"contact":false}', '{"t_us":200000,"at":[' + MINUS + '1,1],"contact":false}', "200000,1,1,0"]:
            with self.subTest(line=line):
                self.assertIn("s.jsonl:3", self.play(f"{down}\n{up}\n{line}\n"))
        self.assertIn("s.jsonl:1", self.play(f"{down}\n{up}\n".encode("utf-16")))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
