#include "tests/house/sentences.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace house {

namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_of_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':';
}

// Walks a source file: comments are passed, literals and brackets are told.
class Reader {
 public:
  explicit Reader(const SourceFile& file) : file_(file), text_(file.text) {}

  std::vector<Breach> read() {
    while (at_ < text_.size()) step();
    return std::move(found_);
  }

 private:
  void step() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("//") || rest.starts_with("#include")) return pass_to("\n");
    if (rest.starts_with("/*")) return pass_to("*/");
    if (rest.starts_with("R\"(")) return pass_to(")\"");
    const char c = text_[at_];
    if (c == '"' || (c == '\'' && !follows_a_digit())) return literal(c);
    if (!calls_.empty() && std::isspace(static_cast<unsigned char>(c)) == 0) calls_.back().begins = false;
    if (c == '(') calls_.push_back({name_before()});
    if (c == ')' && !calls_.empty()) calls_.pop_back();
    go(at_ + 1);
  }
  // In 1'000 it parts thousands.
  [[nodiscard]] bool follows_a_digit() const {
    return at_ > 0 && std::isdigit(static_cast<unsigned char>(text_[at_ - 1])) != 0;
  }
  void pass_to(std::string_view end) {
    const auto found = text_.find(end, at_ + 2);
    go(found == std::string_view::npos ? text_.size() : found + end.size());
  }
  void literal(char quote) {
    auto end = at_ + 1;
    while (end < text_.size() && text_[end] != quote) end += text_[end] == '\\' ? 2U : 1U;
    const std::string_view words = text_.substr(at_ + 1, end - at_ - 1);
    if (quote == '"' && reads_like_a_sentence(words) && !looked_up())
      found_.push_back({file_.path, line_, "does not look up \"" + std::string(words) + "\""});
    go(end + 1);
  }
  [[nodiscard]] std::string_view name_before() const {
    auto begin = at_;
    while (begin > 0 && is_of_name(text_[begin - 1])) --begin;
    return text_.substr(begin, at_ - begin);
  }
  // A message begins the brackets of its call, where a program that collects messages finds it; of what is
  // counted there are two.
  [[nodiscard]] bool looked_up() const {
    if (calls_.empty()) return false;
    const auto one_of = [&](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), calls_.back().name) != names.end();
    };
    if (one_of({"say_count", "say_for", "Counted"})) return true;
    if (!calls_.back().begins) return false;
    if (one_of({"words::say", "words::Text", "Text"})) return true;
    // Elsewhere `say` is a room's own.
    const bool in_words = file_.path.starts_with("trainer/words") || file_.path.starts_with("trainer/report");
    return in_words && one_of({"say", "said"});
  }
  void go(std::size_t to) {
    to = std::min(to, text_.size());
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    at_ = to;
  }

  const SourceFile& file_;
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  struct Call {
    std::string_view name;
    bool begins = true;  // nothing but literals since its bracket
  };
  std::vector<Call> calls_;  // whose brackets are open
  std::vector<Breach> found_;
};

}  // namespace

bool reads_like_a_sentence(std::string_view literal) {
  if (literal.size() < 2 || literal[0] < 'A' || literal[0] > 'Z' || !is_small(literal[1])) return false;
  for (std::size_t i = 2; i + 1 < literal.size(); ++i)
    if (literal[i] == ' ' && is_small(literal[i + 1])) return true;
  return false;
}

std::vector<Breach> not_looked_up(const SourceFile& file) {
  return Reader(file).read();
}

std::vector<Breach> counts_by_itself(const SourceFile& file) {
  std::vector<Breach> found;
  for (const std::string_view name : {"say_count(", "say_for(", "message_for("}) {
    const auto at = file.text.find(name);
    if (at == std::string::npos) continue;
    const auto line =
        1 + std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    found.push_back({file.path, static_cast<int>(line), "counts with " + std::string(name) + ")"});
  }
  return found;
}

}  // namespace house
