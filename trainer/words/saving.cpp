#include "trainer/words/saving.h"

#include "trainer/words/say.h"

namespace trainer::words {

std::string disk_silent(int seconds) {
  return say("Not saved for {} s: the disk does not answer.", seconds);
}

std::string not_saved(const std::string& why) {
  return say("Not saved ({}).", why);
}

std::string action_refused(const std::string& why) {
  return say("The last action was not saved: {}", why);
}

std::string nothing_saved_here(const std::string& folder, const std::string& why) {
  return say("Nothing can be saved in {} ({}). You can practise unsaved, or save your work elsewhere.",
             folder, why);
}

std::string ended_on(const std::string& why) {
  return say("The program ended on an error: {}.", why);
}

std::string bringing_back() {
  return say("Bringing your work back\u2026");
}

std::string damaged_title() {
  return say("The file of this work is damaged");
}

std::string good_until(const std::string& clock) {
  return say("Everything until {} is good. You can continue from there, in a copy; the damaged file is kept.",
             clock);
}

std::string go_on_from_there() {
  return say("Continue from the last good moment");
}

std::string back() {
  return say("Back");
}

std::string claimed(const std::string& points) {
  return say("{} claimed", points);
}

std::string best_claimed(const std::string& points) {
  return say("best {} claimed", points);
}

std::string lesson_in(const std::string& lesson, const std::string& folder) {
  return say("{} (in {})", lesson, folder);
}

std::string lies_in(const std::string& folder) {
  return say("It lies in {}.", folder);
}

std::string attempt_unread(const std::string& path, const std::string& why) {
  return say("An attempt cannot be shown: {} ({}).", path, why);
}

std::string place_not_remembered(const std::string& folder, const std::string& why) {
  return say("At the next start nobody will know that work lies in {} ({}).", folder, why);
}

std::string setting_left_out(const std::string& which) {
  return say("{}. It is left out; the other settings hold.", which);
}

std::string settings_unsaved(const std::string& why) {
  return say("Settings are not saved ({}).", why);
}

std::string waiting_for_disk(int most_seconds) {
  return say("The disk has not written everything yet; the program waits {} s for it, then it ends.",
             most_seconds);
}

std::string disk_given_up(int seconds) {
  return say("The disk has not answered for {} s: the program ends without it.", seconds);
}

std::string all_saved() {
  return say("All is saved.");
}

}  // namespace trainer::words
