// What the controls of a screen ask for. Draw functions only say so; the screen acts.
#pragma once

#include <concepts>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include "trainer/ui/kit/commands.h"

namespace trainer::ui {

// Parts that screens share (bar, sheets) can say commands alone.
class Intents {
 public:
  virtual ~Intents() = default;
  virtual void say(Command command) = 0;
};

// What one screen can say: commands, and its own requests that carry something. Whoever acts visits all of
// them, so that a forgotten one does not compile.
template <class... Own>
class IntentsOf final : public Intents {
 public:
  using One = std::variant<Command, Own...>;

  void say(Command command) override { said_.emplace_back(command); }
  template <class T>
  requires(std::same_as<T, Own> || ...) void say(T own) { said_.emplace_back(std::move(own)); }
  void say(One one) { said_.push_back(std::move(one)); }
  [[nodiscard]] auto begin() const { return said_.begin(); }
  [[nodiscard]] auto end() const { return said_.end(); }
  [[nodiscard]] std::size_t size() const { return said_.size(); }
  [[nodiscard]] bool empty() const { return said_.empty(); }
  [[nodiscard]] const One& operator[](std::size_t i) const { return said_[i]; }
  [[nodiscard]] const One& back() const { return said_.back(); }

 private:
  std::vector<One> said_;
};

// For std::visit: one function for each kind.
template <class... F>
struct Each : F... {
  using F::operator()...;
};

}  // namespace trainer::ui
