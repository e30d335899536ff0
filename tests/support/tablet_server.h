// An X server of its own for a test: a dummy screen of 1600 x 1000, a pen, an eraser, a mouse and a keyboard
// that listen at sockets in `folder()`, and where the test driver could be built a pen with tilt whose
// sockets take new hands.
#pragma once

#include <sys/types.h>

#include <string>

namespace support {

class TabletServer {
 public:
  // Why none can be started here; empty when one can.
  static std::string missing();

  TabletServer();  // throws std::runtime_error with the server's last words
  ~TabletServer();
  TabletServer(const TabletServer&) = delete;
  TabletServer& operator=(const TabletServer&) = delete;

  [[nodiscard]] const std::string& display() const { return display_; }
  [[nodiscard]] std::string socket(const std::string& name) const { return folder_ + "/" + name + ".sock"; }
  [[nodiscard]] bool tilts() const { return tilts_; }

 private:
  std::string folder_, display_;
  bool tilts_ = false;
  pid_t pid_ = 0;
};

// Hands for the pen with tilt: lines of text (smptilt.c).
class TiltHands {
 public:
  explicit TiltHands(const std::string& socket);  // waits up to 5 s; throws
  ~TiltHands();
  TiltHands(const TiltHands&) = delete;
  TiltHands& operator=(const TiltHands&) = delete;
  void say(const std::string& line);
  // Returns when the server has read all that was said. Throws where it does not within a minute.
  void heard();

 private:
  int fd_ = -1;
};

}  // namespace support
