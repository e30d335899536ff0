// What happened, told to tests: a line of JSON each on standard output (`--testify`). A test waits for what
// it needs to be so, and measures what was told, instead of guessing how long things take. Pure but `tell`.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/platform/input.h"
#include "trainer/app/options.h"
#include "trainer/app/saving.h"
#include "trainer/runner/event.h"
#include "trainer/store/record_writer.h"

namespace trainer::app {

// One whole line at once, from any thread.
void tell(const std::string& line);

// {"now": {"screen": "BriefScreen", "size": [1280, 800], "at": [606, 382], "releases": 3, "keys": 2,
// "rest": true}}
// All input that has come is done: what lies on top, pixels, on which the pointer was seen last, buttons and
// keys that came up since the start; whether nothing moves any more.
class Testimony {
 public:
  void remember(const engine::platform::InputEvent& event);
  // Nothing when it was told before. `screen`: any text that holds the name of its class.
  std::optional<std::string> now(const std::string& screen, int width, int height, bool rest);
  // {"saving": {"dots": 14, "saved": 10, "kind": "failed", "waits_ms": 1200, "places": 2, "attempts": [{"id":
  // 3, "path": "...", "dots": 14, "saved": 10, "given_up": false}]}} What the screens say of saving: dots of
  // everything that is not closed yet, and of each.
  std::optional<std::string> saving(const Saving& saving);

 private:
  void seen(const engine::platform::PointerSample& sample);

  int x_ = 0, y_ = 0, releases_ = 0, keys_ = 0;
  std::string told_, told_of_saving_;
};

// {"saved": {"events": 120, "lifts": 3, "t_us": 9500000}}: so many of this sitting are on disk and survive
// whatever comes, up to that time of the attempt. Lifts end contacts, also those that something interrupted.
class SavedCount {
 public:
  std::string add(std::span<const runner::AttemptEvent> committed);

 private:
  std::size_t events_ = 0, lifts_ = 0;
  bool contact_ = false;
};

// How sittings write: the record's own way, telling what is saved where a test asks for it.
store::WriterOptions writing(const Options& options);

}  // namespace trainer::app
