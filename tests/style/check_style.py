#!/usr/bin/env python3
"""Fails when a file breaks a rule of the house that neither the compiler nor clang-tidy knows.

Usage: check_style.py REPO_ROOT   (registered with ctest as check_style)
"""
import pathlib
import re
import sys

SOURCE_FOLDERS = ("base", "analysis", "search", "indexer", "server", "bench", "tests")
LIMITED_FOLDERS = SOURCE_FOLDERS + ("web", "cmake", "script")
LIMITED_SUFFIXES = {".h", ".cc", ".py", ".ts", ".js", ".mjs", ".css", ".html", ".cmake", ".sh", ".txt", ""}
NOT_OURS = {"node_modules", "dist", "golden", "corpus", "__pycache__"}
MAX_LINES = 400

# What no C++ file says. Each pattern is tried on the file without comments and string literals.
FORBIDDEN = {
    "`using namespace`": re.compile(r"\busing\s+namespace\b(?!\s+std::[\w:]*literals)"),
    "an empty `catch (...)`": re.compile(r"\bcatch\s*\(\s*\.\.\.\s*\)\s*\{\s*\}"),
    "`abort`": re.compile(r"\b(?:std::)?abort\s*\("),
}
# What only the file with main() says: elsewhere it hides from whoever calls.
OUTPUT = re.compile(r"\bstd::(?:cout|cerr|clog)\b|\b(?:f|v|vf)?printf\s*\(|\bf?puts\s*\(|\bfmt::print\s*\(")
GLOB = re.compile(r"\bfile\s*\(\s*GLOB", re.IGNORECASE)
SLEEPING_TEST = re.compile(r"^\s*//\s*TEST(?:_[FP])?\s*\(|\bDISABLED_", re.MULTILINE)
PROJECT_INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)

COMMENT_OR_LITERAL = re.compile(
    r'R"(?P<tag>[^\s()\\]{0,16})\(.*?\)(?P=tag)"'  # raw string
    r'|"(?:\\.|[^"\\\n])*"'
    r"|//[^\n]*|/\*.*?\*/",
    re.DOTALL,
)


def blank_out(text):
    """`text` with comments and string literals replaced by nothing but their line ends."""
    return COMMENT_OR_LITERAL.sub(lambda match: "\n" * match.group(0).count("\n"), text)


def line_at(text, position):
    return text.count("\n", 0, position) + 1


def files_below(root, folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and not NOT_OURS & set(inside.parts):
                yield path, inside.as_posix()


def check_source(root, path, name):
    text = path.read_text(encoding="utf-8")
    code = blank_out(text)
    for what, pattern in FORBIDDEN.items():
        for match in pattern.finditer(code):
            yield f"{name}:{line_at(code, match.start())}: {what} is not used here"
    if not (path.name == "main.cc" or path.name.endswith("_main.cc")):
        for match in OUTPUT.finditer(code):
            yield f"{name}:{line_at(code, match.start())}: output belongs in main.cc"
    for match in SLEEPING_TEST.finditer(text):
        yield f"{name}:{line_at(text, match.start())}: a test runs or is removed"
    for match in PROJECT_INCLUDE.finditer(text):
        if not (root / match.group(1)).is_file():
            where = f"{name}:{line_at(text, match.start())}"
            yield f"{where}: includes start at the repository's root; there is no {match.group(1)}"
    if path.suffix == ".h" and not text.startswith("#pragma once\n"):
        yield f"{name}:1: a header begins with `#pragma once`"


def check_length(path, name):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > MAX_LINES:
        yield f"{name}:{lines}: {lines} lines, {MAX_LINES} are allowed"


def check_cmake(root):
    """No GLOB, and every source file is named by the nearest CMakeLists.txt above it that could name it."""
    lists = {path: path.read_text(encoding="utf-8") for path in [root / "CMakeLists.txt"] if path.is_file()}
    for path, _ in files_below(root, LIMITED_FOLDERS):
        if path.name == "CMakeLists.txt" or path.suffix == ".cmake":
            lists[path] = path.read_text(encoding="utf-8")
    for path, text in lists.items():
        for match in GLOB.finditer(text):
            where = f"{path.relative_to(root).as_posix()}:{line_at(text, match.start())}"
            yield f"{where}: sources are listed by name, not by GLOB"
    for path, name in files_below(root, SOURCE_FOLDERS):
        if path.suffix == ".cc" and not is_named(root, path, lists):
            yield f"{name}:1: no CMakeLists.txt names this file"


def is_named(root, path, lists):
    for folder in path.relative_to(root).parents:
        text = lists.get(root / folder / "CMakeLists.txt", "")
        relative = path.relative_to(root / folder).as_posix()
        for name in {relative, path.relative_to(root).as_posix()}:
            if re.search(rf"(?<![\w./-]){re.escape(name)}(?![\w.-])", re.sub(r"#.*", "", text)):
                return True
    return any(  # helpers that the project's own CMake functions add
        f"/{path.relative_to(root).as_posix()}\"" in text for list_, text in lists.items() if list_.suffix == ".cmake"
    )


def violations(root):
    for path, name in files_below(root, SOURCE_FOLDERS):
        if path.suffix in {".h", ".cc"}:
            yield from check_source(root, path, name)
    for path, name in files_below(root, LIMITED_FOLDERS):
        if path.suffix in LIMITED_SUFFIXES:
            yield from check_length(path, name)
    yield from check_cmake(root)


def main():
    found = list(violations(pathlib.Path(sys.argv[1]).resolve()))
    print("\n".join(found) if found else "style: ok")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
