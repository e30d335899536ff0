// What is said of work that is not saved.
#pragma once

#include <cstddef>
#include <string>

namespace trainer::words {

std::string disk_silent(int seconds);  // "Not saved for 3 s: the disk does not answer."
// `why` here and below: what the store found, as it says it. "Not saved (cannot be written: the disk is
// full)."
std::string not_saved(const std::string& why);
std::string all_saved();
// Once nobody works any more.
std::string waiting_for_disk(int most_seconds);
std::string disk_given_up(int seconds);
// Of a folder where neither work nor settings can be kept.
std::string nothing_saved_here(const std::string& folder, const std::string& why);
std::string bringing_back();
// Of a window that ended on an error which nobody foresaw, `why`.
std::string ended_on(const std::string& why);
// Of work that was broken off and whose file is damaged.
std::string damaged_title();
std::string good_until(const std::string& clock);  // "03:12"
std::string go_on_from_there();
std::string back();
// A total as the record says it, without having been scored anew.
std::string claimed(const std::string& points);
std::string best_claimed(const std::string& points);
// Of work that lies in another folder than the profile's.
std::string lesson_in(const std::string& lesson, const std::string& folder);
std::string lies_in(const std::string& folder);
// Of a record that cannot be shown; `why`: as the store says it.
std::string attempt_unread(const std::string& path, const std::string& why);
std::string place_not_remembered(const std::string& folder, const std::string& why);
std::string setting_left_out(const std::string& which);  // the file, the setting and what was expected
std::string settings_unsaved(const std::string& why);
// Of an action that the record cannot hold.
std::string action_refused(const std::string& why);

}  // namespace trainer::words
