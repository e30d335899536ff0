/* An Xorg input driver for tests: what "inputtest" cannot give. A pen with tilt and twist whose ranges are
 * those of tablet drivers, that names its tool, and to which hands may come again after it was unplugged.
 * One line an event, on a stream socket (Option "SocketPath"); numbers in the device's units:
 *
 *   m X Y PRESSURE TILTX TILTY TWIST | b BUTTON 0|1 | i X Y | o X Y */
#ifdef HAVE_XORG_CONFIG_H
#include <xorg-config.h>
#endif
#include <xorg-server.h>

#include <X11/Xatom.h>
#include <errno.h>
#include <exevents.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <xf86.h>
#include <xf86Xinput.h>
#include <xserver-properties.h>

enum { AXES = 6, BUTTONS = 8 };

typedef struct {
  int listening, client, eraser, used;
  char* path;
  char text[65536];
  ValuatorMask* mask;
} Tilt;

static const struct {
  const char* label;
  int low, high, resolution;
} axes[AXES] = {{AXIS_LABEL_PROP_ABS_X, 0, 44800, 200000},  {AXIS_LABEL_PROP_ABS_Y, 0, 29600, 200000},
                {AXIS_LABEL_PROP_ABS_PRESSURE, 0, 8191, 1}, {AXIS_LABEL_PROP_ABS_TILT_X, -64, 63, 57},
                {AXIS_LABEL_PROP_ABS_TILT_Y, -64, 63, 57},  {AXIS_LABEL_PROP_ABS_WHEEL, -900, 899, 1}};

static void take_line(InputInfoPtr info, const char* line) {
  Tilt* t = info->private;
  double v[AXES];
  int button, down;
  valuator_mask_zero(t->mask);
  switch (line[0]) {
    case 'm':
      if (sscanf(line + 1, "%lf %lf %lf %lf %lf %lf", v, v + 1, v + 2, v + 3, v + 4, v + 5) != AXES) return;
      for (int i = 0; i < AXES; i++) valuator_mask_set_double(t->mask, i, v[i]);
      xf86PostMotionEventM(info->dev, Absolute, t->mask);
      return;
    case 'b':
      if (sscanf(line + 1, "%d %d", &button, &down) == 2)
        xf86PostButtonEventM(info->dev, Absolute, button, down, t->mask);
      return;
    case 'i':
    case 'o':
      if (sscanf(line + 1, "%lf %lf", v, v + 1) != 2) return;
      for (int i = 0; i < 2; i++) valuator_mask_set_double(t->mask, i, v[i]);
      xf86PostProximityEventM(info->dev, line[0] == 'i', t->mask);
      return;
  }
}

static void on_text(int fd, int ready, void* device) {
  InputInfoPtr info = ((DeviceIntPtr)device)->public.devicePrivate;
  Tilt* t = info->private;
  ssize_t got = read(fd, t->text + t->used, sizeof t->text - 1 - t->used);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got <= 0) {
    RemoveNotifyFd(fd);
    close(fd);
    t->client = -1;
    t->used = 0;
    return;
  }
  t->used += got;
  t->text[t->used] = 0;
  char *at = t->text, *end;
  for (; (end = strchr(at, '\n')) != NULL; at = end + 1) {
    *end = 0;
    take_line(info, at);
  }
  t->used -= at - t->text;
  memmove(t->text, at, t->used);
  if (t->used >= (int)sizeof t->text - 1) t->used = 0;
}

static void on_client(int fd, int ready, void* device) {
  InputInfoPtr info = ((DeviceIntPtr)device)->public.devicePrivate;
  Tilt* t = info->private;
  int client = accept(fd, NULL, NULL);
  if (client < 0) return;
  if (t->client >= 0) {
    close(client);
    return;
  }
  fcntl(client, F_SETFL, fcntl(client, F_GETFL, 0) | O_NONBLOCK);
  t->client = client;
  t->used = 0;
  SetNotifyFd(client, on_text, X_NOTIFY_READ, device);
}

static void no_control(DeviceIntPtr device, PtrCtrl* control) {}

static int begin(DeviceIntPtr device, Tilt* t) {
  Atom labels[AXES], buttons[BUTTONS] = {0};
  unsigned char map[BUTTONS + 1];
  for (int i = 0; i <= BUTTONS; i++) map[i] = i;
  for (int i = 0; i < AXES; i++) labels[i] = XIGetKnownProperty(axes[i].label);
  if (!InitPointerDeviceStruct((DevicePtr)device, map, BUTTONS, buttons, no_control, GetMotionHistorySize(),
                               AXES, labels))
    return BadAlloc;
  for (int i = 0; i < AXES; i++)
    xf86InitValuatorAxisStruct(device, i, labels[i], axes[i].low, axes[i].high, axes[i].resolution, 0,
                               axes[i].resolution, Absolute);
  InitProximityClassDeviceStruct(device);
  Atom type = MakeAtom("Wacom Tool Type", 15, TRUE),
       tool = MakeAtom(t->eraser ? "ERASER" : "STYLUS", 6, TRUE);
  XIChangeDeviceProperty(device, type, XA_ATOM, 32, PropModeReplace, 1, &tool, FALSE);
  XISetDevicePropertyDeletable(device, type, FALSE);
  return Success;
}

static int control(DeviceIntPtr device, int what) {
  InputInfoPtr info = device->public.devicePrivate;
  Tilt* t = info->private;
  switch (what) {
    case DEVICE_INIT:
      return begin(device, t);
    case DEVICE_ON:
      SetNotifyFd(t->listening, on_client, X_NOTIFY_READ, device);
      device->public.on = TRUE;
      return Success;
    case DEVICE_OFF:
    case DEVICE_CLOSE:
      if (!device->public.on) return Success;
      if (t->client >= 0) {
        RemoveNotifyFd(t->client);
        close(t->client);
        t->client = -1;
      }
      RemoveNotifyFd(t->listening);
      device->public.on = FALSE;
  }
  return Success;
}

static void read_nothing(InputInfoPtr info) {}

static int pre_init(InputDriverPtr driver, InputInfoPtr info, int flags) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  Tilt* t = calloc(1, sizeof *t);
  char* tool = xf86SetStrOption(info->options, "Tool", "STYLUS");
  t->eraser = strcmp(tool, "ERASER") == 0;
  free(tool);
  t->path = xf86SetStrOption(info->options, "SocketPath", NULL);
  t->client = -1;
  t->mask = valuator_mask_new(AXES);
  if (t->path == NULL || strlen(t->path) >= sizeof address.sun_path) return BadValue;
  strcpy(address.sun_path, t->path);
  unlink(t->path);
  t->listening = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (t->listening < 0 || bind(t->listening, (struct sockaddr*)&address, sizeof address) != 0)
    return BadValue;
  if (chmod(t->path, 0700) != 0 || listen(t->listening, 4) != 0) return BadValue;
  info->private = t;
  info->type_name = t->eraser ? "ERASER" : "STYLUS";
  info->device_control = control;
  info->read_input = read_nothing;
  info->fd = -1;
  return Success;
}

static void un_init(InputDriverPtr driver, InputInfoPtr info, int flags) {
  Tilt* t = info->private;
  if (t != NULL) {
    close(t->listening);
    unlink(t->path);
    valuator_mask_free(&t->mask);
    free(t->path);
    free(t);
    info->private = NULL;
  }
  xf86DeleteInput(info, flags);
}

static InputDriverRec smptilt = {1, "smptilt", NULL, pre_init, un_init, NULL, NULL, 0};
static XF86ModuleVersionInfo version = {
    "smptilt", "tests", MODINFOSTRING1,   MODINFOSTRING2,     XORG_VERSION_CURRENT, 1,
    0,         0,       ABI_CLASS_XINPUT, ABI_XINPUT_VERSION, MOD_CLASS_XINPUT,     {0, 0, 0, 0}};
static void* setup(void* module, void* options, int* major, int* minor) {
  xf86AddInputDriver(&smptilt, module, 0);
  return module;
}
_X_EXPORT XF86ModuleData smptiltModuleData = {&version, setup, NULL};
