#!/usr/bin/env python3
"""What takes the place of touch, in a real window on a virtual display.

    feel_test.py BIN_DIR SOURCE_DIR sound

sound: the machine is heard at its rate over the skin, lower in it and not elsewhere; a press gives two ticks as far apart as the
       depth band is long, a short one none; without a sound device a dot is a dot. SDL writes what would be heard to a file.
Exit 77 where there is no Xvfb or xdotool: the test is skipped and says so.
"""
import array
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import window_test as window

RATE = 48_000
OFF_CANVAS = (1200, 20)


def cpu_s(program):
    fields = pathlib.Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def settle(program):
    """Waits until the picture is there: the window then draws once a second, for its clock."""
    calm, before = 0, cpu_s(program)
    for _ in range(40):
        time.sleep(1.0)
        now = cpu_s(program)
        calm = calm + 1 if now - before < 0.15 else 0
        before = now
        if calm == 2:
            return


def heard(folder, name, settings, words, device="disk"):
    """The samples of a sitting in which the hands did `words` over the patch."""
    place = folder / name
    place.mkdir()
    profile, sound = place / "profile", place / "sound.raw"
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps(dict(settings, first_run_done=True, sound_percent=100)))
    display = window.Display()
    display.env.update(SDL_AUDIODRIVER=device, SDL_DISKAUDIOFILE=str(sound))
    try:
        program = window.start(display, profile, window.lesson_folder(place), "small-patch")
        window.begin_work(display, profile)
        settle(program)
        display.hands(*words)
        time.sleep(0.4)
        assert program.poll() is None, "the program ended"
        program.terminate()
        program.wait()
        dots = json.loads(window.smp("replay", window.records(profile)[0], "--json"))["dots"]
    finally:
        display.close()
    samples = array.array("f")
    if sound.exists():
        raw = sound.read_bytes()
        samples.frombytes(raw[: len(raw) // 4 * 4])
    return samples, dots


def period(samples, start):
    """Of the 0.1 s from `start`, in samples: the shortest shift between 1/150 s and 1/60 s that nearly repeats it."""
    part = samples[start:start + RATE // 10 + RATE // 60]
    best, found = 0.0, 0
    for lag in range(RATE // 150, RATE // 60, 2):
        alike = sum(part[i] * part[i + lag] for i in range(0, RATE // 10, 5))
        if alike > best:
            best, found = alike, lag
    return found


def bursts(samples):
    """Where something begins to sound after 20 ms of silence."""
    starts, last = [], -RATE
    for i, sample in enumerate(samples):
        if abs(sample) > 1e-3:
            if i - last > RATE // 50:
                starts.append(i)
            last = i
    return starts


def press(mm, hold_s):
    return [*window.press_words(mm, hold_s), "sleep", 0.3]


def machine_test(folder, name):
    over, away = ["mousemove", *window.px((30, 30))], ["mousemove", *OFF_CANVAS, "sleep", 0.6]
    samples, _ = heard(folder, name, {"machine_sound": True}, [*over, "sleep", 1.0, *press((30, 30), 0.8), *away])
    assert max(map(abs, samples)) <= 1.0
    begin = bursts(samples)[0]
    end = max(i for i, sample in enumerate(samples) if abs(sample) > 0.05) - RATE // 5
    periods = [period(samples, at) for at in range(begin + RATE // 5, end, RATE // 20)]
    air, skin = RATE / min(periods), RATE / max(periods)
    assert abs(air - 100) < 1.5, f"100 strikes a second, heard {air:.1f}"
    assert 84 < skin < 97, f"{air:.1f} a second in the air, {skin:.1f} in the skin"
    assert max(map(abs, samples[-RATE // 10:])) == 0.0, "the machine is heard away from the skin"
    return f"{air:.1f} strikes a second in the air, {skin:.1f} in the skin"


# The depth shifted as far up as it goes: the band then lasts from 234 to 480 ms, so that a slow picture cannot hide its beginning.
def ticks_test(folder, name):
    shallow = ["key", *["bracketleft"] * 15, "sleep", 0.3]
    samples, _ = heard(folder, name, {"press_ticks": True},
                       ["mousemove", *window.px((30, 30)), *shallow, *press((30, 30), 0.1), *press((28, 30), 0.7), *press((26, 30), 0.3)])
    starts = bursts(samples)
    assert len(starts) == 3, f"a short, a long and a right press: {len(starts)} ticks, not 0 + 2 + 1"
    apart = (starts[1] - starts[0]) / RATE
    # Blocks of sound come by SDL's own clock here, not by a device's; to the millisecond: machine_voice_test.
    assert abs(apart - 0.246) < 0.1, f"the band lasts 0.246 s, its ticks are {apart:.3f} s apart"
    return f"ticks {apart:.3f} s apart"


def silence_test(folder, name):
    words = ["mousemove", *window.px((30, 30)), "sleep", 0.3, *press((30, 30), 0.2)]
    samples, dots = heard(folder, name + "-off", {}, words)
    assert not samples and dots == 1, "a sound device was opened that nobody asked for"
    _, dots = heard(folder, name + "-none", {"machine_sound": True, "press_ticks": True}, words, device="none of these")
    assert dots == 1, f"without a sound device: {dots} dots, not 1"
    return "silence where it is asked for, or where there is no device"


# A machine that does other work beside may hold the picture or the sound up for longer than a tick may be late.
def patiently(test, folder):
    for tried in range(4):
        try:
            print(test(folder, f"{test.__name__}-{tried}"))
            return
        except AssertionError as error:
            if tried == 3:
                raise
            print(f"again, after: {error}")


def main():
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("SKIPPED: needs Xvfb and xdotool")
        return window.SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="smp-feel-"))
    try:
        for test in (machine_test, ticks_test, silence_test):
            patiently(test, folder)
    finally:
        for program in window.PROGRAMS:
            program.kill()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
