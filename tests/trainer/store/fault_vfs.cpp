#include "fault_vfs.h"

#include <sqlite3.h>

#include <chrono>
#include <cstring>

namespace store_test {

namespace {

sqlite3_vfs* system_vfs() {
  return sqlite3_vfs_find("unix");
}

struct File {
  sqlite3_file base;
  FaultVfs* faults;
  sqlite3_file* real;  // follows in the same allocation
};

File* of(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  of(file)->faults->seen();
  return of(file)->real;
}

int close(sqlite3_file* f) {
  return of(f)->real->pMethods->xClose(of(f)->real);
}
int read(sqlite3_file* f, void* p, int n, sqlite3_int64 at) {
  return real(f)->pMethods->xRead(of(f)->real, p, n, at);
}
int write(sqlite3_file* f, const void* p, int n, sqlite3_int64 at) {
  auto* r = real(f);
  if (const int code = of(f)->faults->before_change(false)) return code;
  return r->pMethods->xWrite(r, p, n, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
  auto* r = real(f);
  if (const int code = of(f)->faults->before_change(false)) return code;
  return r->pMethods->xTruncate(r, size);
}
int sync(sqlite3_file* f, int flags) {
  auto* r = real(f);
  if (const int code = of(f)->faults->before_change(true)) return code;
  return r->pMethods->xSync(r, flags);
}
int size(sqlite3_file* f, sqlite3_int64* n) {
  return real(f)->pMethods->xFileSize(of(f)->real, n);
}
int lock(sqlite3_file* f, int level) {
  return real(f)->pMethods->xLock(of(f)->real, level);
}
int unlock(sqlite3_file* f, int level) {
  return real(f)->pMethods->xUnlock(of(f)->real, level);
}
int reserved(sqlite3_file* f, int* out) {
  return real(f)->pMethods->xCheckReservedLock(of(f)->real, out);
}
int control(sqlite3_file* f, int op, void* arg) {
  return real(f)->pMethods->xFileControl(of(f)->real, op, arg);
}
int sector(sqlite3_file* f) {
  return real(f)->pMethods->xSectorSize(of(f)->real);
}
int traits(sqlite3_file* f) {
  return real(f)->pMethods->xDeviceCharacteristics(of(f)->real);
}
int shm_map(sqlite3_file* f, int region, int bytes, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(of(f)->real, region, bytes, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(of(f)->real, offset, n, flags);
}
void shm_barrier(sqlite3_file* f) {
  real(f)->pMethods->xShmBarrier(of(f)->real);
}
int shm_unmap(sqlite3_file* f, int remove) {
  return real(f)->pMethods->xShmUnmap(of(f)->real, remove);
}

const sqlite3_io_methods kMethods = {2,        close,       read,      write,   truncate, sync,   size,
                                     lock,     unlock,      reserved,  control, sector,   traits, shm_map,
                                     shm_lock, shm_barrier, shm_unmap, nullptr, nullptr};

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  File* mine = of(file);
  std::memset(mine, 0, sizeof(File));
  mine->faults = static_cast<FaultVfs*>(vfs->pAppData);
  mine->faults->seen();
  mine->real = reinterpret_cast<sqlite3_file*>(mine + 1);
  const int code = system_vfs()->xOpen(system_vfs(), name, mine->real, flags, out);
  if (code == SQLITE_OK) mine->base.pMethods = &kMethods;
  return code;
}

}  // namespace

FaultVfs::FaultVfs() {
  auto* vfs = new sqlite3_vfs(*system_vfs());
  vfs->zName = "smp-fault";
  vfs->szOsFile = static_cast<int>(sizeof(File)) + system_vfs()->szOsFile;
  vfs->pAppData = this;
  vfs->xOpen = open;
  sqlite3_vfs_register(vfs, 0);
}

FaultVfs::~FaultVfs() {
  auto* vfs = sqlite3_vfs_find("smp-fault");
  sqlite3_vfs_unregister(vfs);
  delete vfs;
}

void FaultVfs::fail_from(long n, int code, bool once) {
  code_ = code;
  once_ = once;
  bitten_ = false;
  countdown_ = n;
}

int FaultVfs::before_change(bool sync) {
  if (sync && delay_ms_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(delay_ms_));
  if (countdown_ == 0) return 0;
  if (countdown_ > 1) {
    --countdown_;
    return 0;
  }
  if (once_) countdown_ = 0;
  bitten_ = true;
  return code_;
}

void FaultVfs::seen() {
  if (std::this_thread::get_id() == watched_.load()) ++calls_of_watched_;
}

}  // namespace store_test
