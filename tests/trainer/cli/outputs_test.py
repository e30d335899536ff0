#!/usr/bin/env python3
"""outputs_test.py SMP SOURCE_DIR: no command writes over what it reads, nor one of its outputs over another; any file
name in a batch leaves documents and pages valid and all others done; what cannot be written ends with 3 and a word."""
import html.parser
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import unittest

SMP, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
LESSONS = os.path.join(SOURCE, "lessons")
EVEN = os.path.join(LESSONS, "even-dots")
DOWN, UP = '{"t_us":0,"at":[20,20],"pressure":0.5,"contact":true}\n', '{"t_us":120000,"at":[20,20],"contact":false}\n'


def run(*args, **more):
    more.setdefault("stdout", subprocess.PIPE)
    more.setdefault("stderr", subprocess.PIPE)
    return subprocess.run([SMP, *args], **more)


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.record = os.path.join(cls.kept.name, "kept.smprec")
        assert run("robot", EVEN, "--kind", "one-dot", "-o", cls.record).returncode == 0

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, *names):
        return os.path.join(self.folder.name, *names)

    def write(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as out:
            out.write(content.encode() if isinstance(content, str) else content)
        return self.path(name)

    def copy(self, name):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        return shutil.copy(self.record, self.path(name))

    # Every file under the folder with its content; links by where they lead.
    def state(self):
        found = {}
        for at, folders, files in os.walk(self.folder.name):
            for name in folders + files:
                path = os.path.join(at, name)
                if os.path.islink(path):
                    found[path] = os.readlink(path)
                elif os.path.isfile(path):
                    with open(path, "rb") as file:
                        found[path] = file.read()
                else:
                    found[path] = None
        return found

    # Root may do everything: let it be nobody.
    def as_nobody(self):
        if os.getuid() != 0:
            return None
        os.chmod(self.folder.name, 0o755)

        def become():
            os.setgroups([]), os.setgid(65534), os.setuid(65534)
        try:
            if run("--version", preexec_fn=become).returncode == 0:
                return become
        except (OSError, subprocess.SubprocessError):
            pass
        self.skipTest("nobody may not run this program here")

    def refused(self, *args):
        before = self.state()
        done = run(*args, cwd=self.folder.name)
        self.assertEqual(done.returncode, 2, f"{args}\n{done.stderr}")
        self.assertRegex(done.stderr.decode(), r"^error: [^\n]*expected [^\n]*name[^\n]*\n$")
        self.assertEqual(done.stdout, b"")
        self.assertEqual(self.state(), before, args)

    def names_of(self, name):  # the same file in other words
        path = self.path(name)
        os.link(path, path + ".hard")
        os.symlink(name, path + ".link")
        os.symlink(".", self.path("here")) if not os.path.islink(self.path("here")) else None
        return [path, name, "./" + name, os.path.join("here", name), name + ".hard", name + ".link"]


class Overlap(Files):
    def test_what_is_read_is_never_written_over(self):
        self.write("s.jsonl", DOWN + UP)
        for name in self.names_of("s.jsonl"):
            self.refused("play", EVEN, "s.jsonl", "-o", name)
        self.copy("r.smprec")
        for name in self.names_of("r.smprec"):
            self.refused("replay", "r.smprec", "--dots", name)
            self.refused("replay", "r.smprec", "--samples", name)
        self.refused("replay", "r.smprec", "--dots", "r.smprec-wal")
        self.refused("replay", "r.smprec.link", "--dots", "r.smprec")
        self.refused("replay", "r.smprec", "--dots", "-", "--samples", "./r.smprec")

    def test_no_file_of_a_lesson_is_written_over(self):
        shutil.copytree(EVEN, self.path("mine"))
        self.write("s.jsonl", DOWN + UP)
        for name in ["mine/lesson.toml", "./mine//lesson.toml", "mine"]:
            for lesson in ["./mine", "mine/lesson.toml"] if name != "mine" else ["./mine"]:
                self.refused("play", lesson, "s.jsonl", "-o", name)
                self.refused("robot", lesson, "--kind", "one-dot", "-o", name)
                self.refused("lesson", "pack", lesson, "-o", name)
        self.refused("robot", "mine", "--lessons", ".", "--kind", "one-dot", "-o", "mine/lesson.toml")
        self.assertEqual(run("lesson", "pack", "./mine", "-o", self.path("mine/mine.smplesson"), cwd=self.folder.name).returncode, 0)
        shutil.copy(self.path("mine/mine.smplesson"), self.path("p.smplesson"))
        for name in self.names_of("p.smplesson"):
            self.refused("robot", "./p.smplesson", "--kind", "one-dot", "-o", name)
            self.refused("lesson", "pack", "p.smplesson", "-o", name)
            self.refused("lesson", "unpack", "p.smplesson", name)

    def test_a_picture_that_the_lesson_names_is_one_of_its_files(self):
        shutil.copytree(os.path.join(SOURCE, "lessons", "even-dots"), self.path("mine"))
        with open(self.path("mine/lesson.toml")) as file:
            text = file.read().replace("[[targets]]\n", '[[targets]]\npainting = "density.png"\n', 1)
        self.write("mine/lesson.toml", text)
        self.write("mine/density.png", b"\x89PNG\r\n\x1a\nnot much of a picture")
        self.refused("lesson", "pack", "mine", "-o", "mine/density.png")
        self.refused("robot", "./mine", "--kind", "one-dot", "-o", "mine/density.png")

    def test_two_outputs_are_two_files(self):
        self.copy("r.smprec")
        os.symlink("a.csv", self.path("b.csv"))
        for dots, samples in [("a.csv", "a.csv"), ("a.csv", "./a.csv"), ("a.csv", self.path("a.csv")), ("a.csv", "b.csv"), ("b.csv", "a.csv"),
                              ("a.csv", "A.csv")]:
            self.refused("replay", "r.smprec", "--dots", dots, "--samples", samples)
        both = run("replay", self.path("r.smprec"), "--dots", "-", "--samples", "-")
        self.assertEqual((both.returncode, both.stdout), (2, b""))
        self.assertIn(b"--dots and --samples", both.stderr)

    def test_one_on_stdout_leaves_the_other_in_its_file(self):
        self.copy("r.smprec")
        dots = run("replay", self.path("r.smprec"), "--dots", "-").stdout
        samples = run("replay", self.path("r.smprec"), "--samples", "-").stdout
        done = run("replay", self.path("r.smprec"), "--dots", self.path("d.csv"), "--samples", "-")
        self.assertEqual((done.returncode, done.stdout), (0, samples))
        done = run("replay", self.path("r.smprec"), "--dots", "-", "--samples", self.path("s.jsonl"))
        self.assertEqual((done.returncode, done.stdout), (0, dots))
        self.assertEqual(self.state()[self.path("d.csv")], dots)
        self.assertEqual(self.state()[self.path("s.jsonl")], samples)

    def test_records_of_one_name_do_not_share_a_page(self):
        self.copy("a/r.smprec"), self.copy("b/r.smprec"), self.copy("b/R.smprec")
        self.refused("report", "a/r.smprec", "b/r.smprec", "-o", "out", "--no-pictures")
        self.refused("report", "a/r.smprec", "b/R.smprec", "-o", "out", "--no-pictures")
        self.refused("report", "a/r.smprec", "a/r.smprec", "-o", "out", "--no-pictures")
        self.copy("r.bak")
        self.refused("report", "r.bak", "a/r.smprec", "-o", "out", "--no-pictures")

    def test_a_page_is_not_written_over_a_record(self):
        self.copy("out/index.html"), self.copy("out/r.html"), self.copy("r.smprec"), self.copy("s.smprec")
        self.refused("report", "out/index.html", "-o", "out", "--no-pictures")
        self.refused("report", "out/r.html", "s.smprec", "-o", "out", "--no-pictures")
        self.refused("report", "r.smprec", "-o", "r.smprec", "--no-pictures")
        os.symlink("../r.smprec", self.path("out/s.html"))
        self.refused("report", "r.smprec", "s.smprec", "-o", "out", "--no-pictures")

    def test_what_lies_beside_under_the_name_of_a_part_stays(self):
        for beside in ["d.csv.part", "d.csv.tmp", "p.smplesson.part"]:
            self.write(beside, "somebody's")
        self.copy("r.smprec")
        self.assertEqual(run("replay", self.path("r.smprec"), "--dots", self.path("d.csv")).returncode, 0)
        self.assertEqual(run("lesson", "pack", EVEN, "-o", self.path("p.smplesson")).returncode, 0)
        self.assertEqual([name for name in sorted(os.listdir(self.folder.name)) if self.state()[self.path(name)] == b"somebody's"],
                         ["d.csv.part", "d.csv.tmp", "p.smplesson.part"])

    def test_a_link_stays_a_link_and_its_file_is_written(self):
        self.copy("r.smprec"), self.write("real.csv", "old"), self.write("real.smprec", "old")
        os.symlink("real.csv", self.path("d.csv")), os.symlink("real.smprec", self.path("n.smprec"))
        self.assertEqual(run("replay", self.path("r.smprec"), "--dots", self.path("d.csv")).returncode, 0)
        self.assertEqual(run("robot", EVEN, "--kind", "one-dot", "-o", self.path("n.smprec")).returncode, 0)
        self.assertTrue(os.path.islink(self.path("d.csv")) and os.path.islink(self.path("n.smprec")))
        self.assertTrue(self.state()[self.path("real.csv")].startswith(b"dot,t_us"))
        self.assertEqual(run("verify", self.path("real.smprec")).returncode, 0)


NAMES = ["plain", 'quo"te', "apo'strophe", "<b>bold & more</b>", "--json", "-o", "-", "new\nline", "tab\there", "\x1b[31mred", "a b  c", "100%", "%s%n{}", "back\\slash",
         "\u00e9t\u00e9", "e\u0301", "\U0001f600", "\u202egnp", "semi;colon,comma", "*?[x]", "$(touch x)`y`", "n" * 240, ".hidden", "..."]
BYTES = [b"\xff\xfe", b"caf\xe9", b"\xed\xa0\x80", b"cut\xe2\x82"]


class Batch(Files):
    def batch(self):
        names = [name.encode() for name in NAMES] + BYTES
        paths = []
        for name in names:
            path = os.path.join(os.fsencode(self.folder.name), b"in", name + b".smprec")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            shutil.copy(os.fsencode(self.record), path)
            paths.append(path)
        return paths

    def broken(self):
        with open(self.record, "rb") as file:
            whole = file.read()
        os.mkdir(self.path("folder.smprec"))
        os.mkfifo(self.path("pipe.smprec"))
        os.symlink("nowhere", self.path("link.smprec"))
        os.symlink("loop.smprec", self.path("loop.smprec"))
        self.write("cut.smprec", whole[:5000]), self.write("empty.smprec", ""), self.write("text.smprec", "words")
        return [self.path(name + ".smprec") for name in ["missing", "folder", "pipe", "link", "loop", "cut", "empty", "text"]] + ["", "/dev/null", "x" * 300]

    def document(self, *args, code=0):
        done = run(*args, "--json", timeout=120)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertNotIn(b"terminate", done.stderr)
        done.stderr.decode("utf-8")
        return json.loads(done.stdout.decode("utf-8")), done

    def test_any_name_leaves_the_documents_valid_and_all_are_scored(self):
        paths = self.batch()
        for command in ["score", "verify"]:
            found, _ = self.document(command, *paths)
            self.assertEqual(len(found), len(paths))
            for path, one in zip(paths, found):
                self.assertNotIn("error", one)
                if path not in [p for p in paths if os.path.basename(p)[:-7] in BYTES]:
                    self.assertEqual(one["record"].encode(), path)
            for name in BYTES:  # what is no UTF-8 is told byte by byte
                shown = "".join(f"\\x{byte:02x}" if byte >= 0x80 else chr(byte) for byte in name)
                self.assertIn(shown + ".smprec", {os.path.basename(one["record"]) for one in found})
        for path in paths:
            found, _ = self.document("replay", path)
            self.assertEqual(found["dots"], 1)
        lines = run("score", *paths).stdout.decode("utf-8").splitlines()
        self.assertEqual(sum(line.startswith("  total") for line in lines), len(paths))
        self.assertFalse([line for line in lines if "\x1b" in line])

    def test_words_from_anybody_steer_no_terminal(self):
        with open(os.path.join(EVEN, "lesson.toml")) as file:
            text = file.read()
        title = text[text.index("title"):text.index("\n", text.index("title"))]
        lesson = self.write("mine/lesson.toml", text.replace(title, 'title = "a\\u001B[2J\\u202Eb"'))
        for args in [["lesson", "show", lesson], ["lesson", "list", "--lessons", self.folder.name], ["score", "r", "--no\x1b[2J"], ["no\x1b[2J"],
                     ["lesson", "show", "no\x1b[2J"], ["robot", EVEN, "--kind", "no\x1b[2J", "-o", self.path("r")], ["score", "r", "--at", "\x1b[2J"]]:
            done = run(*args)
            words = (done.stdout + done.stderr).decode("utf-8")
            self.assertFalse(set(words) & {"\x1b", "\u202e"}, args)
            if lesson not in args and self.folder.name not in args:  # a title with one is refused
                self.assertIn("\\x1b[2J", words)

    def test_a_name_that_begins_with_a_hyphen_is_a_file_behind_two(self):
        for name in ["-x.smprec", "--json"]:
            self.copy(name)
            done = run("score", "--", name, cwd=self.folder.name)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_one_that_cannot_be_read_leaves_the_others_scored(self):
        good = [self.copy("a.smprec"), self.copy("z.smprec")]
        bad = self.broken()
        for command, jobs in [("score", ["--jobs", "3"]), ("score", []), ("verify", [])]:
            found, done = self.document(command, good[0], *bad, good[1], *jobs, code=3)
            self.assertEqual(len(found), len(bad) + 2)
            self.assertEqual([one["record"] for one in found], [good[0], *bad, good[1]])
            self.assertFalse("error" in found[0] or "error" in found[-1])
            for one in found[1:-1]:
                self.assertTrue(one.get("error") or one.get("intact") is False, one)
            self.assertEqual(done.stderr.count(b"error: "), sum("error" in one for one in found))
            text = run(command, good[0], *bad, good[1], *jobs)
            self.assertEqual(text.returncode, 3)
            self.assertIn(good[0].encode(), text.stdout), self.assertIn(good[1].encode(), text.stdout)
        closed = run("score", good[0], *bad, good[1], "--json", stderr=None, preexec_fn=lambda: os.close(2))
        self.assertEqual(len(json.loads(closed.stdout)), len(bad) + 2)

    def test_one_that_nobody_may_read_is_named(self):
        path = self.copy("secret.smprec")
        os.chmod(path, 0)
        good = self.copy("z.smprec")
        done = run("score", path, good, "--json", preexec_fn=self.as_nobody())
        self.assertEqual(done.returncode, 3)
        found = json.loads(done.stdout)
        self.assertIn("error", found[0]), self.assertNotIn("error", found[1])

    def test_reports_of_any_name_are_pages_and_one_that_fails_leaves_the_others(self):
        paths = self.batch()
        bad = [path for path in self.broken() if os.path.dirname(path) == self.folder.name]
        found, _ = self.document("report", *paths, *bad, "-o", self.path("out"), "--no-pictures", code=3)
        self.assertEqual(len(found["pages"]), len(paths))
        self.assertEqual(len(found["failed"]), len(bad))
        pages = os.listdir(os.fsencode(self.path("out")))
        self.assertEqual(len(pages), len(paths))
        for page in pages:
            with open(os.path.join(os.fsencode(self.path("out")), page), "rb") as file:
                text = file.read().decode("utf-8")
            self.assertFalse(set(text) & {chr(i) for i in range(32) if chr(i) not in "\n\t"}, page)
            tags = []

            class Tags(html.parser.HTMLParser):
                def handle_starttag(self, tag, attributes):
                    tags.append(tag)
            Tags().feed(text)
            self.assertNotIn("b", tags, page)
        with open(self.path("out", "plain.html")) as file:
            self.assertIn("plain.smprec", file.read())

    def test_lessons_of_any_name_are_checked_all(self):
        names = [b"plain", b'q"', b"new\nline", b"\xff", b"a b"]
        paths = []
        for name in names:
            path = os.path.join(os.fsencode(self.folder.name), name + b".toml")
            shutil.copy(os.path.join(EVEN, "lesson.toml"), path)
            paths.append(path)
        broken = self.write("broken.toml", "id = ")
        found, _ = self.document("lesson", "check", paths[0], broken, self.path("missing.toml"), self.folder.name, *paths[1:], code=3)
        self.assertEqual([one["ok"] for one in found["lessons"]], [True, False, False, False] + [True] * (len(paths) - 1))


class Unwritable(Files):
    def commands(self):
        samples = self.write("s.jsonl", DOWN + UP)
        depths = self.write("d.csv", "depth_mm\n0.5\n")
        line = self.write("l.csv", "x,y\n1,1\n9,2\n")
        window = self.write("w.json", '{"rings":[{"x":[0,20,20,0],"y":[0,0,20,20]}]}')
        del samples
        return [["--help"], ["--version"], ["score", "--help"], ["analyse", "depth", "--help"], ["lesson", "list"], ["lesson", "list", "--json"], ["lesson", "schema"],
                ["lesson", "list", "--first-practical"], ["lesson", "doc"], ["lesson", "show", EVEN], ["lesson", "show", EVEN, "--json"],
                ["lesson", "check", EVEN], ["lesson", "check", EVEN, "--json"], ["robot", "--list"], ["robot", "--list", "--json"],
                ["robot", EVEN, "--kind", "one-dot", "-o", self.path("n.smprec"), "--json"], ["score", self.record], ["score", self.record, "--json"],
                ["score", self.record, "--require-pass"], ["verify", self.record], ["verify", self.record, "--json"], ["replay", self.record],
                ["replay", self.record, "--json"], ["replay", self.record, "--dots", "-"], ["replay", self.record, "--samples", "-"],
                ["analyse", "depth", depths, "--band", "0.3,0.7", "--target", "0.5"], ["analyse", "hairline", line, line],
                ["analyse", "points", line, "--window", window, "--density", "40"],
                ["report", self.record, "-o", self.path("out"), "--no-pictures"], ["lesson", "new", self.path("mine")]]

    def check(self, args, done):
        self.assertEqual(done.returncode, 3, f"{args}\n{done.stderr}")
        self.assertIn(b"error: ", done.stderr, args)
        self.assertIn(b"cannot be written", done.stderr, args)

    def test_stdout_that_is_full_closed_or_gone_is_three_with_a_word(self):
        for args in self.commands():
            with self.subTest(args=args):
                with open("/dev/full", "wb") as full:
                    self.check(args, run(*args, stdout=full))
                shutil.rmtree(self.path("mine"), ignore_errors=True)
                self.check(args, run(*args, stdout=None, preexec_fn=lambda: os.close(1)))
                shutil.rmtree(self.path("mine"), ignore_errors=True)
                reader, writer = os.pipe()
                os.close(reader)
                self.check(args, run(*args, stdout=writer))
                os.close(writer)
                shutil.rmtree(self.path("mine"), ignore_errors=True)
                done = run(*args)
                self.assertIn(done.returncode, (0, 1) if "--require-pass" in args else (0,), done.stderr)
                shutil.rmtree(self.path("mine"), ignore_errors=True)

    def test_what_prints_nothing_needs_no_stdout_and_no_file_takes_its_number(self):
        for closed in [(0,), (1,), (2,), (0, 1, 2)]:
            def close():
                for stream in closed:
                    os.close(stream)
            record, dots = self.path("n.smprec"), self.path("n.csv")
            self.assertEqual(run("robot", EVEN, "--kind", "one-dot", "-o", record, stdout=None, stderr=None, preexec_fn=close).returncode, 0)
            self.assertEqual(run("verify", record).returncode, 0)
            done = run("replay", record, "--dots", dots, stdout=None, stderr=None, preexec_fn=close)
            self.assertEqual(done.returncode, 3 if 1 in closed else 0)
            self.assertEqual(self.state()[dots], run("replay", record, "--dots", "-").stdout)
            self.assertEqual(run("verify", record).returncode, 0)

    def test_the_words_on_stderr_are_no_condition(self):
        with open("/dev/full", "wb") as full:
            self.assertEqual(run("score", self.path("none"), stderr=full).returncode, 3)
            self.assertEqual(run("score", "--nosuch", stderr=full).returncode, 2)
            self.assertEqual(run("play", EVEN, self.write("e.jsonl", ""), "-o", self.path("e.smprec"), stderr=full).returncode, 0)

    def outputs(self):
        samples = self.write("s.jsonl", DOWN + UP)
        return [lambda out: ["play", EVEN, samples, "-o", out], lambda out: ["robot", EVEN, "--kind", "one-dot", "-o", out],
                lambda out: ["replay", self.record, "--dots", out], lambda out: ["replay", self.record, "--samples", out],
                lambda out: ["lesson", "pack", EVEN, "-o", out]]

    def test_files_that_cannot_be_written_are_three_with_their_name(self):
        self.write("file", "x")
        os.mkdir(self.path("folder"))
        os.symlink("loop", self.path("loop"))
        for make in self.outputs():
            before = self.state()
            for out in ["/dev/full", self.path("none/out"), self.path("file/out"), self.path("folder"), self.path("loop"), self.path("n" * 256), "/proc/out",
                        self.path("folder") + "/", ""]:
                with self.subTest(args=make(out)):
                    done = run(*make(out))
                    if out == "" and make(out)[0] == "replay":
                        continue  # as if it were not given
                    self.assertIn(done.returncode, (2, 3) if out == "" else (3,), done.stderr)
                    self.assertIn(b"error: ", done.stderr)
                    self.assertIn(out.encode()[:40], done.stderr)
                    self.assertEqual(self.state(), before)
            self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))
        for out in ["/dev/full", self.path("file"), self.path("file/out"), "/proc/out"]:
            done = run("report", self.record, "-o", out, "--no-pictures")
            self.assertEqual(done.returncode, 3)
            self.assertIn(out.encode(), done.stderr)

    def test_a_full_disk_keeps_the_older_file_and_leaves_nothing_half_written(self):
        def small():  # a limit of the size of files stands for a full disk
            import resource
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))
        for make in self.outputs():
            out = self.write("out", "older")
            before = self.state()
            done = run(*make(out), preexec_fn=small)
            with self.subTest(args=make(out)):
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn(out.encode(), done.stderr)
                self.assertEqual(self.state(), before)
        before = self.state()
        done = run("report", self.record, "-o", self.path("pages"), "--no-pictures", preexec_fn=small)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(run("lesson", "new", self.path("mine"), preexec_fn=small).returncode, 3)
        self.assertEqual(self.state(), before)

    def test_a_folder_that_may_not_be_written_is_three(self):
        self.write("shut/out", "older")
        outputs = self.outputs()
        os.chmod(self.path("shut"), 0o555)
        self.addCleanup(os.chmod, self.path("shut"), 0o755)
        os.chmod(os.path.dirname(self.record), 0o755)
        nobody = self.as_nobody()
        for make in outputs:
            for out in ["shut/out", "shut/new"]:
                done = run(*make(self.path(out)), preexec_fn=nobody)
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn(out.encode(), done.stderr)
        done = run("report", self.record, "-o", self.path("shut"), "--no-pictures", preexec_fn=nobody)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(os.listdir(self.path("shut")), ["out"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
