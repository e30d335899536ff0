/* Preloaded into a program under test: what it writes below one folder fails, waits and is counted, and what
   its first thread reads there is counted.
   cc -shared -fPIC -o fault_shim.so fault_shim.c -ldl
   SMP_FAULT_FOLDER names the folder, SMP_FAULT_CONTROL a file of at least 9 numbers of 64 bits, which the
   test changes and reads while the program runs; see the places below. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum {
  kCountdown, /* the how manieth change from now on fails; 0: none */
  kOnce,      /* 1: only that one, 0: all from it on */
  kErrno,     /* what it answers */
  kChanges,   /* made so far: writes, fsyncs, renames, truncations */
  kBitten,    /* of them, failed */
  kDelayMs,   /* of every fsync */
  kDrawing,   /* changes made by the thread that draws: the program's first */
  kNoLocks,   /* 1: there are no locks */
  kReading    /* files opened and read by the thread that draws */
};

static volatile int64_t* control;
static const char* folder;

static void ready(void) {
  const char* path = getenv("SMP_FAULT_CONTROL");
  int file;
  if (control || !path) return;
  folder = getenv("SMP_FAULT_FOLDER");
  file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
  if (file < 0) return;
  control = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (control == MAP_FAILED) control = NULL;
}

static int below(const char* path) {
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int of_folder(int file) {
  char name[64], path[4096];
  ssize_t length;
  ready();
  if (!control) return 0;
  snprintf(name, sizeof name, "/proc/self/fd/%d", file);
  length = readlink(name, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return below(path);
}

/* 0: go on; else errno is set. */
static int fails(void) {
  int64_t left;
  __atomic_add_fetch(&control[kChanges], 1, __ATOMIC_SEQ_CST);
  if (syscall(SYS_gettid) == getpid()) __atomic_add_fetch(&control[kDrawing], 1, __ATOMIC_SEQ_CST);
  if (control[kCountdown] == 0) return 0;
  left = __atomic_sub_fetch(&control[kCountdown], 1, __ATOMIC_SEQ_CST);
  if (left > 0) return 0;
  control[kCountdown] = control[kOnce] ? 0 : 1;
  __atomic_add_fetch(&control[kBitten], 1, __ATOMIC_SEQ_CST);
  errno = (int)control[kErrno];
  return -1;
}

static void wait_for_disk(void) {
  int64_t ms = control[kDelayMs];
  struct timespec time = {ms / 1000, (ms % 1000) * 1000000};
  if (ms > 0) nanosleep(&time, NULL);
}

#define REAL(result, name, ...)       \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void* bytes, size_t count) {
  REAL(ssize_t, write, int, const void*, size_t);
  return of_folder(file) && fails() ? -1 : real(file, bytes, count);
}
ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  REAL(ssize_t, pwrite, int, const void*, size_t, off_t);
  return of_folder(file) && fails() ? -1 : real(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  REAL(ssize_t, pwrite64, int, const void*, size_t, off64_t);
  return of_folder(file) && fails() ? -1 : real(file, bytes, count, at);
}
static void count_reading(void) {
  if (syscall(SYS_gettid) == getpid()) __atomic_add_fetch(&control[kReading], 1, __ATOMIC_SEQ_CST);
}
static void opens(const char* path) {
  ready();
  if (control && below(path)) count_reading();
}
#define OPENER(name)                                               \
  int name(const char* path, int how, ...) {                       \
    va_list more;                                                  \
    mode_t mode;                                                   \
    REAL(int, name, const char*, int, ...);                        \
    va_start(more, how);                                           \
    mode = how & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
    va_end(more);                                                  \
    opens(path);                                                   \
    return real(path, how, mode);                                  \
  }
OPENER(open)
OPENER(open64)
FILE* fopen(const char* path, const char* how) {
  REAL(FILE*, fopen, const char*, const char*);
  opens(path);
  return real(path, how);
}
FILE* fopen64(const char* path, const char* how) {
  REAL(FILE*, fopen64, const char*, const char*);
  opens(path);
  return real(path, how);
}
DIR* opendir(const char* path) {
  REAL(DIR*, opendir, const char*);
  opens(path);
  return real(path);
}
ssize_t read(int file, void* bytes, size_t count) {
  REAL(ssize_t, read, int, void*, size_t);
  if (of_folder(file)) count_reading();
  return real(file, bytes, count);
}
ssize_t pread64(int file, void* bytes, size_t count, off64_t at) {
  REAL(ssize_t, pread64, int, void*, size_t, off64_t);
  if (of_folder(file)) count_reading();
  return real(file, bytes, count, at);
}
int ftruncate(int file, off_t size) {
  REAL(int, ftruncate, int, off_t);
  return of_folder(file) && fails() ? -1 : real(file, size);
}
int ftruncate64(int file, off64_t size) {
  REAL(int, ftruncate64, int, off64_t);
  return of_folder(file) && fails() ? -1 : real(file, size);
}
int fsync(int file) {
  REAL(int, fsync, int);
  if (!of_folder(file)) return real(file);
  if (fails()) return -1;
  wait_for_disk();
  return real(file);
}
int fdatasync(int file) {
  REAL(int, fdatasync, int);
  if (!of_folder(file)) return real(file);
  if (fails()) return -1;
  wait_for_disk();
  return real(file);
}
int rename(const char* from, const char* to) {
  REAL(int, rename, const char*, const char*);
  ready();
  return control && below(to) && fails() ? -1 : real(from, to);
}
int flock(int file, int how) {
  REAL(int, flock, int, int);
  if (!of_folder(file) || !control[kNoLocks]) return real(file, how);
  errno = ENOLCK;
  return -1;
}
