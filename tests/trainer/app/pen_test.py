#!/usr/bin/env python3
"""A pen works with smp-trainer: every sample that the hand makes is in the record, and the dots are those that the same
samples give through `smp play`, whatever disturbs the hand and however slow the frames are.

    pen_test.py BIN_DIR SOURCE_DIR [TILT_DRIVER]

SMP_TABLET_ROUNDS (default 2): how often each disturbance happens. Exit 77 where no X server with a pen can be started.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import hands as hand_tools  # noqa: E402
import tablet  # noqa: E402

BIN, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
TILT_DRIVER = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3] else None
ROUNDS = int(os.environ.get("SMP_TABLET_ROUNDS", "2"))
SKIPPED = 77
CORNER = (160, 100)  # of a window of 1280 x 800 in the middle of the screen, px
# Where the pad lies in it: a needle step opens at 14 px/mm (window_test.py). The patch asks for 20 x 20 mm.
PX_PER_MM, CENTRE_PX, CENTRE_MM = 14.0, (606.5, 382.5), (30.0, 30.0)
CHIP_PX = (1040, 28)  # the device's, in the bar
PATCH = ((SOURCE / "lessons/even-dots/lesson.toml").read_text().replace('id = "even-dots"', 'id = "small-patch"')
         .replace("[[15, 15], [45, 15], [45, 45], [15, 45]]", "[[20, 20], [40, 20], [40, 40], [20, 40]]"))


def smp(*words):
    return subprocess.run([BIN / "smp", *map(str, words)], check=True, capture_output=True, text=True).stdout


def wait_for(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain: " + what)


def screen(mm):
    """The pixel of the screen over a place of the pad."""
    return (CORNER[0] + CENTRE_PX[0] + (mm[0] - CENTRE_MM[0]) * PX_PER_MM, CORNER[1] + CENTRE_PX[1] - (mm[1] - CENTRE_MM[1]) * PX_PER_MM)


class Work:
    """One run of the program, and what hands did in it."""

    def __init__(self, server, slow_ms):
        self.server, self.folder = server, pathlib.Path(tempfile.mkdtemp(prefix="smp-pen-"))
        self.lessons, self.profile = self.folder / "lessons", self.folder / "profile"
        (self.lessons / "small-patch").mkdir(parents=True)
        (self.lessons / "small-patch/lesson.toml").write_text(PATCH)
        self.program = hand_tools.Program(
            [BIN / "smp-trainer", "small-patch", "--profile", self.profile, "--lessons", self.lessons, "--size", "1280x800", "--scale", "1",
             "--slow-frames", str(slow_ms)], server.env)
        self.mouse, self.looks = hand_tools.Hands(server.name), 0
        self.sent = []    # contacts: (samples between press and release, their period in ms)
        self.strokes = 0  # contacts that make dots
        self.slow_s = slow_ms / 1000 + 0.05

    def begin(self):
        self.program.wait_rest("BriefScreen")
        self.keys("Return")
        self.program.wait_rest("WorkScreen")
        wait_for(self.found, "the record")

    def keys(self, *names):
        subprocess.run(["xdotool", "mousemove", "700", "450", "key", *names], env=self.server.env, check=False)

    def found(self):
        return sorted((self.profile / "records").glob("*.smprec")) if (self.profile / "records").is_dir() else []

    def record(self):
        """A copy of the record as it is on disk: the program has the file itself in use."""
        copy = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "copy.smprec"
        shutil.copy(self.found()[0], copy)
        wal = pathlib.Path(str(self.found()[0]) + "-wal")
        if wal.exists():
            shutil.copy(wal, str(copy) + "-wal")
        return copy

    def samples(self):
        """Samples, and what else ends a contact."""
        lines = map(json.loads, smp("replay", self.record(), "--samples", "-").splitlines())
        return [line for line in lines if "at" in line or line["event"] in ("interrupt", "device")]

    def all_done(self):
        """The program has done all that hands did, and what it saves of that is on disk."""
        def seen():  # a mouse that moves right behind a pen may be taken for the pen's echo: then it moves on
            self.looks += 1
            at = [420 + self.looks % 200, 12]  # in the bar
            self.mouse.move(CORNER[0] + at[0], CORNER[1] + at[1])
            return self.program.soon(lambda: self.program.now.get("at") == at)

        wait_for(seen, "the pointer is followed")
        self.program.wait(lambda: self.program.saving["saved"] == self.program.saving["dots"], "all is saved")

    def close(self):
        self.program.stop()
        self.mouse.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def stroke(work, pen, places, pressures, period_s, middle=None):
    """Down, through the places, up. `middle` happens half way."""
    first = tablet.pen_axes(*screen(places[0]), pressures[0])
    pen.motion(first)
    pen.button(1, True, first)
    next_s = time.monotonic()
    for i, (mm, pressure) in enumerate(zip(places, pressures)):
        if middle is not None and i == len(places) // 2:
            middle()
            next_s = time.monotonic()
        pen.motion(tablet.pen_axes(*screen(mm), pressure))
        next_s += period_s
        time.sleep(max(0.0, next_s - time.monotonic()))
    pen.button(1, False, tablet.pen_axes(*screen(places[-1]), pressures[-1]))
    pen.sync()
    time.sleep(0.07)  # longer than a bouncing switch
    if middle is None:
        work.sent.append((places, pressures))


def line(a, b, count):
    return [(a[0] + (b[0] - a[0]) * i / (count - 1), a[1] + (b[1] - a[1]) * i / (count - 1)) for i in range(count)]


def pushes(count, top):
    return [top * min(1.0, 2.0 * i / count, 2.0 * (count - i) / count) for i in range(count)]


def dots_by_strokes(work, pen):
    """2,000 samples at 1 kHz in 40 contacts, 4,000 at 4 kHz in one."""
    for i in range(40):
        at = (21.0 + i % 10 * 2.0, 21.0 + i // 10 * 2.0)
        stroke(work, pen, line(at, (at[0] + 0.05, at[1]), 50), pushes(50, 0.2 + 0.015 * i), 0.001)
    stroke(work, pen, line((21, 35), (39, 36), 4000), pushes(4000, 0.6), 0.00025)


def contacts_of(samples):
    out, now = [], []
    for s in samples:
        if "at" in s:
            now.append(s)
        if now and not s.get("contact"):
            out.append(now)
            now = []
    assert not now, "the last contact has no end"
    return out


def check_samples(work, contacts):
    assert len(contacts) == len(work.sent), f"{len(work.sent)} strokes, {len(contacts)} contacts"
    worst_px = worst_pressure = 0.0
    offset = None
    for (places, pressures), got in zip(work.sent, contacts):
        assert len(got) == len(places) + 2, f"{len(places)} samples sent between press and lift, {len(got) - 2} recorded"
        for mm, pressure, s in zip(places, pressures, got[1:-1]):
            offset = offset or (s["at"][0] - mm[0], s["at"][1] - mm[1])  # the view's middle lies between two pixels
            worst_px = max(worst_px, abs(s["at"][0] - mm[0] - offset[0]) * PX_PER_MM, abs(s["at"][1] - mm[1] - offset[1]) * PX_PER_MM)
            worst_pressure = max(worst_pressure, abs(s["pressure"] - pressure))
    times = [s["t_us"] for got in contacts for s in got]
    assert times == sorted(times), "samples are out of order"
    # Half a micrometre of rounding at either end is 0.014 px.
    assert worst_px < 0.01 + 0.014 and worst_pressure < 1e-3 and max(map(abs, offset)) < 1 / PX_PER_MM, (worst_px, worst_pressure, offset)
    return worst_px, worst_pressure


def check_dots(work):
    """The record's dots are those of its samples through `smp play`."""
    record, lines, again = work.record(), work.folder / "samples.jsonl", work.folder / "again.smprec"
    smp("replay", record, "--samples", lines)
    smp("play", "small-patch", lines, "--lessons", work.lessons, "-o", again)
    live, played = smp("replay", record, "--dots", "-"), smp("replay", again, "--dots", "-")
    assert live == played, "the same samples give other dots through smp play"
    return live.count("\n") - 1


def dots(work):
    return smp("replay", work.record(), "--dots", "-").count("\n") - 1


def settle(work, expected, what):
    """What hands did is done and on disk; `expected` dots in all."""
    work.all_done()
    assert dots(work) == expected, f"{what}: {expected} dots were made, {dots(work)} are there"


def tap(work, pen, at, middle):
    stroke(work, pen, [at] * 40, pushes(40, 0.5), 0.002, middle)


def controls(work, pen, made):
    """The first tap after a dot counts: it opens the device check, under which the skin takes no dots."""
    chip = ((CHIP_PX[0] - CENTRE_PX[0]) / PX_PER_MM + CENTRE_MM[0], (CENTRE_PX[1] - CHIP_PX[1]) / PX_PER_MM + CENTRE_MM[1])
    for i in range(ROUNDS):
        tap(work, pen, (22.0 + i % 17, 38.0), lambda: None)
        made += 1
        settle(work, made, "a dot before a control")
        pen.motion(tablet.pen_axes(*screen(chip), 0))
        tap(work, pen, chip, lambda: None)
        work.program.wait_now("DeviceCheckSheet", "a tap on a control after a dot")
        tap(work, pen, (22.0 + i % 17, 39.0), lambda: None)
        settle(work, made, "a tap under the device check")
        work.keys("Escape")
        work.program.wait_rest("WorkScreen")
    return made


def disturb(work, pen, eraser, mouse):
    """Nothing that happens to a stroke loses it or makes another."""
    made = dots(work)
    at = [(22.0 + i % 17, 22.5 + i // 17 * 2) for i in range(17 * 9)]
    place = iter(at * 40)

    def x(*words):
        subprocess.run(["xdotool", *map(str, words)], env=work.server.env, check=True)
        time.sleep(work.slow_s)

    window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "SMP Trainer"], env=work.server.env, capture_output=True, text=True).stdout.split()[0]

    def away():
        pen.proximity(False, tablet.pen_axes(*screen((30, 30)), 0))
        time.sleep(work.slow_s)

    def resized():
        x("windowsize", window, 1281, 800)
        x("windowsize", window, 1280, 800)

    def unfocused():
        x("windowunmap", window)
        x("windowmap", window, "windowfocus", window)

    for name, middle in (("out of reach in mid-stroke", away), ("resized in mid-stroke", resized), ("hidden in mid-stroke", unfocused)):
        for _ in range(ROUNDS):
            tap(work, pen, next(place), middle)
            made += 1
        settle(work, made, name)
    for _ in range(ROUNDS):
        tap(work, eraser, next(place), None)
    work.sent = work.sent[:-ROUNDS]
    settle(work, made, "the eraser")
    for _ in range(ROUNDS):  # begun on the depth gauge: the whole stroke is the interface's
        begun = ((1150 - CENTRE_PX[0]) / PX_PER_MM + 30, 30.0)
        stroke(work, pen, line(begun, next(place), 40), [0.5] * 40, 0.002, lambda: None)
    settle(work, made, "a stroke begun on a panel")
    for _ in range(ROUNDS):  # pen and mouse in turns
        tap(work, pen, next(place), lambda: None)
        spot = screen(next(place))
        x("mousemove", round(spot[0]), round(spot[1]))
        mouse.button(1, True)
        time.sleep(0.15)
        mouse.button(1, False)
        mouse.sync()
        time.sleep(0.07)
        made += 2
    settle(work, made, "pen and mouse in turns")
    return made


def other_focus(work, pen, mouse, made):
    """Another window takes the keyboard in mid-stroke: the stroke goes on under the hand until it lifts, and is one dot."""
    other = tablet.OtherWindow(work.server)
    window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "SMP Trainer"], env=work.server.env, capture_output=True, text=True).stdout.split()[0]
    try:
        for i in range(ROUNDS):
            before = len(contacts_of(work.samples()))

            def taken():
                other.focus()
                assert other.focused(), "the other window did not get the keyboard"
                time.sleep(work.slow_s)

            at = (22.0 + i % 17, 37.0)
            places = line(at, (at[0] + 0.1, at[1]), 60)
            stroke(work, pen, places, pushes(60, 0.5), 0.002, taken)
            made += 1
            settle(work, made, "another window takes the keyboard in mid-stroke")
            contacts = contacts_of(work.samples())
            assert len(contacts) == before + 1, f"one stroke, {len(contacts) - before} contacts"
            assert len(contacts[-1]) == len(places) + 2, f"{len(places)} samples between press and lift, {len(contacts[-1]) - 2} recorded"
            subprocess.run(["xdotool", "windowfocus", "--sync", window], env=work.server.env, check=True)
            time.sleep(work.slow_s)
            spot = screen((22.0 + i % 17, 35.5))
            subprocess.run(["xdotool", "mousemove", str(round(spot[0])), str(round(spot[1]))], env=work.server.env, check=True)
            time.sleep(work.slow_s)
            mouse.button(1, True)
            mouse.sync()
            time.sleep(0.1)
            taken()
            mouse.button(1, False)
            mouse.sync()
            made += 1
            settle(work, made, "another window takes the keyboard while the mouse presses")
            dwell_s = int(smp("replay", work.record(), "--dots", "-").splitlines()[-1].split(",")[6]) / 1e6
            assert dwell_s > 0.1 + work.slow_s - 0.01, f"the mouse was down {0.1 + work.slow_s:.2f} s, the record says {dwell_s} s"
            subprocess.run(["xdotool", "windowfocus", "--sync", window], env=work.server.env, check=True)
            time.sleep(work.slow_s)
    finally:
        other.close()
    return made


def barrel(work, pen, made):
    """A barrel button and a drag move the picture under the pen and make no dot; R brings the patch back."""
    def place():
        return [float(x) for x in smp("replay", work.record(), "--dots", "-").splitlines()[-1].split(",")[2:4]]

    at = (30.0, 24.3)
    for i in range(ROUNDS):
        for button in (2, 3):
            start = screen((30, 30))
            pen.motion(tablet.pen_axes(*start, 0))
            pen.button(button, True, tablet.pen_axes(*start, 0))
            for k in range(1, 31):  # 70 px to the right, 42 px up
                pen.motion(tablet.pen_axes(start[0] + 70 * k / 30, start[1] - 42 * k / 30, 0))
                time.sleep(0.002)
            pen.button(button, False, tablet.pen_axes(start[0] + 70, start[1] - 42, 0))
            pen.sync()
            settle(work, made, "a drag with a barrel button")
            tap(work, pen, at, lambda: None)
            made += 1
            settle(work, made, "a dot after the drag")
            moved = place()
            assert abs(moved[0] - (at[0] - 5.0)) < 0.1 and abs(moved[1] - (at[1] - 3.0)) < 0.1, f"dragged by 5 and 3 mm, a dot over {at} came to {moved}"
            keys = work.program.now["keys"]
            work.keys("r")
            work.program.wait_rest("WorkScreen", "the patch is back", keys=keys + 1)
    return made


def tilting(work, made):
    """The pen with tilt: the angle is measured; unplugged in mid-stroke, the needle is lifted and no dot comes after."""
    if not work.server.tilts or not shutil.which("xinput"):
        print("SKIPPED: the tilting pen (needs xserver-xorg-dev at build time, and xinput)")
        return made

    def plug(how):
        subprocess.run(["xinput", how, "Test Tilting Pen"], env=work.server.env, check=True)

    for i in range(ROUNDS):
        at = (21.5 + i % 18, 39.2 - i // 18 % 2 * 0.8)
        hands = tablet.connect(work.server.socket("tilt"))

        def say(tilt, pressure):
            x, y = screen(at)
            hands.sendall(f"m {x / tablet.WIDTH * 44801} {y / tablet.HEIGHT * 29601} {pressure * 8191} {tilt} 0 0\n".encode())

        say(10, 0)
        say(20, 0)
        say(30, 0.4)
        hands.sendall(b"b 1 1\n")
        for _ in range(20):
            say(30, 0.45)
            time.sleep(0.002)
        tablet.heard(hands)
        plug("disable")
        hands.close()
        plug("enable")
        time.sleep(0.1 + work.slow_s)
        made += 1
    settle(work, made, "unplugged in mid-stroke")
    angle = smp("replay", work.record(), "--dots", "-").splitlines()[-1].split(",")[10]
    assert abs(float(angle) - 60.0) < 0.11, f"a pen held 30 degrees askew makes a dot at {angle} degrees"
    return made


def one_run(slow_ms):
    server = tablet.Server(SOURCE, TILT_DRIVER)
    work = None
    try:
        pen, eraser, mouse = (tablet.Device(server, name) for name in ("stylus", "eraser", "mouse"))
        work = Work(server, slow_ms)
        work.begin()
        for hand in (pen, eraser):  # in the air first, as a hand is: a pressure that never changed is none
            hand.motion(tablet.pen_axes(*screen((30, 45)), 0.02))
            hand.motion(tablet.pen_axes(*screen((30, 45)), 0))
        dots_by_strokes(work, pen)
        work.program.wait_lifts(len(work.sent))
        worst = check_samples(work, contacts_of(work.samples()))
        made = disturb(work, pen, eraser, mouse)
        made = other_focus(work, pen, mouse, made)
        made = barrel(work, pen, made)
        made = tilting(work, controls(work, pen, made))
        assert check_dots(work) == made
        sent = sum(len(places) for places, _ in work.sent)
        print(f"frames {slow_ms} ms longer: {sent} samples, none lost; {worst[0]:.4f} px, {worst[1]:.5f} of pressure; {made} dots, as smp play makes them")
    finally:
        if work is not None:
            work.close()
        server.close()


def main():
    why = tablet.missing()
    if why:
        print("SKIPPED: " + why)
        return SKIPPED
    for slow_ms in (0, 180):
        one_run(slow_ms)
    return 0


if __name__ == "__main__":
    sys.exit(main())
