#!/usr/bin/env python3
"""Drives smp-trainer in a real window on a virtual display, by real pointer events.

    window_test.py BIN_DIR SOURCE_DIR [press|stretch|kill|storm|check]

press: a whole lesson by the mouse alone: dots in the record are the presses that were made, as deep as they were long, with the
       depth shifted by [ and ] and Alt+wheel on the way; every program gives the same total and digest.
stretch: skin stretched by the other hand is taut for exactly the presses that it was stretched for, however close key and button come.
storm: SMP_STORM_EVENTS (default 150) changes of the window (any size, minimised, full screen) and a new graphics context every
       few frames, in the middle of strokes, lose no dot and make no GL error.
kill:  kill -9 during practice (SMP_KILL_ROUNDS times, default 8) loses no dot that was lifted 0.5 s before.
check: a new user checks the mouse; the depth of every press follows what the check found, at once and after the next start.
Exit 77 where there is no Xvfb or xdotool: the test is skipped and says so.
"""
import csv
import io
import json
import math
import os
import pathlib
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BIN, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
WHAT = sys.argv[3]
SKIPPED = 77
PROGRAMS = []

# Where the pad lies in a window of 1280 x 800 at scale 1: a needle step opens at 14 px/mm, in the middle of the part that no panel covers.
PX_PER_MM, CENTRE_PX, CENTRE_MM = 14.0, (606.5, 382.5), (30.0, 30.0)
# Saving takes at most 100 ms (design: the record); the rest is for a busy machine and a software renderer.
SAVED_AFTER_S = 0.5

LESSON = (SOURCE / "lessons/even-dots/lesson.toml").read_text()
PATCH = (LESSON.replace('id = "even-dots"', 'id = "small-patch"')
         .replace("[[15, 15], [45, 15], [45, 45], [15, 45]]", "[[20, 20], [40, 20], [40, 40], [20, 40]]")
         .replace("density_cm2 = 40", "density_cm2 = 60"))


class Display:
    """An X server of its own, and hands at its pointer."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.name = ":" + os.read(read, 16).decode().strip()
        self.env = dict(os.environ, DISPLAY=self.name, LIBGL_ALWAYS_SOFTWARE="1", SDL_VIDEODRIVER="x11")
        self.env.pop("WAYLAND_DISPLAY", None)

    def hands(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True)

    def close(self):
        self.server.terminate()
        self.server.wait()


def px(mm):
    return (round(CENTRE_PX[0] + (mm[0] - CENTRE_MM[0]) * PX_PER_MM),
            round(CENTRE_PX[1] - (mm[1] - CENTRE_MM[1]) * PX_PER_MM))


def press_words(mm, hold_s):
    x, y = px(mm)
    return ["mousemove", x, y, "sleep", 0.02, "mousedown", 1, "sleep", hold_s, "mouseup", 1]


def smp(*words):
    return subprocess.run([BIN / "smp", *map(str, words)], check=True, capture_output=True, text=True).stdout


def wait_for(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain: " + what)


def records(profile):
    return sorted((profile / "records").glob("*.smprec")) if (profile / "records").is_dir() else []


def lesson_folder(folder):
    (folder / "lessons/small-patch").mkdir(parents=True)
    (folder / "lessons/small-patch/lesson.toml").write_text(PATCH)
    return folder / "lessons"


def wait_for_window(display, program):
    def there():
        assert program.poll() is None, "the program ended"
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "SMP Trainer"], env=display.env, capture_output=True).stdout

    wait_for(there, "the window")
    time.sleep(0.8)  # its first frames


def start(display, profile, lessons, *words):
    program = subprocess.Popen(
        [BIN / "smp-trainer", *words, "--profile", profile, "--lessons", lessons, "--size", "1280x800", "--scale", "1", "--print-result"],
        env=display.env, stdout=subprocess.PIPE, text=True)
    PROGRAMS.append(program)
    wait_for_window(display, program)
    return program


# From the brief or from the card that offers to continue: until something is written. A slow machine's first frame may
# come after the first key; on the practice screen Return does nothing.
def begin_work(display, profile):
    def written():
        return [(f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in sorted((profile / "records").glob("*")) if not f.name.endswith("-shm")] if (profile / "records").is_dir() else []

    before = written()

    def begun():
        if written() == before:
            display.hands("key", "Return", "sleep", 1.0)
        return written() != before and records(profile)

    wait_for(begun, "the record")


# From the card that offers to continue: until the record is open again.
def go_on_with_work(display, profile):
    def open_again():
        if not list((profile / "records").glob("*.smprec-wal")):
            display.hands("key", "Return", "sleep", 1.5)
        return list((profile / "records").glob("*.smprec-wal"))

    wait_for(open_again, "the record to be opened again")


def press_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    program = start(display, profile, lessons, "small-patch")
    begin_work(display, profile)
    time.sleep(1.0)
    # The expert's places, so that there is something to score: at least 200.
    smp("robot", "small-patch", "--lessons", lessons, "--kind", "expert", "--seed", 5, "-o", folder / "expert.smprec")
    places = [(float(r["u_mm"]), float(r["v_mm"])) for r in csv.DictReader(io.StringIO(smp("replay", folder / "expert.smprec", "--dots", "-")))]
    assert len(places) >= 200, len(places)
    rhythm = random.Random(1)
    holds = [0.1 + 0.08 * rhythm.random() for _ in places]
    # On the way the depth is shifted by keys and wheel: so many thousandths of the skin from that press on.
    shifts = {60: (60, ["key", *["bracketright"] * 3]), 120: (-40, ["key", *["bracketleft"] * 5]), 180: (-60, ["keydown", "alt", "click", 4, "keyup", "alt"])}
    shifted, shift = [], 0
    for first in range(0, len(places), 20):
        words = []
        if first in shifts:
            shift, hands = shifts[first]
            words += ["mousemove", *px(places[first]), *hands, "sleep", 0.3]
        shifted += [shift] * len(places[first:first + 20])
        for mm, hold in zip(places[first:first + 20], holds[first:first + 20]):
            words += press_words(mm, hold) + ["sleep", 0.04]
        display.hands(*words)
    time.sleep(0.5)
    display.hands("key", "ctrl+Return")
    answered, _, _ = select.select([program.stdout], [], [], 30)
    assert answered, "no debrief within 30 s of Finish: do the presses still fall on the patch?"
    result = json.loads(program.stdout.readline())
    program.terminate()
    record = result["record"]
    dots = list(csv.DictReader(io.StringIO(smp("replay", record, "--dots", "-"))))
    assert len(dots) == len(places), f"{len(places)} presses, {len(dots)} dots"
    for dot, mm, hold, by in zip(dots, places, holds, shifted):
        dwell = int(dot["dwell_us"]) / 1e6
        assert abs(float(dot["delta"]) - depth_of(1000 * dwell) - by / 1000) < 0.01, f"dot {dot['dot']}: depth {dot['delta']} after {dwell:.3f} s, shifted by {by / 1000}"
        assert hold - 0.01 < dwell < hold + 0.1, f"dot {dot['dot']}: held for {hold:.3f} s, recorded {dwell:.3f} s"
        off = max(abs(float(dot["u_mm"]) - mm[0]), abs(float(dot["v_mm"]) - mm[1]))
        assert off < 0.15, f"dot {dot['dot']} lies {off:.3f} mm beside its press"
    score, replay, verify = json.loads(smp("score", record, "--json")), json.loads(smp("replay", record, "--json")), json.loads(smp("verify", record, "--json"))
    assert result["live_total"] == result["debrief_total"] == score["total"] == replay["score"]["total"], (result, score["total"], replay["score"]["total"])
    assert result["digest"] == score["digest"] == replay["score"]["digest"], (result, score["digest"])
    assert verify["intact"] and "true" in json.dumps(verify["claim"]["holds"]), verify
    print(f"{len(places)} presses, {len(dots)} dots; total {score['total']} everywhere, digest {score['digest'][:16]}...")


def kill_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    rounds, chance = int(os.environ.get("SMP_KILL_ROUNDS", "8")), random.Random(7)
    profile.mkdir()
    (profile / "settings.json").write_text('{"first_run_done": true}')
    lifted = 0
    for number in range(rounds):
        # The first round starts the lesson, every later one is what a trainee does after a crash: Continue.
        program = start(display, profile, lessons, *(["small-patch"] if number == 0 else []))
        begin_work(display, profile)
        time.sleep(0.7)
        record = records(profile)[0]
        end = time.monotonic() + chance.uniform(0.3, 1.6)
        lifts = []
        hand = None
        while time.monotonic() < end:
            index = lifted + len(lifts)
            mm = (20.5 + 1.0 * (index % 20), 20.5 + 1.0 * (index // 20 % 20))
            hand = subprocess.Popen(["xdotool", *map(str, press_words(mm, 0.06))], env=display.env)
            while hand.poll() is None and time.monotonic() < end:
                time.sleep(0.002)
            if hand.poll() is None:
                break  # killed with the needle in the skin
            lifts.append(time.monotonic())
        killed = time.monotonic()
        program.send_signal(signal.SIGKILL)
        program.wait()
        if hand is not None:
            hand.wait()
        display.hands("mouseup", 1)
        assert len(records(profile)) == 1, "a second record: Continue was not offered"
        kept = json.loads(smp("replay", record, "--json"))["dots"]
        must = lifted + sum(1 for t in lifts if t < killed - SAVED_AFTER_S)
        pressed = lifted + len(lifts) + 1
        assert must <= kept <= pressed, f"round {number}: {kept} dots kept, {must} were safe, {pressed} pressed"
        lifted = kept
    print(f"{rounds} kills, {lifted} dots in one record; none of those lifted {SAVED_AFTER_S} s before a kill is missing")


def storm_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    events, chance = int(os.environ.get("SMP_STORM_EVENTS", "150")), random.Random(11)
    between_strokes = max(10, events // 100)
    profile.mkdir()
    (profile / "settings.json").write_text('{"first_run_done": true}')
    program = start(display, profile, lessons, "small-patch", "--lose-context", "7")
    begin_work(display, profile)
    time.sleep(1.0)
    window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "SMP Trainer"], env=display.env, capture_output=True, text=True).stdout.split()[0]
    sizes = [(1, 1), (1, 900), (1280, 1), (16384, 300), (300, 16384), (640, 400), (960, 600), (1280, 800), (2560, 1440)]
    words, pressed = [], 0
    for number in range(events):
        what = chance.random()
        if what < 0.70:
            w, h = chance.choice(sizes) if what < 0.35 else (chance.randrange(1, 1600), chance.randrange(1, 1200))
            words += ["windowsize", window, w, h]
        elif what < 0.80:
            words += ["windowminimize", window, "windowmap", window]
        elif what < 0.90:
            words += ["key", "F11"]
        else:
            words += ["windowmove", window, chance.randrange(-200, 200), chance.randrange(-200, 200)]
        if number % between_strokes == between_strokes - 1:  # back to where dots can be aimed at, and a stroke with the context changing under it
            index = pressed
            words += ["windowsize", window, 1280, 800, "windowmove", window, 0, 0, "sleep", 1.2 if between_strokes == 10 else 2.0]
            mm = (20.5 + 1.0 * (index % 20), 20.5 + 1.0 * (index // 20 % 20))
            words += press_words(mm, 0.25) + ["sleep", 0.1]
            display.hands(*words)
            assert program.poll() is None, "the program ended: see its error above"
            words, pressed = [], pressed + 1
    time.sleep(1.0)
    assert program.poll() is None, "the program ended: see its error above"
    program.terminate()
    program.wait()
    kept = json.loads(smp("replay", records(profile)[0], "--json"))["dots"]
    assert kept == pressed, f"{pressed} strokes, {kept} dots"
    print(f"{events} changes of the window, {pressed} strokes in between, {kept} dots, no GL error")


# In a window of 1280 x 800 at scale 1: the device in the bar of the brief, and the pad of the check.
DEVICE_PX, PAD_CENTRE_PX = (1085, 28), (490, 450)
PRESS_S = 0.2
# Depth of a press in shares of the skin's thickness (design: from contact to dots).
DEPTHS = [(0, 0), (30, 0.08), (60, 0.38), (150, 0.55), (260, 0.72), (400, 0.95), (800, 1.3)]


def depth_of(ms):
    for (a, da), (b, db) in zip(DEPTHS, DEPTHS[1:]):
        if ms <= b:
            return da + (db - da) * (ms - a) / (b - a)
    return DEPTHS[-1][1]


def check_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    profile.mkdir()
    settings = profile / "settings.json"
    settings.write_text('{"first_run_done": true}')
    program = start(display, profile, lessons, "small-patch")
    display.hands("mousemove", *DEVICE_PX, "sleep", 1.0)
    for _ in range(3):  # a slow machine's first frame may come after the first of them; beside the open sheet a press means nothing
        display.hands("mousedown", 1, "sleep", 0.2, "mouseup", 1, "sleep", 1.5)
    circle = [(round(PAD_CENTRE_PX[0] + 100 * math.cos(i * math.tau / 60)), round(PAD_CENTRE_PX[1] + 100 * math.sin(i * math.tau / 60))) for i in range(61)]
    words = ["mousemove", *circle[0], "sleep", 0.1, "mousedown", 1]
    for x, y in circle:
        words += ["mousemove", x, y, "sleep", 0.012]
    display.hands(*words, "mouseup", 1, "sleep", 0.3)
    for number in range(5 + 20):
        hold = 0.06 if number < 5 else PRESS_S
        display.hands("mousemove", 260 + 18 * number, 400, "sleep", 0.05, "mousedown", 1, "sleep", hold, "mouseup", 1, "sleep", 0.15)

    def taken():
        display.hands("key", "Return", "sleep", 1.5)  # means nothing before the last press has counted
        return "mouse" in json.loads(settings.read_text()).get("devices", {})

    wait_for(taken, "the values of the check: do the presses still fall on its pad?")
    mouse = json.loads(settings.read_text())["devices"]["mouse"]
    assert mouse["checked"] and 1300 <= mouse["press_time_permille"] <= 1500, mouse
    pressed = 0
    for round_number in range(2):  # the second is the next start, and goes on with the same record
        if round_number == 1:
            program.terminate()
            program.wait()
            program = start(display, profile, lessons, "small-patch")
            go_on_with_work(display, profile)
        else:
            begin_work(display, profile)
        time.sleep(1.5)
        for _ in range(4):
            display.hands(*press_words((25.0 + 2 * pressed, 25.0), PRESS_S), "sleep", 0.2)
            pressed += 1
    time.sleep(0.5)
    program.terminate()
    program.wait()
    dots = list(csv.DictReader(io.StringIO(smp("replay", records(profile)[0], "--dots", "-"))))
    assert len(records(profile)) == 1 and len(dots) == pressed, f"{pressed} presses, {len(dots)} dots"
    for dot in dots:
        expected = depth_of(int(dot["dwell_us"]) / mouse["press_time_permille"])
        assert abs(float(dot["delta"]) - expected) < 0.01, f"dot {dot['dot']}: depth {dot['delta']}, expected {expected:.3f}"
    print(f"press time x {mouse['press_time_permille'] / 1000}; {pressed} presses, every depth as the check says")


def stretch_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    lesson = lessons / "small-patch/lesson.toml"
    lesson.write_text(lesson.read_text().replace("stretch = 1\n", 'stretch = 1\nstretch_by = "own"\n'))
    program = start(display, profile, lessons, "small-patch")
    begin_work(display, profile)
    time.sleep(1.0)
    taut, words = [], []
    for number in range(24):
        mm = (21.0 + 1.5 * (number % 12), 22.0 + 4.0 * (number // 12))
        way = number % 4
        press = press_words(mm, 0.15)
        if way == 0:    # held round the press, without a moment between
            words += ["keydown", "s", *press, "keyup", "s"]
        elif way == 1:  # let go while the needle is down: the dot is in taut skin already
            words += ["keydown", "s", *press[:-2], "keyup", "s", "sleep", 0.05, "mouseup", 1]
        elif way == 2:  # kept by two presses, and let go by a third
            words += ["key", "s", "sleep", 0.03, "key", "s", *press, "key", "s"]
        else:           # never
            words += press
        taut.append(way != 3)
        words += ["sleep", 0.5]  # two presses of the key a moment apart would keep it
    display.hands(*words)
    time.sleep(0.5)
    program.terminate()
    program.wait()
    dots = list(csv.DictReader(io.StringIO(smp("replay", records(profile)[0], "--dots", "-"))))
    assert len(dots) == len(taut), f"{len(taut)} presses, {len(dots)} dots"
    for dot, held in zip(dots, taut):
        full = depth_of(int(dot["dwell_us"]) / 1000)
        if held:
            assert abs(float(dot["delta"]) - full) < 0.01, f"dot {dot['dot']}: depth {dot['delta']} in taut skin, expected {full:.3f}"
        else:
            assert 0.55 * full < float(dot["delta"]) < 0.92 * full, f"dot {dot['dot']}: depth {dot['delta']} in slack skin, {full:.3f} in taut"
    print(f"{sum(taut)} presses in stretched skin as deep as they were long, {len(taut) - sum(taut)} in slack skin shallower; none cut in two")


def main():
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("SKIPPED: needs Xvfb and xdotool")
        return SKIPPED
    folder, display = pathlib.Path(tempfile.mkdtemp(prefix="smp-window-")), Display()
    try:
        {"press": press_test, "kill": kill_test, "storm": storm_test, "check": check_test, "stretch": stretch_test}[WHAT](display, folder)
    finally:
        for program in PROGRAMS:
            program.kill()
        display.close()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
