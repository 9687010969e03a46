#!/usr/bin/env python3
"""Shows that check_style.py and check_layers.py find what they are for, and leave good files alone."""
import pathlib
import tempfile
import unittest

import check_layers
import check_style

GOOD_HEADER = '#pragma once\n\n#include <string>\n\nnamespace kiertoon {\nstd::string name();\n}\n'
GOOD_SOURCE = (
    '#include "base/name.h"\n'
    "// Never std::abort(), never `using namespace std`, never std::cout.\n"
    'std::string kiertoon::name() { return "std::cout << abort() // printf("; }\n'
    'const char* raw = R"(using namespace std; catch (...) {})";\n'
    "int copy(char* to) { return std::snprintf(to, 2, \"a\"); }\n"
)


class Tree:
    """A repository in a temporary folder, in order until a test adds to it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name).resolve()
        self.write("CMakeLists.txt", "add_subdirectory(base)\n")
        self.write("base/CMakeLists.txt", "kiertoon_library(NAME base SOURCES name.cc HEADERS name.h)\n")
        self.write("base/name.h", GOOD_HEADER)
        self.write("base/name.cc", GOOD_SOURCE)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def append(self, name, text):
        self.write(name, (self.root / name).read_text(encoding="utf-8") + text)


class StyleTest(unittest.TestCase):
    def setUp(self):
        self.tree = Tree()
        self.addCleanup(self.tree.folder.cleanup)

    def assert_found(self, *parts):
        found = list(check_style.violations(self.tree.root))
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])

    def test_leaves_a_good_tree_alone(self):
        self.assertEqual(list(check_style.violations(self.tree.root)), [])

    def test_finds_what_no_source_says(self):
        for line in ("using namespace std;", "try { f(); } catch (...) {\n  // whatever\n}", "std::abort();"):
            with self.subTest(line):
                self.tree.write("base/name.cc", GOOD_SOURCE + line + "\n")
                self.assert_found("base/name.cc:6: ", "is not used here")

    def test_allows_literals_and_a_catch_that_does_something(self):
        self.tree.append("base/name.cc", "using namespace std::chrono_literals;\ntry {} catch (...) { throw; }\n")
        self.assertEqual(list(check_style.violations(self.tree.root)), [])

    def test_finds_output_outside_main(self):
        for line in ("std::cout << 1;", "std::cerr << 1;", 'printf("a");', 'std::fprintf(stderr, "a");', 'fmt::print("a");'):
            with self.subTest(line):
                self.tree.write("base/name.cc", GOOD_SOURCE + line + "\n")
                self.assert_found("base/name.cc:6: output belongs in main.cc")

    def test_allows_output_in_main(self):
        self.tree.write("server/main.cc", "int main() { std::cout << 1; }\n")
        self.tree.write("server/CMakeLists.txt", "kiertoon_program(NAME kiertoon-server SOURCES main.cc)\n")
        self.assertEqual(list(check_style.violations(self.tree.root)), [])

    def test_finds_glob(self):
        self.tree.append("base/CMakeLists.txt", "file(GLOB sources *.cc)\n")
        self.assert_found("base/CMakeLists.txt:2: ", "GLOB")

    def test_finds_a_test_that_cmake_does_not_name(self):
        self.tree.write("tests/base/name_test.cc", "TEST(Name, IsGiven) {}\n")
        self.tree.write("tests/CMakeLists.txt", "# base/name_test.cc\nkiertoon_test(NAME a SOURCES base/my_name_test.cc)\n")
        self.assert_found("tests/base/name_test.cc:1: no CMakeLists.txt names this file")

    def test_finds_a_test_that_is_switched_off(self):
        for line in ("// TEST(Name, IsGiven) {}", "TEST(Name, DISABLED_IsGiven) {}"):
            with self.subTest(line):
                self.tree.write("base/name.cc", GOOD_SOURCE + line + "\n")
                self.assert_found("base/name.cc:6: a test runs or is removed")

    def test_finds_long_files(self):
        self.tree.append("base/name.cc", "int x;\n" * 400)
        self.assert_found("base/name.cc:405: 405 lines")

    def test_finds_includes_that_do_not_start_at_the_root(self):
        self.tree.append("base/name.cc", '#include "name.h"\n')
        self.assert_found("base/name.cc:6: ", "repository's root")

    def test_finds_a_header_without_a_guard(self):
        self.tree.write("base/name.h", "int x;\n")
        self.assert_found("base/name.h:1: ", "#pragma once")


class LayersTest(unittest.TestCase):
    def setUp(self):
        self.tree = Tree()
        self.addCleanup(self.tree.folder.cleanup)

    def assert_found(self, part):
        found = list(check_layers.violations(self.tree.root))
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0])

    def test_leaves_a_good_tree_alone(self):
        self.tree.write("search/index.cc", '#include <xapian.h>\n#include "base/name.h"\n')
        self.tree.write("analysis/snowball.cc", "#include <xapian.h>\n")
        self.assertEqual(list(check_layers.violations(self.tree.root)), [])

    def test_finds_an_include_upwards(self):
        self.tree.append("base/name.cc", '#include "search/deed/deed.h"\n')
        self.assert_found("base/name.cc:6: base must not include search/deed/deed.h")

    def test_finds_programs_that_see_each_other(self):
        self.tree.write("server/routes.cc", '#include "indexer/source.h"\n')
        self.assert_found("server/routes.cc:1: server must not include indexer/source.h")

    def test_finds_a_library_outside_its_layer(self):
        self.tree.write("server/routes.cc", "#include <xapian.h>\n")
        self.assert_found("server/routes.cc:1: xapian.h belongs to")

    def test_finds_raptor_outside_the_indexer(self):
        self.tree.write("indexer/rdf_reader.cc", "#include <raptor2.h>\n")
        self.tree.write("analysis/thesaurus.cc", "#include <raptor2.h>\n")
        self.assert_found("analysis/thesaurus.cc:1: raptor2.h belongs to indexer")

    def test_finds_a_library_that_comes_with_a_header(self):
        self.tree.write("search/index.h", '#pragma once\n#include "search/database.h"\n')
        self.tree.write("search/database.h", "#pragma once\n#include <xapian.h>\n")
        self.tree.write("server/routes.cc", '#include "search/index.h"\n')
        self.assert_found("server/routes.cc:1: search/index.h brings xapian.h into server (through search/database.h)")


if __name__ == "__main__":
    unittest.main()
