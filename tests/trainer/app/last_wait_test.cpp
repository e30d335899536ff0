// The end of a program whose disk does not answer.
#include "trainer/app/last_wait.h"

#include <algorithm>
#include <future>

#include "tests/trainer/app/work.h"
#include "trainer/words/counts.h"

using namespace rooms;
using namespace std::chrono_literals;
namespace store = trainer::store;
namespace words = trainer::words;

namespace {

// What it says, and that it ends the process; the disk answers only after that.
struct Ending {
  std::mutex mutex;
  std::vector<std::string> said;
  std::promise<void> over;
  int ended = 0;

  app::LastWait::Means means() {
    return {[this](const std::string& line) {
              const std::lock_guard lock(mutex);
              said.push_back(line);
            },
            [this] {
              ++ended;
              over.set_value();
            }};
  }
  [[nodiscard]] bool has(const std::string& line) const {
    return std::find(said.begin(), said.end(), line) != said.end();
  }
};

void press(app::Sitting& sitting, int number) {
  for (const bool contact : {true, false})
    REQUIRE(sitting.act(
        runner::MoveNeedle{{.t_us = sitting.time(kNow + kSecond * number + (contact ? kPress : kPress * 2)),
                            .at = {27'000 + 1'000 * number, 30'000},
                            .pressure = {},
                            .tilt = {},
                            .contact = contact}}));
}

}  // namespace

TEST_CASE(
    "a disk that never answers is waited for so long, then it is said what is lost, and where the rest is") {
  Household home;
  Ending ending;
  std::shared_future<void> answer = ending.over.get_future();
  std::promise<void> stuck;
  std::atomic<bool> sticks = false;
  std::string path;
  {
    auto sitting =
        app::Sitting::start(package(plain_lesson()), home.profile, true, kNow, kUnix, {},
                            {.commit_every = 1ms, .saved = [&](std::span<const runner::AttemptEvent>) {
                               if (!sticks.exchange(false)) return;
                               stuck.set_value();
                               answer.wait();
                             }});
    REQUIRE(sitting);
    press(**sitting, 1);
    (*sitting)->recording()->wait();
    path = (*sitting)->record();
    sticks = true;
    press(**sitting, 2);
    stuck.get_future().wait();
    press(**sitting, 3);
    (*sitting)->recording()->give_up();
    auto recording = (*sitting)->recording();
    sitting->reset();
    const app::LastWait wait({std::move(recording)}, ending.means(), {0ms, 1h, 1ms});
  }
  CHECK(ending.ended == 1);
  CHECK(ending.has(words::saved_where(2, 3, plain_lesson().lesson().title, path)));
  CHECK(ending.has(words::dots_lost(1)));
}

TEST_CASE("a disk that answers ends without a word, with all of it saved") {
  Household home;
  Ending ending;
  auto sitting = home.sit(plain_lesson());
  press(*sitting, 1);
  const std::string path = sitting->record();
  {
    auto recording = sitting->recording();
    sitting.reset();
    const app::LastWait wait({std::move(recording)}, ending.means(), {1h, 1h, 1h});
  }
  CHECK(ending.ended == 0);
  CHECK(ending.said.empty());
  CHECK(app::Sitting::look_at(path).value()->attempt().skin.dots.size() == 1);
}

TEST_CASE("what hangs beside the work is not waited for either") {
  Ending ending;
  auto over = ending.over.get_future();
  const app::LastWait wait({}, ending.means(), {0ms, 0ms, 0ms});
  over.wait();
  CHECK(ending.ended == 1);
}
