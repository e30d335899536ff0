#!/usr/bin/env python3
"""What takes the place of touch, in a real window on a virtual display.

    feel_test.py BIN_DIR SOURCE_DIR sound

sound: the machine is heard at its rate over the skin, lower in it and not elsewhere; a press long enough
       ticks; without a sound device a dot is a dot. SDL writes what would be heard to a file, and the hands
       go on when so much has been heard: no clock but the sound's own decides. (When ticks sound, to the
       millisecond, by clocks that are fed: band_ticks_test.cpp, machine_voice_test.cpp.)
Exit 77 where there is no Xvfb or xdotool: the test is skipped and says so.
"""
import array
import json
import pathlib
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
import hands as hand_tools
import window_test as window

RATE = 48_000
OFF_CANVAS = (1200, 20)


class Sitting:
    """A sitting whose sound goes to a file, with the needle over the patch."""

    def __init__(self, folder, name, settings, device="disk"):
        place = folder / name
        place.mkdir()
        self.profile, self.sound = place / "profile", place / "sound.raw"
        self.profile.mkdir()
        known = dict(settings, first_run_done=True, sound_percent=100)
        (self.profile / "settings.json").write_text(json.dumps(known))
        self.display = window.Display()
        self.display.env.update(SDL_AUDIODRIVER=device, SDL_DISKAUDIOFILE=str(self.sound))
        self.hands, self.pressed = self.display.hands, 0
        try:
            self.program = window.start(self.display, self.profile, window.lesson_folder(place), "small-patch")
            window.begin_work(self.display, self.program)
            self.over((30, 30))
        except BaseException:
            self.display.close()
            raise

    def over(self, mm):
        self.program.wait_seen(self.hands, window.WORK, window.px(mm))

    def press(self, mm, hold_s):
        window.press(self.display, mm, hold_s)
        self.lifted()

    def lifted(self):
        self.pressed += 1
        self.program.wait_rest(window.WORK, "the lift", releases=self.pressed)

    def samples(self):
        heard = array.array("f")
        raw = self.sound.read_bytes() if self.sound.exists() else b""
        heard.frombytes(raw[:len(raw) // 4 * 4])
        return heard

    def hear(self, seconds):
        """Until so much more is in the file. From where to where, in samples."""
        begin = len(self.samples())
        hand_tools.wait_for(lambda: len(self.samples()) >= begin + seconds * RATE, f"{seconds} s of sound")
        return begin, begin + int(seconds * RATE)

    def end(self):
        """The sound, and how many dots were made."""
        try:
            self.program.wait_seen(self.hands, window.WORK, OFF_CANVAS)
            self.program.stop()
            return self.samples(), window.replay(window.records(self.profile)[0])["dots"]
        finally:
            self.display.close()


def period(samples, start):
    """Of the 0.1 s from `start`, in samples: the shift between 1/150 s and 1/60 s that repeats it best."""
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


def machine_test(folder):
    sitting = Sitting(folder, "machine", {"machine_sound": True})
    hands = sitting.hands
    sitting.hear(0.5)  # until it has come up to speed
    over = sitting.hear(0.5)
    hands.button(True)
    sitting.hear(0.6)  # until it has given way
    into = sitting.hear(0.3)
    hands.button(False)
    sitting.lifted()
    sitting.program.wait_seen(hands, window.WORK, OFF_CANVAS)
    sitting.hear(0.6)  # until it has faded
    away = sitting.hear(0.2)
    samples, dots = sitting.end()
    assert dots == 1, f"one press, {dots} dots"
    assert max(map(abs, samples)) <= 1.0
    air, skin = (RATE / period(samples, at[0] + RATE // 20) for at in (over, into))
    assert abs(air - 100) < 1.5, f"100 strikes a second, heard {air:.1f}"
    assert 84 < skin < 97, f"{air:.1f} a second in the air, {skin:.1f} in the skin"
    assert max(map(abs, samples[away[0]:away[1]])) == 0.0, "the machine is heard away from the skin"
    return f"{air:.1f} strikes a second in the air, {skin:.1f} in the skin"


# A tick that would come too late is left out, so a busy machine may have to press again.
def ticks_test(folder):
    sitting = Sitting(folder, "ticks", {"press_ticks": True})
    presses = ticks = 0

    def heard():
        nonlocal presses, ticks
        presses += 1
        sitting.press((22.0 + presses % 16, 22.0 + presses // 16), 0.5)
        sitting.hear(0.3)  # whatever was ordered has sounded
        before, ticks = ticks, len(bursts(sitting.samples()))
        assert ticks - before <= 2, f"a press has {ticks - before} ticks"
        return ticks - before == 2

    hand_tools.wait_for(heard, "a press with both ticks")
    _, dots = sitting.end()
    assert dots == presses, f"{presses} presses, {dots} dots"
    return f"both ticks at press {presses}"


def silence_test(folder):
    quiet = Sitting(folder, "off", {})
    quiet.press((30, 30), 0.2)
    samples, dots = quiet.end()
    assert not samples and dots == 1, "a sound device was opened that nobody asked for"
    missing = Sitting(folder, "none", {"machine_sound": True, "press_ticks": True}, device="none of these")
    missing.press((30, 30), 0.2)
    _, dots = missing.end()
    assert dots == 1, f"without a sound device: {dots} dots, not 1"
    return "silence where it is asked for, or where there is no device"


def main():
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("SKIPPED: needs Xvfb and xdotool")
        return window.SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="smp-feel-"))
    try:
        for test in (machine_test, ticks_test, silence_test):
            print(test(folder))
    finally:
        for program in window.PROGRAMS:
            program.kill()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
