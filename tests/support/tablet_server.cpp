#include "tests/support/tablet_server.h"

#include <fcntl.h>
#include <linux/sockios.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>
#include "tests/support/here.h"

namespace support {

namespace fs = std::filesystem;

namespace {

constexpr const char* kXorg = "/usr/lib/xorg/Xorg";  // not the wrapper, which wants a console
constexpr const char* kModules = "/usr/lib/xorg/modules";

std::string read_file(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

template <class Condition>
bool wait_for(Condition&& condition) {
  for (int i = 0; i < 2000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

}  // namespace

std::string TabletServer::missing() {
  if (!fs::exists(kXorg)) return "there is no Xorg (package xserver-xorg-core)";
  if (!fs::exists(std::string(kModules) + "/drivers/dummy_drv.so"))
    return "Xorg has no dummy driver (package xserver-xorg-video-dummy)";
  if (!fs::exists(std::string(kModules) + "/input/inputtest_drv.so")) return "Xorg has no inputtest driver";
  return {};
}

TabletServer::TabletServer() {
  std::string name = "/tmp/smp-tablet-XXXXXX";  // short: the path of a socket holds 107 bytes
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder can be made in /tmp");
  folder_ = name;
  const std::string driver = SMP_TILT_DRIVER;
  tilts_ = !driver.empty() && fs::exists(driver);
  if (tilts_) {
    fs::create_directories(folder_ + "/modules/input");
    fs::copy_file(driver, folder_ + "/modules/input/smptilt_drv.so");
  }
  std::string config = read_file(support::source_dir() + "/tests/support/tablet.conf.in");
  replace_all(config, "@DIR@", folder_);
  if (tilts_) replace_all(config, "#TILT ", "");
  std::ofstream(folder_ + "/xorg.conf") << config;
  const std::string log = folder_ + "/xorg.log", shown = folder_ + "/display";
  pid_ = fork();
  if (pid_ == 0) {
    const int number = ::open(shown.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600),
              words = ::open((folder_ + "/out").c_str(), O_WRONLY | O_CREAT, 0600);
    dup2(words, 1);
    dup2(words, 2);
    const std::string fd = std::to_string(number), conf = folder_ + "/xorg.conf";
    execl(kXorg, kXorg, "-displayfd", fd.c_str(), "-config", conf.c_str(), "-noreset", "-novtswitch",
          "-sharevts", "-nolisten", "tcp", "-logfile", log.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  std::vector<std::string> sockets{"stylus", "eraser", "mouse", "keyboard"};
  if (tilts_) sockets.insert(sockets.end(), {"tilt", "tilt-eraser"});
  const bool up = wait_for([&] {
    for (const auto& each : sockets)
      if (!fs::exists(socket(each))) return false;
    return read_file(shown).ends_with('\n');
  });
  if (!up) throw std::runtime_error("no X server: " + read_file(folder_ + "/out") + read_file(log));
  display_ = ":" + read_file(shown);
  display_.pop_back();
}

TabletServer::~TabletServer() {
  if (pid_ > 0) {
    kill(pid_, SIGTERM);
    int status = 0;
    waitpid(pid_, &status, 0);
  }
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

TiltHands::TiltHands(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
  fd_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (!wait_for(
          [&] { return ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0; }))
    throw std::runtime_error("no pen at " + path);
}

TiltHands::~TiltHands() {
  ::close(fd_);
}

void TiltHands::say(const std::string& line) {
  const std::string text = line + "\n";
  if (::send(fd_, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
    throw std::runtime_error("the X server hung up");
}

void TiltHands::heard() {
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  int unread = 1;
  while (::ioctl(fd_, SIOCOUTQ, &unread) == 0 && unread > 0) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("the X server does not read");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

}  // namespace support
