#!/usr/bin/env python3
"""Drives smp-trainer in a real window on a virtual display, by real pointer events.

    window_test.py BIN_DIR SOURCE_DIR [press|stretch|kill|storm|check]

press: a whole lesson by the mouse alone: dots in the record are the presses that were made, as long as the
       display server saw them held and as deep as they were long, with the depth shifted by [ and ] and
       Alt+wheel on the way; every program gives the same total and digest.
stretch: skin stretched by the other hand is taut for exactly the presses that it was stretched for, however
       close key and button come.
storm: SMP_STORM_EVENTS (default 150) changes of the window (any size, minimised, full screen) and a new
       graphics context every few frames, in the middle of strokes, lose no dot and make no GL error.
kill:  kill -9 during practice (SMP_KILL_ROUNDS times, default 8) loses nothing that the program had
       acknowledged as saved.
check: a new user checks the mouse; the depth of every press follows what the check found, at once and after
       the next start.
No time that a busy machine can stretch decides: the tests wait for what the program says of itself, and
compare with what the display server saw. Exit 77 where there is no Xvfb or xdotool: skipped, and says so.
"""
import csv
import io
import json
import math
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import hands as hand_tools

BIN, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
WHAT = sys.argv[3]
SKIPPED = 77
PROGRAMS = []
BRIEF, HOME, WORK, DEBRIEF, CHECK = "BriefScreen", "HomeScreen", "WorkScreen", "DebriefScreen", "DeviceCheckSheet"

# Where the pad lies in a window of 1280 x 800 at scale 1: a needle step opens at 14 px/mm, in the middle of
# the part that no panel covers.
PX_PER_MM, CENTRE_PX, CENTRE_MM = 14.0, (606.5, 382.5), (30.0, 30.0)
BETWEEN_S = 0.07  # two presses that are closer in time and place are one, of a bouncing switch

LESSON = (SOURCE / "lessons/even-dots/lesson.toml").read_text()
PATCH = (LESSON.replace('id = "even-dots"', 'id = "small-patch"')
         .replace("[[15, 15], [45, 15], [45, 45], [15, 45]]", "[[20, 20], [40, 20], [40, 40], [20, 40]]")
         .replace("density_cm2 = 40", "density_cm2 = 60"))


class Display:
    """An X server of its own, and hands at its pointer and keys."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()  # to its end: the server does not survive less
        self.env = dict(os.environ, DISPLAY=self.name, LIBGL_ALWAYS_SOFTWARE="1", SDL_VIDEODRIVER="x11")
        self.env.pop("WAYLAND_DISPLAY", None)
        self.hands = hand_tools.Hands(self.name)

    def tool(self, *words):
        """What a window manager would do."""
        return subprocess.run(["xdotool", *map(str, words)], env=self.env, check=True, capture_output=True,
                              text=True).stdout

    def close(self):
        self.hands.close()
        self.server.terminate()
        self.server.wait()


def px(mm):
    return (round(CENTRE_PX[0] + (mm[0] - CENTRE_MM[0]) * PX_PER_MM),
            round(CENTRE_PX[1] - (mm[1] - CENTRE_MM[1]) * PX_PER_MM))


def smp(*words):
    return subprocess.run([BIN / "smp", *map(str, words)], check=True, capture_output=True, text=True).stdout


def replay(record):
    return json.loads(smp("replay", record, "--json"))


def dots_of(record):
    return list(csv.DictReader(io.StringIO(smp("replay", record, "--dots", "-"))))


def records(profile):
    return sorted((profile / "records").glob("*.smprec")) if (profile / "records").is_dir() else []


def lesson_folder(folder):
    (folder / "lessons/small-patch").mkdir(parents=True)
    (folder / "lessons/small-patch/lesson.toml").write_text(PATCH)
    return folder / "lessons"


def first_run_done(profile):
    profile.mkdir()
    (profile / "settings.json").write_text('{"first_run_done": true}')


def start(display, profile, lessons, *words):
    """Until the brief is at rest, or home, where no lesson is named."""
    program = hand_tools.Program([BIN / "smp-trainer", *words, "--profile", profile, "--lessons", lessons,
                                  "--size", "1280x800", "--scale", "1", "--print-result"], display.env)
    PROGRAMS.append(program)
    program.wait_rest(BRIEF if words else HOME, "the window")
    return program


def begin_work(display, program):
    """From the brief, or from the card that offers to continue."""
    display.hands.keys("Return")
    program.wait_rest(WORK, "practice")


def press(display, mm, hold_s):
    held = display.hands.press(*px(mm), hold_s)
    time.sleep(BETWEEN_S)
    return held


def finish_input(display, program, screen=WORK):
    """All that the hands did is done."""
    program.wait_seen(display.hands, screen, (640, 20))


def press_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    program = start(display, profile, lessons, "small-patch")
    begin_work(display, program)
    # The expert's places, so that there is something to score: at least 200.
    smp("robot", "small-patch", "--lessons", lessons, "--kind", "expert", "--seed", 5, "-o",
        folder / "expert.smprec")
    places = [(float(r["u_mm"]), float(r["v_mm"])) for r in dots_of(folder / "expert.smprec")]
    assert len(places) >= 200, len(places)
    rhythm = random.Random(1)
    # On the way the depth is shifted by keys and wheel: so many thousandths of the skin from that press on.
    def notch():
        display.hands.key("Alt_L", True)
        display.hands.button(True, 4)
        display.hands.button(False, 4)
        display.hands.key("Alt_L", False)

    shifts = {60: (60, lambda: display.hands.keys(*["bracketright"] * 3)),
              120: (-40, lambda: display.hands.keys(*["bracketleft"] * 5)), 180: (-60, notch)}
    held, shifted, shift = [], [], 0
    for number, mm in enumerate(places):
        if number in shifts:
            shift, do = shifts[number]
            display.hands.move(*px(mm))
            do()
        held.append(press(display, mm, 0.1 + 0.08 * rhythm.random()))
        shifted.append(shift)
    display.hands.keys("Control_L+Return")
    program.wait(lambda: program.results, "the debrief: do the presses still fall on the patch?")
    result = program.results[0]
    program.stop()
    record = result["record"]
    dots = dots_of(record)
    assert len(dots) == len(places), f"{len(places)} presses, {len(dots)} dots"
    widest = 0
    for dot, mm, (least, most), by in zip(dots, places, held, shifted):
        dwell_ms, name = int(dot["dwell_us"]) / 1000, f"dot {dot['dot']}"
        assert abs(float(dot["delta"]) - depth_of(dwell_ms) - by / 1000) < 0.01, \
            f"{name}: depth {dot['delta']} after {dwell_ms} ms, shifted by {by / 1000}"
        assert least - 2 <= dwell_ms <= most + 2, \
            f"{name}: recorded {dwell_ms} ms, the server saw it held for {least} to {most} ms"
        off = max(abs(float(dot["u_mm"]) - mm[0]), abs(float(dot["v_mm"]) - mm[1]))
        assert off < 0.15, f"{name} lies {off:.3f} mm beside its press"
        widest = max(widest, most - least)
    score, again, verify = (json.loads(smp(*words, record, "--json"))
                            for words in (["score"], ["replay"], ["verify"]))
    totals = [result["live_total"], result["debrief_total"], score["total"], again["score"]["total"]]
    assert totals == totals[:1] * 4, totals
    digests = [result["digest"], score["digest"], again["score"]["digest"]]
    assert digests == digests[:1] * 3, digests
    assert verify["intact"] and "true" in json.dumps(verify["claim"]["holds"]), verify
    print(f"{len(places)} presses, {len(dots)} dots, each as long as the server says (to {widest} ms); total "
          f"{score['total']} everywhere, digest {score['digest'][:16]}...")


def grid_place(number):
    return 20.5 + 1.0 * (number % 20), 20.5 + 1.0 * (number // 20 % 20)


def kill_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    rounds, chance = int(os.environ.get("SMP_KILL_ROUNDS", "8")), random.Random(7)
    first_run_done(profile)
    dots = safe_lifts = 0
    for number in range(rounds):
        # The first round starts the lesson, every later one is what a trainee does after a crash: Continue.
        program = start(display, profile, lessons, *(["small-patch"] if number == 0 else []))
        begin_work(display, program)
        record = records(profile)[0]
        presses = chance.randrange(1, 12)
        for made in range(presses):
            press(display, grid_place(dots + made), 0.06)
            if chance.random() < 0.3:
                program.wait_lifts(made + 1)
        down = chance.random() < 0.5
        if down:  # killed with the needle in the skin
            display.hands.move(*px(grid_place(dots + presses)))
            display.hands.button(True)
        time.sleep(chance.uniform(0.0, 0.12))
        program.kill()
        if down:
            display.hands.button(False)
        assert len(records(profile)) == 1, "a second record: Continue was not offered"
        # What its last words acknowledged, and nothing that no hand did.
        saved, kept = program.saved, replay(record)
        least, most = dots + saved["lifts"], dots + presses + int(down)
        assert least <= kept["dots"] <= most, \
            f"round {number}: {kept['dots']} dots kept, {least} acknowledged, {most} pressed"
        assert kept["to_us"] >= saved["t_us"], \
            f"round {number}: acknowledged up to {saved['t_us']} us, kept up to {kept['to_us']} us"
        safe_lifts += saved["lifts"]
        dots = kept["dots"]
    assert safe_lifts > 0, "nothing was ever acknowledged"
    print(f"{rounds} kills, {dots} dots in one record; none of {safe_lifts} acknowledged lifts is missing")


def aimed(display, program, window, at):
    """Whether the program sees the pointer where a dot is due, its window being made as it was."""
    display.tool("windowmap", window, "windowsize", window, 1280, 800, "windowmove", window, 0, 0)
    display.hands.move(at[0] - 1, at[1])
    display.hands.move(*at)
    wanted = {"at": list(at), "size": [1280, 800]}
    return program.soon(lambda: WORK in program.now["screen"] and wanted.items() <= program.now.items())


def storm_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    events, chance = int(os.environ.get("SMP_STORM_EVENTS", "150")), random.Random(11)
    between_strokes = max(10, events // 100)
    first_run_done(profile)
    program = start(display, profile, lessons, "small-patch", "--lose-context", "7")
    begin_work(display, program)
    window = display.tool("search", "--onlyvisible", "--name", "SMP Trainer").split()[0]
    sizes = [(1, 1), (1, 900), (1280, 1), (16384, 300), (300, 16384), (640, 400), (960, 600), (1280, 800),
             (2560, 1440)]
    words, pressed = [], 0
    for number in range(events):
        what = chance.random()
        if what < 0.70:
            wild = (chance.randrange(1, 1600), chance.randrange(1, 1200))
            words += ["windowsize", window, *(chance.choice(sizes) if what < 0.35 else wild)]
        elif what < 0.80:
            words += ["windowminimize", window, "windowmap", window]
        elif what < 0.90:
            words += ["key", "F11"]
        else:
            words += ["windowmove", window, chance.randrange(-200, 200), chance.randrange(-200, 200)]
        if number % between_strokes == between_strokes - 1:
            # Back to where dots can be aimed at, and a stroke with the context changing under it.
            display.tool(*words)
            at = px(grid_place(pressed))
            # What was asked before may still come over it.
            hand_tools.wait_for(lambda: aimed(display, program, window, at), "the window as it was")
            press(display, grid_place(pressed), 0.25)
            words, pressed = [], pressed + 1
            program.wait_now(WORK, "the stroke's end", releases=pressed)
    program.stop()
    kept = replay(records(profile)[0])["dots"]
    assert kept == pressed, f"{pressed} strokes, {kept} dots"
    print(f"{events} changes of the window, {pressed} strokes in between, {kept} dots, no GL error")


# In a window of 1280 x 800 at scale 1: the device in the bar of the brief, and the pad of the check.
DEVICE_PX, PAD_CENTRE_PX = (1085, 28), (490, 450)
PRESS_S = 0.2
# Depth of a press in shares of the skin's thickness (docs/design.md 2).
DEPTHS = [(0, 0), (30, 0.08), (60, 0.38), (150, 0.55), (260, 0.72), (400, 0.95), (800, 1.3)]


def depth_of(ms):
    for (a, da), (b, db) in zip(DEPTHS, DEPTHS[1:]):
        if ms <= b:
            return da + (db - da) * (ms - a) / (b - a)
    return DEPTHS[-1][1]


def check_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    first_run_done(profile)
    settings = profile / "settings.json"
    program = start(display, profile, lessons, "small-patch")
    display.hands.press(*DEVICE_PX, 0.1)
    program.wait_rest(CHECK, "the device check", releases=1)
    circle = [(round(PAD_CENTRE_PX[0] + 100 * math.cos(i * math.tau / 60)),
               round(PAD_CENTRE_PX[1] + 100 * math.sin(i * math.tau / 60))) for i in range(61)]
    display.hands.move(*circle[0])
    display.hands.button(True)
    for place in circle:
        display.hands.move(*place)
        time.sleep(0.012)
    display.hands.button(False)
    program.wait_rest(CHECK, "the circle", releases=2)
    held = []
    for number in range(5 + 20):
        bounds = display.hands.press(260 + 18 * number, 400, 0.06 if number < 5 else PRESS_S)
        held += [bounds] if number >= 5 else []
        time.sleep(0.15)
        program.wait_rest(CHECK, "a press on the pad", releases=3 + number)
    display.hands.keys("Return")
    program.wait_rest(BRIEF, "the values of the check: do the presses still fall on its pad?")
    mouse = json.loads(settings.read_text())["devices"]["mouse"]
    least, most = (sorted(bound)[len(held) // 2] for bound in zip(*held))  # medians
    assert mouse["checked"], mouse
    low, high = (min(1500, bound / 0.15) for bound in (least - 2, most + 2))  # from 150 ms, at most half as much more
    assert low <= mouse["press_time_permille"] <= high, (mouse, least, most)
    pressed = 0
    for again in (False, True):  # the second is the next start, and goes on with the same record
        if again:
            program.stop()
            program = start(display, profile, lessons)
        begin_work(display, program)
        for _ in range(4):
            press(display, (25.0 + 2 * pressed, 25.0), PRESS_S)
            pressed += 1
        finish_input(display, program)
    program.stop()
    dots = dots_of(records(profile)[0])
    assert len(records(profile)) == 1 and len(dots) == pressed, f"{pressed} presses, {len(dots)} dots"
    for dot in dots:
        expected = depth_of(int(dot["dwell_us"]) / mouse["press_time_permille"])
        assert abs(float(dot["delta"]) - expected) < 0.01, \
            f"dot {dot['dot']}: depth {dot['delta']}, expected {expected:.3f}"
    print(f"press time x {mouse['press_time_permille'] / 1000}; {pressed} presses, every depth as the check says")


def keep_stretched(hands):
    """Two presses of the key within 0.35 s, as the server sees them: where they may be farther apart, again."""
    while True:
        times = []
        for _ in range(2):
            times.append(hands.server_ms())
            hands.keys("s")
            time.sleep(0.01)  # closer ones are the keyboard's own repeat
        if hands.server_ms() - times[0] < 350:
            return
        time.sleep(0.5)
        hands.keys("s")  # off, whatever they were
        time.sleep(0.5)


def stretch_test(display, folder):
    lessons, profile = lesson_folder(folder), folder / "profile"
    lesson = lessons / "small-patch/lesson.toml"
    lesson.write_text(lesson.read_text().replace("stretch = 1\n", 'stretch = 1\nstretch_by = "own"\n'))
    program = start(display, profile, lessons, "small-patch")
    begin_work(display, program)
    hands, taut = display.hands, []
    for number in range(24):
        mm = (21.0 + 1.5 * (number % 12), 22.0 + 4.0 * (number // 12))
        way = number % 4
        if way == 0:    # held round the press, without a moment between
            hands.key("s", True)
            hands.press(*px(mm), 0.15)
            hands.key("s", False)
        elif way == 1:  # let go while the needle is down: the dot is in taut skin already
            hands.key("s", True)
            hands.move(*px(mm))
            hands.button(True)
            time.sleep(0.15)
            hands.key("s", False)
            time.sleep(0.05)
            hands.button(False)
        elif way == 2:  # kept by two presses, and let go by a third
            keep_stretched(hands)
            hands.press(*px(mm), 0.15)
            hands.keys("s")
        else:           # never
            hands.press(*px(mm), 0.15)
        taut.append(way != 3)
        time.sleep(0.5)  # two presses of the key a moment apart would keep it
    finish_input(display, program)
    program.stop()
    dots = dots_of(records(profile)[0])
    assert len(dots) == len(taut), f"{len(taut)} presses, {len(dots)} dots"
    for dot, held in zip(dots, taut):
        full, delta = depth_of(int(dot["dwell_us"]) / 1000), float(dot["delta"])
        if held:
            assert abs(delta - full) < 0.01, f"dot {dot['dot']}: depth {delta} in taut skin, expected {full:.3f}"
        else:
            assert 0.55 * full < delta < 0.92 * full, \
                f"dot {dot['dot']}: depth {delta} in slack skin, {full:.3f} in taut"
    print(f"{sum(taut)} presses in stretched skin as deep as they were long, {len(taut) - sum(taut)} in slack "
          "skin shallower; none cut in two")


def main():
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("SKIPPED: needs Xvfb and xdotool")
        return SKIPPED
    folder, display = pathlib.Path(tempfile.mkdtemp(prefix="smp-window-")), Display()
    try:
        {"press": press_test, "kill": kill_test, "storm": storm_test, "check": check_test,
         "stretch": stretch_test}[WHAT](display, folder)
    finally:
        for program in PROGRAMS:
            program.kill()
        display.close()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
