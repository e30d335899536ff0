#!/usr/bin/env python3
"""How large things are here: lines of .cpp files and functions, tests against source.

    packaging/measures.py [FOLDER]    of a checkout, this one by default; the numbers of ARCHITECTURE.md

The largest class is what `classes_test -s -tc="no class of the window*"` says (tests/house/classes.h counts).
"""
import argparse
import bisect
import pathlib
import re


def without_text(code):
    """The same lines with comments, strings and characters blanked."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())
    pattern = r'R"(\w*)\((?:.|\n)*?\)\1"|//[^\n]*|/\*(?:.|\n)*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, blank, code)


def kind_of(head, inside):
    """What an opening brace begins, by the words before it."""
    head = head.strip()
    if re.match(r"(inline\s+)?namespace\b|extern\b", head):
        return "namespace"
    if re.match(r"(template\s*<.*>\s*)?(class|struct|union|enum)\b", head, re.S) and not re.search(r"\)\s*(const)?$", head):
        return "class"
    if inside in ("namespace", "class") and "(" in head and not re.search(r"=\s*$|^\s*(constexpr|const|static)[^(]*=", head):
        return "function"
    return "other"


def functions(code):
    """Lines of every function body with its head."""
    code = without_text(code)
    stack, sizes, head_at, line = [], [], 0, 1
    lines_at = [0]
    for i, c in enumerate(code):
        if c == "\n":
            lines_at.append(i + 1)
    for i, c in enumerate(code):
        if c == "{":
            head = code[head_at:i]
            inside = stack[-1][0] if stack else "namespace"
            begin = head_at + len(head) - len(head.lstrip())
            stack.append((kind_of(head, inside), begin))
            head_at = i + 1
        elif c == "}":
            kind, begin = stack.pop() if stack else ("other", i)
            if kind == "function":
                sizes.append(bisect.bisect_right(lines_at, i) - bisect.bisect_right(lines_at, begin) + 1)
            head_at = i + 1
        elif c == ";" or (c == "#" and code[i - 1:i] in ("", "\n")):
            head_at = i + 1 if c == ";" else code.find("\n", i) + 1
        elif c == ":" and re.search(r"\b(public|private|protected)\s*$", code[head_at:i]):
            head_at = i + 1
    return sizes


def spread(values):
    values = sorted(values)
    return f"{values[len(values) // 2]} / {values[len(values) * 9 // 10]} / {values[-1]}"


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=here, help="a checkout")
    root = parser.parse_args().folder
    if not (root / "engine").is_dir():
        parser.error(f"{root} is no checkout of this project: it has no folder engine/")

    def files(folders, endings):
        return [f for d in folders for f in sorted((root / d).rglob("*")) if f.suffix in endings and f.is_file()]

    def lines(paths):
        return [len(f.read_text().splitlines()) for f in paths]

    source = files(["engine", "trainer"], {".cpp", ".h"})
    tests = files(["tests"], {".cpp", ".h", ".py", ".sh"})
    bodies = [f for f in source if f.suffix == ".cpp"]
    sizes = [n for f in source for n in functions(f.read_text())]
    print(f".cpp files            {len(bodies)}, lines median / p90 / max  {spread(lines(bodies))}")
    print(f"functions             {len(sizes)}, lines median / p90 / max  {spread(sizes)}")
    print(f"test lines per source {sum(lines(tests)) / sum(lines(source)):.2f}  ({sum(lines(tests))} / {sum(lines(source))})")


if __name__ == "__main__":
    main()
