"""Hands at the pointer and the keys of a display, and what a program under test says of itself.

A hand's action is over when the display server has carried it out: what it was told to wait for lies between two
actions as the server dates them, however busy the machine is.
"""
import ctypes
import json
import subprocess
import threading
import time

GUARD_S = 120  # nothing takes so long but what hangs


def wait_for(condition, what, seconds=GUARD_S):
    """Until it is so; the deadline only ends a test that hangs."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain: " + what
        time.sleep(0.02)


class PropertyEvent(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("atom", ctypes.c_ulong),
                ("time", ctypes.c_ulong), ("state", ctypes.c_int), ("pad", ctypes.c_char * 128)]


class Hands:
    """Through the XTEST extension."""

    def __init__(self, display_name):
        self.x, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        for call in (self.x.XDefaultRootWindow, self.x.XCreateSimpleWindow, self.x.XInternAtom, self.x.XStringToKeysym):
            call.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(display_name.encode()))
        assert self.display.value, "no display " + display_name
        root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.window = ctypes.c_ulong(self.x.XCreateSimpleWindow(self.display, root, 0, 0, 1, 1, 0, ctypes.c_ulong(0),
                                                                ctypes.c_ulong(0)))
        self.x.XSelectInput(self.display, self.window, ctypes.c_long(1 << 22))  # PropertyChangeMask
        self.atom = ctypes.c_ulong(self.x.XInternAtom(self.display, b"SMP_TIME", 0))

    def sync(self):
        self.x.XSync(self.display, 0)

    def server_ms(self):
        """Now, by the server's clock."""
        self.x.XChangeProperty(self.display, self.window, self.atom, ctypes.c_ulong(31), 8, 2, b"", 0)
        event = PropertyEvent()
        self.x.XWindowEvent(self.display, self.window, ctypes.c_long(1 << 22), ctypes.byref(event))
        return event.time

    def move(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, int(x), int(y), ctypes.c_ulong(0))
        self.sync()

    def button(self, down, number=1):
        """When the server did it: between these two of its times."""
        before = self.server_ms()
        self.test.XTestFakeButtonEvent(self.display, number, int(down), ctypes.c_ulong(0))
        return before, self.server_ms()

    def press(self, x, y, hold_s):
        """How long the server saw it held: from so many to so many ms."""
        self.move(x, y)
        down = self.button(True)
        time.sleep(hold_s)
        up = self.button(False)
        return up[0] - down[1], up[1] - down[0]

    def _key(self, name, down):
        keysym = ctypes.c_ulong(self.x.XStringToKeysym(name.encode()))
        code = self.x.XKeysymToKeycode(self.display, keysym) & 0xFF
        assert code, "no key " + name
        self.test.XTestFakeKeyEvent(self.display, code, int(down), ctypes.c_ulong(0))

    def key(self, name, down):
        self._key(name, down)
        self.sync()

    def keys(self, *names):
        """Strokes of keys, all at one time: "Return", "Control_L+Return"."""
        for name in names:
            parts = name.split("+")
            for part in parts:
                self._key(part, True)
            for part in reversed(parts):
                self._key(part, False)
        self.sync()

    def close(self):
        self.x.XCloseDisplay(self.display)


class Program:
    """A program that says what happens (--testify, --print-result): a line of JSON each."""

    def __init__(self, command, env, stderr=None):
        self.process = subprocess.Popen([*map(str, command), "--testify"], env=env, stdout=subprocess.PIPE,
                                        stderr=stderr, text=True)
        self.now, self.saved, self.results = {}, {"events": 0, "lifts": 0, "t_us": 0}, []
        self.saving, self.attempts = {"dots": 0, "saved": 0, "kind": "well", "places": 0, "attempts": []}, {}
        self.changed, self.ended = threading.Condition(), False
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            said = json.loads(line)
            with self.changed:
                if "now" in said:
                    self.now = said["now"]
                elif "saved" in said:
                    self.saved = said["saved"]
                elif "saving" in said:
                    self._hear_of_saving(said["saving"])
                else:
                    self.results.append(said)
                self.changed.notify_all()
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def _hear_of_saving(self, said):
        """What the screens said of every attempt last; one that is gone, and was not given up, is all saved."""
        there = {attempt["id"]: attempt for attempt in said["attempts"]}
        for number, before in self.attempts.items():
            if number not in there and not before["given_up"]:
                before["saved"] = before["dots"]
        self.attempts.update(there)
        self.saving = said

    def wait(self, condition, what):
        """Until what it said makes `condition` so."""
        with self.changed:
            done = self.changed.wait_for(lambda: condition() or self.ended, GUARD_S)
            assert condition() or not self.ended, "the program ended before " + what
            assert done, f"waited in vain: {what}; it says {self.now}, {self.saved}"

    def soon(self, condition):
        """Whether it becomes so within a second: for what is tried again otherwise."""
        with self.changed:
            return self.changed.wait_for(lambda: condition() or self.ended, 1.0) and condition()

    def wait_now(self, screen, what="", **values):
        """On this screen; a pair of numbers is just so, a count is reached."""
        def there():
            if screen not in self.now.get("screen", ""):
                return False
            return all(self.now[key] == list(value) if isinstance(value, tuple) else self.now[key] >= value
                       for key, value in values.items())

        self.wait(there, what or f"{screen}, {values}")

    def wait_rest(self, screen, what="", **values):
        """And nothing moves any more."""
        self.wait_now(screen, what, rest=True, **values)

    def wait_seen(self, hands, screen, at, what=""):
        """At rest on this screen with the pointer there: all input from before is done."""
        hands.move(*at)
        self.wait_rest(screen, what, at=(int(at[0]), int(at[1])))

    def wait_lifts(self, lifts):
        self.wait(lambda: self.saved["lifts"] >= lifts, f"{lifts} lifts on disk")

    def running(self):
        return self.process.poll() is None

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.reader.join()

    def stop(self):
        """As the system ends programs."""
        self.process.terminate()
        self.process.wait()
        self.reader.join()
