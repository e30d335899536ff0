#!/usr/bin/env python3
"""Disks that fail under a window somebody works in: nothing that a screen calls saved is missing, and whatever loses
something asks first.

    saving_test.py BIN_DIR SOURCE_DIR [faults|slow|homes|damaged|dies|stuck]

faults:  a write, fsync, rename or truncation fails, once or from then on, on the way through start, first minutes,
         work, leave, finish, review and quit; the thread that draws opens and reads no file of the profile.
         SMP_FAULT_POINTS of the changes that a whole run makes, for each way (2 where nothing is said); "all" for
         every one, each in four manners.
slow:    every fsync takes 8 s: the banner comes within 1.5 s of what is not saved, the picture goes on, and the thread
         that draws writes nothing.
homes:   homes without locks, and read-only ones: one can practise unsaved, or save elsewhere.
dies:    a window that dies of an error says where the work is.
stuck:   a disk that never answers: who leaves without saving is let go, and told where the work is.
damaged: work whose file is damaged goes on from the last good moment.
SMP_PICTURES: a folder for pictures of what the user sees. Exit 77 where there is no Xvfb, xdotool or cc: skipped.
"""
import itertools
import json
import mmap
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import hands as hand_tools
import window_test as window

WORK, HOME, DEBRIEF, FIRST = "WorkScreen", "HomeScreen", "DebriefScreen", "FirstRunScreen"
SAVING, QUESTION = "SavingSheet", "QuestionSheet"
EIO, ENOSPC = 5, 28
SLOW_MS = 8000
FOR_EVER_MS = 10 ** 9
FIRST_CROSS_PX = (810, 400)  # in a window of 1280 x 800 at scale 1
PICTURES = os.environ.get("SMP_PICTURES")


class Disk:
    """The places of tests/trainer/app/fault_shim.c."""
    PLACES = ["countdown", "once", "errno", "changes", "bitten", "delay_ms", "drawing", "no_locks", "reading"]

    def __init__(self, folder):
        self.shim, path = folder / "fault_shim.so", folder / "control"
        source = pathlib.Path(__file__).resolve().parent / "fault_shim.c"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", self.shim, source, "-ldl"], check=True)
        path.write_bytes(bytes(4096))
        with open(path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), 4096)
        self.path = path

    def env(self, base, profile):
        return dict(base, LD_PRELOAD=str(self.shim), SMP_FAULT_FOLDER=str(profile), SMP_FAULT_CONTROL=str(self.path))

    def __getitem__(self, place):
        return struct.unpack_from("q", self.map, 8 * self.PLACES.index(place))[0]

    def __setitem__(self, place, value):
        struct.pack_into("q", self.map, 8 * self.PLACES.index(place), value)

    def well(self):
        for place in self.PLACES:
            self[place] = 0


class Trainee:
    """Somebody at the window, who does not lose heart."""

    def __init__(self, display, disk, folder, *words, first=False, stderr=None):
        self.display, self.disk, self.folder, self.dots = display, disk, folder, 0
        self.moves = 0
        self.profile, self.asked, self.practises, self.without = folder / "profile", [], False, False
        self.lessons = folder / "lessons"
        for place in ("home", "tmp"):
            (folder / place).mkdir(exist_ok=True)
        if not first and not self.profile.exists():
            window.first_run_done(self.profile)
        env = dict(disk.env(display.env, self.profile), HOME=str(folder / "home"), TMPDIR=str(folder / "tmp"), USER="")
        self.program = hand_tools.Program(
            [window.BIN / "smp-trainer", *words, "--profile", self.profile, "--lessons", self.lessons, "--size",
             "1280x800", "--scale", "1", "--print-result"], env, stderr=stderr)
        window.PROGRAMS.append(self.program)

    @property
    def screen(self):
        return self.program.now.get("screen", "")

    def picture(self, name):
        if not PICTURES:
            return
        pathlib.Path(PICTURES).mkdir(parents=True, exist_ok=True)
        xwd = subprocess.run(["import", "-window", "root", "-display", self.display.name,
                              str(pathlib.Path(PICTURES) / (name + ".png"))], capture_output=True)
        assert xwd.returncode == 0, xwd.stderr

    def rest(self, *screens):
        """At rest on one of these; says which. A question about saving may come over any."""
        def there():
            return self.program.now.get("rest") and any(s in self.screen for s in (*screens, SAVING))
        self.program.wait(there, " or ".join(screens))
        return self.screen

    def there(self, *screens):
        """On one of these, whatever is still on its way to the disk."""
        self.program.wait(lambda: any(s in self.screen for s in screens), " or ".join(screens))

    def choose(self, number):
        """The control of that number on the sheet."""
        self.display.hands.keys(*["Tab"] * number, "Return")

    def answer(self, without):
        """The question about saving: elsewhere, or without. Once all is saved it waits for Enter; but at the end of
        the program, which goes on by itself."""
        gone = lambda: self.program.ended or SAVING not in self.screen
        known = lambda: self.program.saving.get("places", 0) > 0
        well = lambda: self.program.saving["kind"] == "well"
        while not gone():
            self.program.wait(lambda: gone() or known() or well(), "places to save in")
            if not gone() and not well():
                self.seen_again()
                self.asked.append(self.program.saving.get("kind"))
                self.practises = self.practises or without
                self.choose(self.program.saving["places"] + 2 if without else 1)
                hand_tools.wait_for(lambda: gone() or well(), "the choice is carried out")
            if not gone():
                self.display.hands.keys("Return")
                hand_tools.wait_for(gone, "the sheet goes")

    def seen_again(self):
        """What the program has told is on the screen once it follows the pointer anew."""
        self.moves += 1
        at = [4 + self.moves % 2, 790]
        self.display.hands.move(at[0] + 4, at[1])  # from elsewhere: a pointer that stands there already moves nothing
        self.display.hands.move(*at)
        self.program.wait(lambda: self.program.ended or self.program.now.get("at") == at, "the pointer is followed")

    def to(self, without, *screens):
        if SAVING in self.rest(*screens):
            self.answer(without)
            self.rest(*screens)

    def press(self, at=None):
        """One dot more. A question that comes before it takes the press; it is answered, and pressed anew."""
        self.dots += 1
        placed = lambda: self.program.saving.get("dots", 0) >= self.dots
        while not placed():
            if SAVING in self.screen:
                self.answer(self.without)
                self.rest(WORK, FIRST)
            self.display.hands.press(*(at or window.px(window.grid_place(self.dots - 1))), 0.15)
            time.sleep(window.BETWEEN_S)
            self.program.wait(lambda: placed() or SAVING in self.screen, f"{self.dots} dots")

    def settled(self):
        self.program.wait(lambda: self.program.saving["saved"] == self.dots or self.program.saving["kind"] != "well",
                          "all is saved, or it is said that it is not")

    def end(self, without):
        """As the system ends programs; it may ask."""
        self.program.process.terminate()
        hand_tools.wait_for(lambda: self.program.ended or SAVING in self.screen, "the end, or a question")
        asked = SAVING in self.screen and not self.program.ended
        if asked:
            self.answer(without)
        hand_tools.wait_for(lambda: self.program.ended, "the end")
        assert self.program.process.wait() == 0
        return asked


def check(trainee, said):
    """Every dot that was called saved is in the file that was named."""
    lost = 0
    for kept in trainee.program.attempts.values():
        there = 0
        if kept["saved"] > 0:
            there = window.replay(kept["path"])["dots"]
            assert there >= kept["saved"], f"{said}: {kept['saved']} called saved, {there} in {kept['path']}"
        lost += max(0, kept["dots"] - there)
    assert lost == 0 or trainee.asked, f"{said}: {lost} dots lost without a question"
    return lost


def first_way(trainee, without):
    trainee.to(without, FIRST)
    for number in range(3):  # on one spot two presses in a row may be those of a bouncing switch
        trainee.press((FIRST_CROSS_PX[0] + 12 * number, FIRST_CROSS_PX[1]))
    trainee.settled()


def work(trainee, without):
    trainee.rest("BriefScreen")
    trainee.display.hands.keys("Return")
    trainee.to(without, WORK)
    for _ in range(3):
        trainee.press()
    trainee.settled()


def work_and_stop(trainee, without, keys, screen):
    """By these keys, which ask first, and on to that screen."""
    work(trainee, without)
    trainee.display.hands.keys(keys)
    trainee.to(without, QUESTION)
    trainee.choose(1)
    trainee.to(without, screen)


def leave_way(trainee, without):
    work_and_stop(trainee, without, "Escape", HOME)


def finish_way(trainee, without):
    work_and_stop(trainee, without, "Control_L+Return", DEBRIEF)
    trainee.display.hands.keys("Escape")
    trainee.to(without, HOME)


# A fault comes once the program stands there, but for "start".
WAYS = {"start": work, "first": first_way, "quit": work, "leave": leave_way, "finish": finish_way}


def one_run(display, disk, place, way, point, once, code, without):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="run-", dir=place))
    window.lesson_folder(folder)
    disk.well()
    if way == "first":
        (folder / "profile").mkdir()
    disk["once"], disk["errno"], disk["countdown"] = int(once), code, point if way == "start" else 0
    trainee = Trainee(display, disk, folder, *([] if way == "first" else ["small-patch"]), first=way == "first")
    trainee.without = without
    trainee.rest("BriefScreen", FIRST)
    before = 0 if way == "start" else disk["changes"]
    disk["drawing"] = disk["reading"] = 0  # a start signs its lock, and reads settings
    if way != "start":
        disk["countdown"] = point
    said = f"{way}, change {point} {'once' if once else 'and all after it'}, errno {code}, " \
           f"{'without' if without else 'elsewhere'}"
    try:
        WAYS[way](trainee, without)
        trainee.end(without)
    except AssertionError as wrong:
        trainee.picture("failed")
        raise AssertionError(said) from wrong
    # What a fault left open is put in order by the list of records that home reads.
    assert disk["drawing"] == 0 or disk["bitten"] > 0, f"{said}: {disk['drawing']} changes by the thread that draws"
    assert disk["reading"] == 0, f"{said}: {disk['reading']} files opened or read by the thread that draws"
    lost = check(trainee, said)
    shutil.rmtree(folder, ignore_errors=True)
    return disk["changes"] - before, disk["bitten"], lost, len(trainee.asked)


def faults_test(display, disk, folder):
    wanted, runs, lost, asked, bitten = os.environ.get("SMP_FAULT_POINTS", "2"), 0, 0, 0, 0
    choice = itertools.cycle([(True, EIO, False), (False, EIO, True), (True, ENOSPC, True), (False, ENOSPC, False)])
    for way in WAYS:
        most = one_run(display, disk, folder, way, 0, True, 0, False)[0]
        print(f"{way}: {most} changes", flush=True)
        points = range(1, most + 1)
        if wanted != "all":
            points = sorted({1 + (most - 1) * i // max(1, int(wanted) - 1) for i in range(int(wanted))})
        for point in points:
            for once, code, without in [next(choice)] if wanted != "all" else list(itertools.islice(choice, 4)):
                _, bit, gone, questions = one_run(display, disk, folder, way, point, once, code, without)
                runs, lost, asked, bitten = runs + 1, lost + gone, asked + questions, bitten + (bit > 0)
    assert bitten > 0
    print(f"{runs} runs, {bitten} with a fault, {asked} questions, {lost} dots lost after one, none without; "
          "0 dots that a screen called saved are missing")


def slow_test(display, disk, folder):
    window.lesson_folder(folder)
    disk.well()
    trainee = Trainee(display, disk, folder, "small-patch")
    trainee.rest("BriefScreen")
    disk["drawing"] = disk["reading"] = 0  # a start signs its lock, and reads settings
    display.hands.keys("Return")
    trainee.rest(WORK)
    trainee.press()
    trainee.settled()
    disk["delay_ms"] = SLOW_MS
    pressed = time.monotonic()
    trainee.press()
    gaps, last, number, banner = [], time.monotonic(), 0, None
    while time.monotonic() - pressed < SLOW_MS / 1000 * 0.8:
        number += 1
        at = (400 + number % 200, 300)
        display.hands.move(*at)
        trainee.program.wait(lambda: trainee.program.now.get("at") == list(at), "the pointer is followed")
        now = time.monotonic()
        gaps.append(now - last)
        last = now
        if banner is None and trainee.program.saving["kind"] == "slow":
            banner = trainee.program.saving["waits_ms"]
            trainee.picture("slow-disk")
    assert banner is not None, "no banner"
    assert banner <= 1500, f"the banner came when something had been waiting for {banner} ms"
    assert max(gaps) < SLOW_MS / 2000, f"the picture stood still for {max(gaps):.1f} s"
    trainee.press()
    display.hands.keys("Escape")
    trainee.there(QUESTION)
    trainee.picture("slow-disk-leave")
    trainee.choose(1)
    trainee.there(SAVING)
    trainee.picture("slow-disk-asks")
    disk["delay_ms"] = 0
    trainee.program.wait(lambda: trainee.program.saving["kind"] == "well", "all is saved")
    trainee.picture("slow-disk-saved")
    display.hands.keys("Return")
    trainee.there(HOME)
    trainee.end(without=True)
    assert disk["drawing"] == 0, f"{disk['drawing']} changes by the thread that draws"
    assert disk["reading"] == 0, f"{disk['reading']} files opened or read by the thread that draws"
    assert check(trainee, "slow") == 0
    print(f"banner at {banner} ms of waiting; {number} moves followed while an fsync took {SLOW_MS} ms, the longest "
          f"after {1000 * max(gaps):.0f} ms; the thread that draws made no change to a file")


def homes_test(display, disk, folder):
    for kind, without in (("no-locks", True), ("no-locks", False), ("read-only", True), ("read-only", False)):
        place = folder / f"{kind}-{without}"
        place.mkdir()
        window.lesson_folder(place)
        disk.well()
        disk["no_locks"] = int(kind == "no-locks")
        if kind == "read-only":
            (place / "profile").write_text("where a folder should be")  # also root cannot write into it
        trainee = Trainee(display, disk, place, "small-patch", first=True)
        trainee.rest("BriefScreen")
        display.hands.keys("Return")
        trainee.rest(SAVING)
        trainee.picture(f"{kind}-start")
        trainee.answer(without)
        trainee.rest(WORK)
        trainee.press()
        trainee.settled()
        assert trainee.program.saving["kind"] == ("practice" if without else "well"), trainee.program.saving
        trainee.picture(f"{kind}-{'practice' if without else 'elsewhere'}")
        assert trainee.end(without) == without, "practising unsaved ends without a question"
        assert check(trainee, kind) == int(without)
    print("homes without locks and read-only ones: practised unsaved, and saved elsewhere")


def damaged_test(display, disk, folder):
    window.lesson_folder(folder)
    disk.well()
    trainee = Trainee(display, disk, folder, "small-patch")
    leave_way(trainee, False)
    trainee.end(False)
    record = window.records(trainee.profile)[0]
    whole = window.replay(record)["dots"]
    def verified():
        said = subprocess.run([window.BIN / "smp", "verify", record, "--json"], capture_output=True, text=True)
        return json.loads(said.stdout)

    good, place, frames = record.read_bytes(), record.stat().st_size - 1, verified()["valid_frames"]
    while True:  # a byte, from the end backwards, without which most is still good
        record.write_bytes(good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1:])
        if not verified()["intact"] and frames > verified()["valid_frames"] > frames // 2:
            break
        place -= 16
        assert place > 0
    bytes_before = record.read_bytes()
    trainee = Trainee(display, disk, folder)
    trainee.rest(HOME)
    display.hands.keys("Return")
    trainee.program.wait(lambda: "DamagedSheet" in trainee.screen and trainee.program.now["rest"], "the question")
    trainee.picture("damaged")
    trainee.choose(1)
    trainee.rest(WORK)
    trainee.press()
    trainee.end(False)
    assert record.read_bytes() == bytes_before, "the damaged file was changed"
    mended = [r for r in window.records(trainee.profile) if r != record]
    assert len(mended) == 1, mended
    dots = window.replay(mended[0])["dots"]
    print(f"{whole} dots, damaged, gone on with: {dots} in the copy")


def dies_test(display, disk, folder):
    window.lesson_folder(folder)
    window.first_run_done(folder / "profile")
    program = hand_tools.Program(
        [window.BIN / "smp-trainer", "small-patch", "--profile", folder / "profile", "--lessons", folder / "lessons",
         "--size", "1280x800", "--scale", "1", "--fail-at-frame", "200"], display.env, stderr=subprocess.PIPE)
    window.PROGRAMS.append(program)
    program.wait_rest("BriefScreen")
    display.hands.keys("Return")
    program.wait_rest(WORK)
    display.hands.press(*window.px((30, 30)), 0.15)
    number = 0
    while program.running():  # frames come with what moves
        number += 1
        display.hands.move(400 + number % 200, 300)
        time.sleep(0.01)
    said = program.process.stderr.read()
    assert program.process.wait() == 3, program.process.returncode
    record = window.records(folder / "profile")[0]
    assert "as a test asked" in said and f"1 of 1 dot of" in said and str(record) in said, said
    assert window.replay(record)["dots"] == 1
    kept = (folder / "profile" / "last-words.txt").read_text()
    assert "as a test asked" in kept and str(record) in kept, kept  # for home at the next start
    print("its last words: " + said.strip())


def stuck_test(display, disk, folder):
    window.lesson_folder(folder)
    disk.well()
    trainee = Trainee(display, disk, folder, "small-patch", stderr=subprocess.PIPE)
    trainee.rest("BriefScreen")
    display.hands.keys("Return")
    trainee.rest(WORK)
    for _ in range(3):
        trainee.press()
    trainee.settled()
    disk["delay_ms"] = FOR_EVER_MS
    trainee.press()
    trainee.program.wait(lambda: trainee.program.saving["kind"] == "slow", "the banner")
    trainee.program.process.terminate()
    trainee.there(SAVING)
    trainee.program.wait(lambda: trainee.program.saving["places"] > 0, "places to save in")
    for at in ([4, 790], [5, 790], [6, 790]):  # they are on the screen by then; nothing ever comes to rest here
        display.hands.move(*at)
        trainee.program.wait(lambda: trainee.program.now.get("at") == at, "the pointer is followed")
    trainee.asked.append("slow")
    trainee.picture("stuck-disk-quit")
    trainee.choose(trainee.program.saving["places"] + 2)
    hand_tools.wait_for(lambda: trainee.program.ended, "the end, though the disk does not answer")
    said = trainee.program.process.stderr.read()
    assert trainee.program.process.wait() == 4, trainee.program.process.returncode
    record = window.records(trainee.profile)[0]
    assert "3 of 4 dots" in said and str(record) in said and "1 dot may be lost." in said, said
    check(trainee, "stuck")
    print("its last words: " + said.strip())


def main():
    if not all(shutil.which(tool) for tool in ("Xvfb", "xdotool", "cc")):
        print("SKIPPED: needs Xvfb, xdotool and cc")
        return window.SKIPPED
    folder, display = pathlib.Path(tempfile.mkdtemp(prefix="smp-saving-")), window.Display()
    try:
        return {"faults": faults_test, "slow": slow_test, "homes": homes_test, "damaged": damaged_test, "dies": dies_test, "stuck": stuck_test}[window.WHAT](
            display, Disk(folder), folder) or 0
    finally:
        for program in window.PROGRAMS:
            program.kill()
        display.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
