#include "tests/house/classes.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <sstream>

namespace house {

namespace {

// Without comments and with empty strings, so that braces and semicolons are those of the code.
std::string bare(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "//") == 0) {
      while (i < text.size() && text[i] != '\n') ++i;
      if (i < text.size()) out += '\n';
    } else if (text[i] == '#' && (i == 0 || text[i - 1] == '\n')) {
      while (i < text.size() && text[i] != '\n') ++i;
      if (i < text.size()) out += '\n';
    } else if (text[i] == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) i += text[i] == '\\' ? 1 : 0;
      out += "\"\"";
    } else if (text[i] == '\'' && i + 2 < text.size() && text[i + 2] == '\'') {
      i += 2;
      out += "' '";
    } else {
      out += text[i];
    }
  }
  return out;
}

// Without what stands in <>, (), {} and [] of a declaration: only commas and parentheses that matter are
// left.
std::string flat(const std::string& declaration) {
  std::string out;
  int depth = 0;
  for (const char c : declaration) {
    if (c == '>' || c == ')' || c == '}' || c == ']') depth = std::max(0, depth - 1);
    if (depth == 0) out += c;
    if (c == '<' || c == '(' || c == '{' || c == '[') ++depth;
  }
  return out;
}

bool starts_with_word(const std::string& text, const char* word) {
  return std::regex_search(text, std::regex("^\\s*" + std::string(word) + "\\b"));
}

// A class declared, or defined, without a member of it: "struct Hand", not "struct {...} hand_".
bool only_a_type(const std::string& declaration) {
  static const std::regex member(R"(^\s*(class|struct)\b(\s+\w+)?\s*(\{\}\s*|\s)\w+)");
  static const std::regex type(R"(^\s*(class|struct)(\s+\w+)?\s*$)");
  if (!starts_with_word(declaration, "class") && !starts_with_word(declaration, "struct")) return false;
  return std::regex_match(declaration, type) || !std::regex_search(declaration, member);
}

void count(std::string declaration, ClassSize& size) {
  static const std::regex access("^\\s*(public|protected|private)\\s*:");
  static const std::regex attribute(R"(\[\[[^\]]*\]\])");
  while (std::regex_search(declaration, access)) declaration = std::regex_replace(declaration, access, "");
  declaration = std::regex_replace(declaration, attribute, "");
  if (declaration.find_first_not_of(" \t\n") == std::string::npos) return;
  for (const char* word :
       {"using", "friend", "enum", "static constexpr", "constexpr", "static_assert", "typedef"})
    if (starts_with_word(declaration, word)) return;
  const bool given = std::regex_search(declaration, std::regex("=\\s*(default|delete)\\s*$"));
  const std::string plain = flat(declaration);
  const auto equals = std::min(plain.find('='), plain.size());
  if (plain.find('(') < equals || declaration.find("operator") != std::string::npos) {
    size.methods += given ? 0 : 1;
  } else if (!only_a_type(declaration)) {
    size.members += 1 + static_cast<int>(std::count(plain.begin(), plain.end(), ','));
  }
}

struct Reader {
  const SourceFile& file;
  std::string text = bare(file.text);
  std::vector<ClassSize> found = {};

  [[nodiscard]] int line_of(std::size_t at) const {
    return 1 +
           static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  std::size_t behind(std::size_t at) const {  // the brace that closes the one there
    for (int depth = 0; at < text.size(); ++at) {
      if (text[at] == '{') ++depth;
      if (text[at] == '}' && --depth == 0) return at;
    }
    return text.size();
  }

  // The body of a class, behind its brace; what is declared in it is counted.
  void body(std::size_t at, std::size_t end, ClassSize size) {
    std::string declaration;
    while (at < end) {
      const char c = text[at];
      if (c == ';') {
        count(declaration, size);
        declaration.clear();
      } else if (c == '{') {
        const std::size_t close = behind(at);
        if (const auto name = class_of(declaration)) {
          body(at + 1, close, {file.path, *name, line_of(at)});
        } else {
          const bool function = flat(declaration).find('(') != std::string::npos &&
                                flat(declaration).find('=') == std::string::npos;
          declaration += "{}";
          if (function && text.find_first_not_of(" \t\n", close + 1) != text.find(';', close)) {
            count(declaration, size);
            declaration.clear();
          }
        }
        at = close;
      } else {
        declaration += c;
      }
      ++at;
    }
    found.push_back(size);
  }

  static std::optional<std::string> class_of(const std::string& declaration) {
    static const std::regex head(R"((?:^|\s)(?:class|struct)\s+(\w+)(?:\s+final)?\s*(?::[^:;(][^;()]*)?$)");
    std::smatch match;
    const std::string before = declaration.substr(0, declaration.find_last_not_of(" \t\n") + 1);
    if (!std::regex_search(before, match, head) || before.find("enum") != std::string::npos)
      return std::nullopt;
    return match[1];
  }

  void all() {
    std::string before;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == ';' || c == '}') {
        before.clear();
      } else if (c == '{') {
        if (const auto name = class_of(before)) {
          const std::size_t close = behind(at);
          body(at + 1, close, {file.path, *name, line_of(at)});
          at = close;
        } else if (before.find("namespace") == std::string::npos) {
          at = behind(at);
        }
        before.clear();
      } else {
        before += c;
      }
    }
  }
};

}  // namespace

std::vector<ClassSize> classes(const SourceFile& file) {
  Reader reader{file};
  reader.all();
  return reader.found;
}

std::vector<Breach> includes_of(const SourceFile& file, const std::string& name) {
  std::vector<Breach> found;
  std::istringstream in(file.text);
  std::string line;
  for (int n = 1; std::getline(in, line); ++n) {
    if (line.rfind("#include", 0) != 0) continue;
    const auto end = line.find_last_of("\">");
    const auto from = line.find_last_of("/\"<", end == 0 ? 0 : end - 1);
    if (end != std::string::npos && from != std::string::npos &&
        line.substr(from + 1, end - from - 1) == name)
      found.push_back({file.path, n, "includes " + name});
  }
  return found;
}

}  // namespace house
