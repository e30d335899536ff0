#include "tests/house/homes.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace house {

namespace {

enum class Scope { Namespace, Unnamed, Class, Other };

bool word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The text with comments, preprocessor lines and the insides of literals made blank; lines stay where they
// are.
class Blanked {
 public:
  explicit Blanked(std::string_view text) : text_(text) {
    while (at_ < text_.size()) step();
  }
  std::string text() { return std::move(text_); }

 private:
  void step() {
    if (starts("//") || (text_[at_] == '#' && line_start())) return blank_to("\n", false);
    if (starts("/*")) return blank_to("*/", true);
    if (starts("R\"")) return raw_string();
    if (text_[at_] == '"' || (text_[at_] == '\'' && !digit_separator())) return literal(text_[at_]);
    ++at_;
  }
  bool starts(std::string_view what) const { return std::string_view(text_).substr(at_).starts_with(what); }
  bool line_start() const {
    const auto before = text_.find_last_not_of(" \t", at_ == 0 ? std::string::npos : at_ - 1);
    return at_ == 0 || before == std::string::npos || text_[before] == '\n';
  }
  bool digit_separator() const { return at_ > 0 && word_character(text_[at_ - 1]); }

  void blank_to(std::string_view end, bool with_end) {
    auto to = text_.find(end, at_ + (with_end ? end.size() : 0));
    to = to == std::string::npos ? text_.size() : to + (with_end ? end.size() : 0);
    for (; at_ < to; ++at_)
      if (text_[at_] != '\n') text_[at_] = ' ';
  }
  void raw_string() {
    const auto open = text_.find('(', at_);
    blank_to(")" + text_.substr(at_ + 2, open - at_ - 2) + "\"", true);
  }
  void literal(char quote) {
    text_[at_++] = ' ';
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '\\') text_[at_++] = ' ';
      text_[at_++] = ' ';
    }
    if (at_ < text_.size()) text_[at_++] = ' ';
  }

  std::string text_;
  std::size_t at_ = 0;
};

// "Screen::draw" of "void Screen::draw(Ui& ui) const", "" where no function is named.
std::string name_before_parenthesis(std::string_view statement) {
  const auto open = statement.find('(');
  if (open == std::string_view::npos || open == 0 || statement.substr(0, open).find('=') != std::string::npos)
    return {};
  auto begin = open;
  while (begin > 0 && (word_character(statement[begin - 1]) || statement[begin - 1] == ':')) --begin;
  return begin == 0 && statement.find("::") > open ? std::string()
                                                   : std::string(statement.substr(begin, open - begin));
}

std::string class_name(std::string_view statement) {
  for (const std::string_view key : {"class ", "struct "}) {
    const auto at = statement.find(key);
    if (at == std::string_view::npos || (at > 0 && word_character(statement[at - 1]))) continue;
    auto end = at + key.size();
    while (end < statement.size() && word_character(statement[end])) ++end;
    return std::string(statement.substr(at + key.size(), end - at - key.size()));
  }
  return {};
}

class Scanner {
 public:
  explicit Scanner(std::string text) : text_(std::move(text)) {
    for (const char c : text_) step(c);
  }
  std::vector<Function> functions() { return std::move(found_); }

 private:
  struct Open {
    Scope scope;
    std::string name;  // of a class
  };
  bool inside() const { return !open_.empty() && open_.back().scope == Scope::Other; }
  bool hidden() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& o) { return o.scope == Scope::Unnamed; });
  }

  void step(char c) {
    line_ += c == '\n';
    if (c == '(') ++parentheses_;
    if (c == ')') --parentheses_;
    if (parentheses_ == 0 && c == '{') return open();
    if (parentheses_ == 0 && c == '}') return close();
    if (parentheses_ == 0 && c == ';') return end();
    if (!inside()) statement_ += c == '\n' ? ' ' : c;
  }
  void open() {
    Open opened{Scope::Other, {}};
    if (!inside()) {
      const std::string name = name_before_parenthesis(statement_);
      if (statement_.find("namespace") != std::string::npos)
        opened.scope =
            statement_.find("namespace ") + 10 >= statement_.size() ? Scope::Unnamed : Scope::Namespace;
      else if (name.empty() && !class_name(statement_).empty())
        opened = {Scope::Class, class_name(statement_)};
      else
        note(name, true);
    }
    open_.push_back(std::move(opened));
    statement_.clear();
  }
  void close() {
    if (!open_.empty()) open_.pop_back();
    statement_.clear();
  }
  void end() {
    if (!inside()) note(name_before_parenthesis(statement_), false);
    statement_.clear();
  }
  void note(const std::string& name, bool body) {
    if (name.empty() || hidden()) return;
    const bool member = !open_.empty() && open_.back().scope == Scope::Class;
    found_.push_back({member ? open_.back().name + "::" + name : name, line_, body});
  }

  std::string text_, statement_;
  std::vector<Open> open_;
  std::vector<Function> found_;
  int line_ = 1, parentheses_ = 0;
};

std::string folder_of(std::string_view path) {
  return std::string(path.substr(0, path.rfind('/')));
}

std::string_view stem_of(std::string_view path) {
  const auto from = path.rfind('/') + 1;
  return path.substr(from, path.rfind('.') - from);
}

}  // namespace

std::vector<Function> functions(std::string_view text) {
  return Scanner(Blanked(text).text()).functions();
}

bool belong_together(std::string_view header, std::string_view body) {
  if (folder_of(header) != folder_of(body)) return false;
  std::string_view stem = stem_of(header);
  if (stem.ends_with("_screen")) stem.remove_suffix(std::string_view("_screen").size());
  const std::string_view of_body = stem_of(body);
  return of_body == stem || of_body.starts_with(std::string(stem) + "_");
}

std::vector<Breach> strays(std::span<const SourceFile> files) {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> bodies;  // folder, name -> files
  for (const SourceFile& file : files)
    if (file.path.ends_with(".cpp"))
      for (const Function& f : functions(file.text))
        if (f.body) bodies[{folder_of(file.path), f.name}].insert(file.path);
  std::vector<Breach> found;
  for (const SourceFile& file : files) {
    if (!file.path.ends_with(".h")) continue;
    for (const Function& f : functions(file.text)) {
      const auto homes = bodies.find({folder_of(file.path), f.name});
      if (f.body || homes == bodies.end()) continue;
      const auto& paths = homes->second;
      if (std::none_of(paths.begin(), paths.end(),
                       [&](const auto& path) { return belong_together(file.path, path); }))
        found.push_back({file.path, f.line, "declares " + f.name + ", whose body is in " + *paths.begin()});
    }
  }
  return found;
}

}  // namespace house
