#!/usr/bin/env python3
"""Tests that kiertoon-server takes an operator's thesauri and dictionaries, and says what is wrong with them.

Usage: understanding_program_test.py SERVER INDEXER
"""
import json
import pathlib
import subprocess
import sys
import unittest
import urllib.parse

import running_server

SERVER, INDEXER = sys.argv[1:3]
WRONG_DATA = 4


class UnderstandingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = running_server.temporary_folder()
        cls.path = pathlib.Path(cls.folder.name)
        cls.index = cls.path / "index"
        deed = {"language": "fi", "organisations": [{"name": "Koski Oy", "type": "company", "role": "lead"}],
                "themes": ["johtaminen"], "published": "2024-05-01"}
        deeds = [{**deed, "id": "a", "title": "Kopterin vuoro sujuu"}, {**deed, "id": "b", "title": "Neuvonta auttaa"}]
        cls.file("deeds.jsonl", "".join(json.dumps(one) + "\n" for one in deeds))
        running_server.build_index(INDEXER, str(cls.path / "deeds.jsonl"), str(cls.index))
        (cls.path / "none").mkdir()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def file(cls, name, content):
        path = cls.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        return str(path)

    def search(self, text, *options):
        options = ("--dictionaries", str(self.path / "none"), *options)
        with running_server.RunningServer(SERVER, self.index, *options) as server:
            status, _, body = server.ask("/api/v1/deeds?q=" + urllib.parse.quote(text))
        self.assertEqual(status, 200, body)
        return json.loads(body)

    def refused(self, *options):
        """What the server says when it does not start."""
        ended = subprocess.run([SERVER, "--index", str(self.index), "--port", "0", *options], capture_output=True,
                               text=True, timeout=30)
        self.assertEqual(ended.returncode, WRONG_DATA, ended.stderr)
        self.assertFalse(ended.stdout)
        self.assertEqual(ended.stderr.count("\n"), 1, ended.stderr)
        return ended.stderr

    def test_thesauri_add_to_each_other(self):
        one = self.file("one.tsv", "kopteri\tkopteri | pyörivälento\n")
        two = self.file("two.tsv", "kopteri\thelikkari\tflygtyg\n")
        self.assertEqual(self.search("helikkari")["total"], 0)
        answer = self.search("helikkari", "--thesaurus", one, "--thesaurus", two)
        self.assertEqual([hit["id"] for hit in answer["hits"]], ["a"])
        self.assertEqual(answer["query"]["synonyms"], [{"word": "helikkari", "language": "fi", "as": ["kopteri"]}])
        answer = self.search("flygtyg", "--thesaurus", one, "--thesaurus", two)
        self.assertEqual(answer["query"]["translated"], [{"word": "flygtyg", "language": "sv", "as": ["kopteri"]}])

    def test_the_shipped_thesaurus_stays(self):
        own = self.file("own.tsv", "kopteri\tkopteri | helikkari\n")
        answer = self.search("rådgivning", "--thesaurus", own)
        self.assertEqual([hit["id"] for hit in answer["hits"]], ["b"])
        self.assertEqual(answer["query"]["translated"], [{"word": "rådgivning", "language": "sv", "as": ["neuvonta"]}])

    def test_a_broken_thesaurus_names_file_line_and_value(self):
        broken = (("kopteri\tkopteri\nKopteri\tx\n", 2, '"Kopteri" is not made of'),
                  ("a\tx\n# note\na\ty\n", 3, '"a" is in this file already'),
                  ("kopteri\n", 1, '"kopteri" has no name'),
                  ("kopteri\tkopteri\t\t\tolematon\n", 1, '"olematon" is no concept'),
                  ("kopteri\t...\n", 1, '"..." has no word'))
        for lines, line, value in broken:
            path = self.file("broken.tsv", lines)
            said = self.refused("--thesaurus", path)
            self.assertIn(f"{path}:{line}: ", said)
            self.assertIn(value, said)

    def test_a_missing_thesaurus_is_named(self):
        path = str(self.path / "missing.tsv")
        self.assertIn(path, self.refused("--thesaurus", path))

    def test_a_broken_dictionary_is_named(self):
        self.file("half/freedict-swe-fin.index", "skola\tA\tB\n")
        self.assertIn("freedict-swe-fin", self.refused("--dictionaries", str(self.path / "half")))
        self.file("rubbish/freedict-swe-fin.index", "skola\tA\tB\n")
        self.file("rubbish/freedict-swe-fin.dict.dz", "this is no gzip")
        self.assertIn("freedict-swe-fin", self.refused("--dictionaries", str(self.path / "rubbish")))

    def test_an_absent_folder_of_dictionaries_is_none(self):
        with running_server.RunningServer(SERVER, self.index, "--dictionaries", str(self.path / "absent")) as server:
            status, _, body = server.ask("/api/v1/deeds?q=stolpe")
        self.assertEqual(status, 200)
        self.assertEqual(json.loads(body)["query"]["translated"], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
