#!/usr/bin/env python3
"""packages_test.py SMP SOURCE_DIR: packages that other systems' zip tools made open as the lesson they hold, or are
refused with the entry and what to do; nothing is written of one that is refused."""
import io
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile
import zlib

SMP, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
EVEN = os.path.join(SOURCE, "lessons", "even-dots")
UNIX, DOS, OSX = 3, 0, 19
FILE, LINK = 0o100644 << 16, 0o120777 << 16


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# A grey picture: two different ones tell whether the right bytes came out.
def png(size):
    rows = b"".join(b"\0" + bytes([128] * size) for _ in range(size))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


with open(os.path.join(EVEN, "lesson.toml"), encoding="utf-8") as file:
    TOML = file.read().replace("[[targets]]\n", '[[targets]]\npainting = "p/density.png"\n', 1).encode()
PICTURE = png(8)
LESSON = [("lesson.toml", TOML), ("p/density.png", PICTURE)]


def zipped(entries, system=UNIX, method=zipfile.ZIP_DEFLATED, comment=b"", flags=0, out=None):
    out = out or io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content, *more in entries:
            entry = zipfile.ZipInfo(name, (2026, 11, 30, 12, 0, 0))
            entry.create_system, entry.compress_type = system, method
            entry.external_attr = more[0] if more else 0x10 if name.endswith("/") else FILE
            entry.extra = more[1] if len(more) > 1 else b""
            package.writestr(entry, content)
        package.comment = comment
    return out.getvalue() if hasattr(out, "getvalue") else out.bytes


class Unseekable(io.RawIOBase):
    def __init__(self):
        super().__init__()
        self.bytes = b""

    def writable(self):
        return True

    def write(self, data):
        self.bytes += bytes(data)
        return len(data)


# The method of the first entry, in its own header and in the list at the end.
def with_method(package, method):
    package = bytearray(package)
    struct.pack_into("<H", package, 8, method)
    struct.pack_into("<H", package, package.find(b"PK\1\2") + 10, method)
    return bytes(package)


class Packages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.number = 0

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def package(self, content, ending="smplesson"):
        self.number += 1
        path = self.path(f"{self.number}.{ending}")
        with open(path, "wb") as out:
            out.write(content)
        return path

    def run_smp(self, *args):
        return subprocess.run([SMP, *args], capture_output=True, text=True, timeout=60)

    def files_in(self, folder):
        found = {}
        for at, _, files in os.walk(folder):
            for name in files:
                with open(os.path.join(at, name), "rb") as file:
                    found[os.path.relpath(os.path.join(at, name), folder)] = file.read()
        return found

    def packed(self):  # as we pack it ourselves
        os.makedirs(self.path("lesson/p"), exist_ok=True)
        for name, content in LESSON:
            with open(self.path("lesson/" + name), "wb") as out:
                out.write(content)
        done = self.run_smp("lesson", "pack", self.path("lesson"), "-o", self.path("ours.smplesson"))
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.path("ours.smplesson"), "rb") as file:
            return file.read()

    def opens(self, content, ending="smplesson"):
        path = self.package(content, ending)
        done = self.run_smp("lesson", "check", path)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        shutil.rmtree(self.path("out"), ignore_errors=True)
        done = self.run_smp("lesson", "unpack", path, self.path("out"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.files_in(self.path("out")), dict(LESSON))
        done = self.run_smp("lesson", "pack", path, "-o", self.path("again.smplesson"))
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(self.path("again.smplesson"), "rb") as file:
            self.assertEqual(file.read(), self.packed())  # so a record of it has the same hash of its lesson

    def refused(self, content, *words):
        path = self.package(content)
        before = sorted(os.listdir(self.folder.name))
        for args in [["lesson", "check", path], ["lesson", "show", path], ["lesson", "unpack", path, self.path("none/out")], ["lesson", "unpack", path, self.path("out")],
                     ["lesson", "pack", path, "-o", self.path("again")], ["robot", path, "--kind", "one-dot", "-o", self.path("r.smprec")]]:
            done = self.run_smp(*args)
            self.assertEqual(done.returncode, 3, f"{args}: {done.stdout}{done.stderr}")
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
            for word in [path, *words]:
                self.assertIn(word, done.stderr)
            self.assertEqual(sorted(os.listdir(self.folder.name)), before)


class Open(Packages):
    def test_our_own_and_those_of_common_tools(self):
        self.opens(self.packed())
        self.opens(zipped(LESSON))
        self.opens(zipped(LESSON, method=zipfile.ZIP_STORED))
        self.opens(zipped(LESSON[::-1]))
        self.opens(zipped(LESSON), ending="zip")
        self.opens(zipped(LESSON, comment=b"made by hand" * 50))
        self.opens(zipped(LESSON, out=Unseekable()))  # sizes behind the data
        self.opens(zipped([("p/", b""), *LESSON, ("empty/", b"")]))
        self.opens(zipped(LESSON) + b"\0" * 50)

    def test_extra_fields_and_zip64(self):
        stamps = struct.pack("<HHBI", 0x5455, 5, 1, 1_700_000_000)  # what Info-ZIP and macOS add
        self.opens(zipped([(name, content, FILE, stamps) for name, content in LESSON]))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in LESSON:
                with package.open(name, "w", force_zip64=True) as entry:
                    entry.write(content)
        self.opens(out.getvalue())

    def test_of_a_mac(self):
        for system in (UNIX, OSX):
            self.opens(zipped([*LESSON, ("__MACOSX/", b""), ("__MACOSX/._lesson.toml", b"\0\5\x16\7"), ("__MACOSX/p/._density.png", b"\0\5\x16\7"),
                               (".DS_Store", b"\0\0\0\1Bud1"), ("p/.DS_Store", b""), ("._lesson.toml", b"")], system=system))
            wrapped = [("My cafe\u0301 lesson/" + name, content) for name, content in LESSON]
            self.opens(zipped([("My cafe\u0301 lesson/", b""), *wrapped, ("__MACOSX/My cafe\u0301 lesson/._lesson.toml", b""),
                               ("My cafe\u0301 lesson/.DS_Store", b"")], system=system))

    def test_of_windows(self):
        self.opens(zipped(LESSON, system=DOS))
        backslashes = [(name.replace("/", "\\"), content, 0) for name, content in LESSON]
        self.opens(zipped([*backslashes, ("Thumbs.db", b"x", 0), ("p\\Desktop.ini", b"x", 0)], system=DOS))
        self.opens(zipped([("even dots (1)\\" + name, content, 0) for name, content, _ in backslashes] + [("even dots (1)\\p\\", b"", 0x10)], system=DOS))

    def test_wrapped_more_than_once(self):
        self.opens(zipped([("a/b/" + name, content) for name, content in LESSON] + [("a/", b""), ("a/b/", b"")]))

    def test_made_by_zip_itself(self):
        if not shutil.which("zip"):
            self.skipTest("no zip here")
        self.packed()
        for args, cwd in [(["-r", "../z.smplesson", "."], "lesson"), (["-r", "z.smplesson", "lesson"], "."), (["-r", "-0", "z.smplesson", "lesson"], "."),
                          (["-r", "-fz", "z.smplesson", "lesson"], "."), (["-r", "-fd", "z.smplesson", "lesson"], ".")]:
            if os.path.exists(self.path("z.smplesson")):
                os.remove(self.path("z.smplesson"))
            subprocess.run(["zip", "-q", *args], cwd=self.path(cwd), check=True)
            with open(self.path("z.smplesson"), "rb") as file:
                self.opens(file.read())
        os.remove(self.path("z.smplesson"))
        subprocess.run(["zip", "-q", "-r", "-P", "secret", "z.smplesson", "lesson"], cwd=self.folder.name, check=True)
        with open(self.path("z.smplesson"), "rb") as file:
            self.refused(file.read(), ": is locked with a password", "pack it without")


class Pack(Packages):
    def lesson(self, picture):
        os.makedirs(self.path("mine/p"), exist_ok=True)
        with open(self.path("mine/lesson.toml"), "wb") as file:
            file.write(TOML)
        if picture is not None:
            with open(self.path("mine/p/density.png"), "wb") as file:
                file.write(picture)

    def test_what_check_refuses_is_not_packed(self):
        cases = [(None, "no such picture"), (b"\xff\xd8\xff\xe0" + b"x" * 50, "JPEG"), (PICTURE[:40], "density.png"), (png(6000), "density.png")]
        for picture, words in cases:
            with self.subTest(words=words):
                self.lesson(picture)
                done, check = self.run_smp("lesson", "pack", self.path("mine"), "-o", self.path("m.smplesson")), self.run_smp("lesson", "check", self.path("mine"))
                self.assertEqual((done.returncode, check.returncode), (1, 1), done.stderr + check.stdout)
                self.assertIn(words, done.stderr)
                self.assertEqual(done.stderr, check.stdout)
                self.assertFalse(os.path.exists(self.path("m.smplesson")))

    def test_a_package_in_the_folder_of_its_lesson_is_no_part_of_it(self):
        self.lesson(PICTURE)
        packages = []
        for _ in range(2):
            done = self.run_smp("lesson", "pack", self.path("mine"), "-o", self.path("mine/mine.smplesson"))
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            with open(self.path("mine/mine.smplesson"), "rb") as file:
                packages.append(file.read())
        self.assertEqual(packages[0], packages[1])
        self.assertEqual(zipfile.ZipFile(io.BytesIO(packages[0])).namelist(), ["lesson.toml", "p/density.png"])


class Refuse(Packages):
    def test_methods_that_are_not_read(self):
        self.refused(zipped(LESSON, method=zipfile.ZIP_LZMA), "lesson.toml: ", "LZMA", "Deflate")
        for number, name in [(9, "Deflate64"), (93, "Zstandard"), (95, "XZ"), (98, "PPMd"), (6, "number 6")]:
            self.refused(with_method(zipped(LESSON), number), "lesson.toml: ", name, "Deflate")

    def test_names(self):
        for name, words in [("../x.png", "stay inside"), ("/x.png", "stay inside"), ("a/../../x.png", "stay inside"), ("p//x.png", "stay inside"), ("./x.png", "stay inside"),
                            ("C:x.png", "rename"), ("a b.png", "rename"), ("caf\u00e9.png", "rename"), ("cafe\u0301.png", "rename"), ("a\nb.png", "rename"),
                            ("p\\x.png", "rename"), ("x" * 200 + ".png", "longer than 200")]:
            shown = name.replace("\n", "\\n")
            self.refused(zipped([*LESSON, (name, PICTURE)]), shown + ": ", words)
        for name in ["..\\x.png", "\\x.png", "p\\\\x.png", "\\\\server\\x.png"]:
            self.refused(zipped([*LESSON, (name, PICTURE)], system=DOS), name.replace("\\", "/") + ": ", "stay inside")
        self.refused(zipped([("../lesson.toml", TOML)]), "../lesson.toml: ", "stay inside")
        self.refused(zipped([*LESSON, ("../.DS_Store", b"")]), "../.DS_Store: ", "stay inside")
        self.refused(zipped([*LESSON, ("caf.png", PICTURE)]).replace(b"caf.png", b"ca\x82.png"), "ca\\x82.png: ", "rename")

    def test_names_that_are_there_twice(self):
        self.refused(zipped([*LESSON, LESSON[0]]), "lesson.toml: ", "same name", "rename")
        self.refused(zipped([*LESSON, ("P/Density.png", PICTURE)]), "P/Density.png: ", "same name")
        self.refused(zipped([*LESSON, ("a.png", PICTURE), ("a.png/b.png", PICTURE)]), "a.png: ", "rename")
        self.refused(zipped([("one/lesson.toml", TOML), ("two/lesson.toml", TOML)]), "one/lesson.toml, two/lesson.toml", "each by itself")

    def test_what_is_no_part_of_a_lesson(self):
        self.refused(zipped([*LESSON, ("notes.txt", b"x")]), "notes.txt: ", "take this out")
        self.refused(zipped([*LESSON, ("inner.zip", zipped(LESSON))]), "inner.zip: ", "take this out")
        self.refused(zipped([*LESSON, ("Skizze.PNG", PICTURE)]), "Skizze.PNG: ", "small letters")
        self.refused(zipped([*LESSON, ("photo.png", b"\xff\xd8\xff\xe0" + b"x" * 50)]), "photo.png: ", "JPEG", "save it as PNG")
        self.refused(zipped([*LESSON, ("a.png", b"../../etc/passwd", LINK)]), "a.png: ", "link", "file itself")
        self.refused(zipped([*LESSON, ("a.png", b"../../etc/passwd", LINK)], system=OSX), "a.png: ", "link", "file itself")
        self.refused(zipped([("a/lesson.toml", TOML), ("x.png", PICTURE)]), "a/lesson.toml", "pack the folder \"a\" alone")
        self.refused(zipped([("LESSON.TOML", TOML)], system=DOS), "LESSON.TOML", "small letters")
        self.refused(zipped([("top/Lesson.toml", TOML)]), "Lesson.toml", "small letters")
        self.refused(zipped([("x.png", PICTURE)]), "no lesson.toml")
        self.refused(zipped([(".lesson.toml", TOML)]), "no lesson.toml")
        self.refused(zipped([]), "no lesson.toml")

    def test_damage_and_bombs(self):
        stored = bytearray(zipped(LESSON, method=zipfile.ZIP_STORED))
        stored[100] ^= 1
        self.refused(bytes(stored), "lesson.toml: ", "damaged", "copy")
        deflated = bytearray(zipped(LESSON))
        deflated[100] ^= 1
        self.refused(bytes(deflated), "lesson.toml: ", "damaged", "copy")
        whole = zipped(LESSON)
        for size in (len(whole) - 1, len(whole) - 30, len(whole) // 2, 40, 4):
            self.refused(whole[:size], "cut short", "copy")
        spanned = bytearray(whole)
        spanned[whole.find(b"PK\5\6") + 4] = 1
        self.refused(bytes(spanned), "one part", "one file")
        self.refused(zipped([*LESSON, ("a.png", PICTURE + b"\0" * (40 << 20))]), "a.png: ", "100 times")
        self.refused(zipped([*LESSON, *((f"{i}.png", PICTURE) for i in range(1000))]), "1,000")
        self.refused(b"PK" + os.urandom(9 << 20), "8 MiB")

    def test_what_is_no_zip_is_called_what_it_is(self):
        for content, words in [(b"", "empty"), (b"7z\xbc\xaf\x27\x1c\0\4" + b"\0" * 50, "7z"), (b"Rar!\x1a\7\1\0" + b"\0" * 50, "RAR"), (b"\x1f\x8b\x08" + b"\0" * 50, "gzip"),
                               (b"x" * 257 + b"ustar\0" + b"\0" * 300, "tar"), (b"MZ" + b"\0" * 300 + zipped(LESSON), "unpacks itself"),
                               (b"<!DOCTYPE html><html>log in</html>", "page of the web"), (TOML, "smp lesson pack"), (PICTURE, "picture"), (os.urandom(4).hex().encode(), "smp lesson pack")]:
            self.refused(content, "this is not a package", words)

    def test_a_folder_that_cannot_be_filled_is_left_as_it_was(self):
        def small():
            import resource
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        path = self.package(zipped(LESSON))
        os.mkdir(self.path("there"))
        for out in ["there", "new", "one/two/three"]:
            done = subprocess.run([SMP, "lesson", "unpack", path, self.path(out)], capture_output=True, preexec_fn=small)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(b"cannot be written", done.stderr)
        self.assertEqual(os.listdir(self.path("there")), [])
        self.assertFalse(os.path.exists(self.path("new")) or os.path.exists(self.path("one")))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], warnings="ignore")
