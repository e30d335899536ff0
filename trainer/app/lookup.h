// Something that is looked up in files again and again, one look at a time, by another thread: what was found
// last stands until more is known.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <optional>
#include <utility>

#include "trainer/app/reader.h"

namespace trainer::app {

template <class Found>
class Lookup {
 public:
  // `look` is called by one thread at a time; what it uses must outlive `reader`, or belong to it.
  Lookup(Reader& reader, std::function<Found()> look) : reader_(&reader), look_(std::move(look)) {}

  // At once back. A look that is under way is followed by another.
  void ask() {
    again_ = coming_.valid();
    if (!again_) coming_ = reader_->read(look_);
  }
  // Takes what has been found meanwhile.
  void follow() {
    auto found = taken(coming_);
    if (!found) return;
    found_ = std::move(*found);
    ++version_;
    if (again_) ask();
  }
  // Until all that was asked for is found. For whoever has no picture to draw.
  void wait() {
    while (coming_.valid()) {
      coming_.wait();
      follow();
    }
  }
  [[nodiscard]] bool busy() const { return coming_.valid(); }
  [[nodiscard]] const std::optional<Found>& found() const { return found_; }  // nothing: never looked at
  [[nodiscard]] std::uint64_t version() const { return version_; }            // grows with every find

 private:
  Reader* reader_;
  std::function<Found()> look_;
  std::future<Found> coming_;
  bool again_ = false;
  std::optional<Found> found_;
  std::uint64_t version_ = 0;
};

}  // namespace trainer::app
