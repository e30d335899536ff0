#include "trainer/app/last_view.h"

#include <filesystem>
#include <string>

namespace trainer::app {

namespace {

std::string name_of(const Sitting& sitting) {
  return std::filesystem::path(sitting.record()).filename().string();
}

}  // namespace

void remember_view(Preferences& preferences, const Sitting& sitting, const canvas::Eye& eye) {
  if (sitting.read_only()) return;
  const std::string name = name_of(sitting), now = eye.words();
  const auto& views = preferences.now().last_view;
  if (const auto view = views.find(name); view != views.end() && view->second == now) return;
  preferences.change([&](store::Settings& s) { s.last_view[name] = now; });
}

void recall_view(const Preferences& preferences, const Sitting& sitting, canvas::Eye& eye) {
  const auto& views = preferences.now().last_view;
  if (const auto view = views.find(name_of(sitting)); view != views.end())
    static_cast<void>(eye.recall(view->second));
}

}  // namespace trainer::app
