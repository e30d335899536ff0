// A SQLite VFS over the system's own that fails, delays and counts on demand.
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace store_test {

class FaultVfs {
 public:
  FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;
  ~FaultVfs();

  [[nodiscard]] std::string name() const { return "smp-fault"; }

  // Every write, sync or truncation from the n-th on (1 = the next) answers this code; `once`: only that one.
  void fail_from(long n, int code, bool once);
  void heal() { countdown_ = 0; }
  void delay_sync_ms(int ms) { delay_ms_ = ms; }
  // A file call of this thread is counted.
  void watch(std::thread::id thread) { watched_ = thread; }
  [[nodiscard]] long calls_of_watched() const { return calls_of_watched_; }
  [[nodiscard]] bool bitten() const { return bitten_; }

  int before_change(bool sync);  // called by the file methods
  void seen();

 private:
  std::atomic<long> countdown_{0};
  std::atomic<int> code_{0};
  std::atomic<bool> once_{false};
  std::atomic<bool> bitten_{false};
  std::atomic<int> delay_ms_{0};
  std::atomic<std::thread::id> watched_{};
  std::atomic<long> calls_of_watched_{0};
};

}  // namespace store_test
