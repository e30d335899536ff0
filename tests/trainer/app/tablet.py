"""An X server whose pen, eraser and mouse are fed by a test (tests/support/tablet.conf.in), and hands for them."""
import ctypes
import fcntl
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import tempfile
import termios
import time

XORG, MODULES = pathlib.Path("/usr/lib/xorg/Xorg"), pathlib.Path("/usr/lib/xorg/modules")
WIDTH, HEIGHT = 1600, 1000  # px of the screen
AXIS_END, FULL_PRESSURE = 65536, 1000  # of the inputtest pen


def missing():
    """Why no such server can be started here; empty when one can."""
    if not XORG.exists() or not (MODULES / "drivers/dummy_drv.so").exists() or not (MODULES / "input/inputtest_drv.so").exists():
        return "needs xserver-xorg-core and xserver-xorg-video-dummy"
    return "" if shutil.which("xdotool") else "needs xdotool"


class Server:
    def __init__(self, source, tilt_driver=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="smp-pen-", dir="/tmp"))  # short: a socket's path holds 107 bytes
        config = (source / "tests/support/tablet.conf.in").read_text().replace("@DIR@", str(self.folder))
        self.tilts = tilt_driver is not None and tilt_driver.exists()
        if self.tilts:
            (self.folder / "modules/input").mkdir(parents=True)
            shutil.copy(tilt_driver, self.folder / "modules/input/smptilt_drv.so")
            config = config.replace("#TILT ", "")
        (self.folder / "xorg.conf").write_text(config)
        read, write = os.pipe()
        self.server = subprocess.Popen(
            [XORG, "-displayfd", str(write), "-config", self.folder / "xorg.conf", "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp",
             "-logfile", self.folder / "xorg.log"], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()  # to its end: the server does not survive a pipe that closes before
        assert len(self.name) > 1, "no X server:\n" + (self.folder / "xorg.log").read_text()
        self.env = dict(os.environ, DISPLAY=self.name, LIBGL_ALWAYS_SOFTWARE="1")
        self.env.pop("WAYLAND_DISPLAY", None)
        self.env.pop("SDL_VIDEODRIVER", None)
        subprocess.run(["xdotool", "getmouselocation"], env=self.env, check=True, capture_output=True)  # it answers: its devices are on

    def socket(self, name):
        return str(self.folder / f"{name}.sock")

    def close(self):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def connect(path):
    hands = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    hands.settimeout(5)
    for _ in range(1000):
        try:
            hands.connect(path)
            return hands
        except OSError:
            time.sleep(0.005)
    raise AssertionError("nobody listens at " + path)


def heard(hands):
    """Waits until the server has read all that these hands said."""
    unread = bytearray(4)
    end = time.monotonic() + 60
    while True:
        fcntl.ioctl(hands, termios.TIOCOUTQ, unread)
        if not any(unread):
            return
        assert time.monotonic() < end, "the server does not read"
        time.sleep(0.001)


class Device:
    """Hands at a device of the inputtest driver (protocol 1.1). One pair in a device's life."""

    def __init__(self, server, name):
        self.hands = connect(server.socket(name))
        self.hands.sendall(struct.pack("=IIHH", 12, 0, 1, 1))
        assert len(self.hands.recv(12)) == 12, "the server does not answer"

    @staticmethod
    def axes(values):
        mask, all_values = 0, [0.0] * 64
        for axis, value in values.items():
            mask |= 1 << axis
            all_values[axis] = value
        return struct.pack("=IQI64d512x", 0, mask, 0, *all_values)

    def motion(self, values, absolute=True):
        self.hands.sendall(struct.pack("=IIII", 1056, 2, int(absolute), 0) + self.axes(values))

    def proximity(self, near, values):
        self.hands.sendall(struct.pack("=IIII", 1056, 3, int(near), 0) + self.axes(values))

    def button(self, number, down, values=None):
        self.hands.sendall(struct.pack("=IIiiII", 1064, 4, 1, number, int(down), 0) + self.axes(values or {}))

    def sync(self):
        self.hands.sendall(struct.pack("=II", 8, 1))
        assert len(self.hands.recv(8)) == 8, "the server does not answer"


class OtherWindow:
    """A window of another program, in the corner of the screen; `focus` gives it the keyboard, as a click on it would."""

    def __init__(self, server):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = self.x.XCreateSimpleWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(server.name.encode()))
        root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.window = ctypes.c_ulong(self.x.XCreateSimpleWindow(self.display, root, 0, 0, 80, 60, 0, ctypes.c_ulong(0), ctypes.c_ulong(0)))
        self.x.XMapRaised(self.display, self.window)
        self.x.XSync(self.display, 0)

    def focus(self):
        self.x.XSetInputFocus(self.display, self.window, 1, ctypes.c_ulong(0))
        self.x.XSync(self.display, 0)

    def focused(self):
        window, back = ctypes.c_ulong(0), ctypes.c_int(0)
        self.x.XGetInputFocus(self.display, ctypes.byref(window), ctypes.byref(back))
        return window.value == self.window.value

    def close(self):
        self.x.XCloseDisplay(self.display)


def pen_axes(x, y, pressure):
    """Pixels of the screen, 0..1."""
    return {0: x / WIDTH * AXIS_END, 1: y / HEIGHT * AXIS_END, 4: pressure * FULL_PRESSURE}
