"""Holds search and similar deeds to the quality that docs/measurements.md tells of, on collections of real text with
judgements. Usage: collection_quality_test.py KIERTOON_EVAL SOURCE_FOLDER. The collections are not part of the project:
without them (KIERTOON_COLLECTIONS, or shared/collections beside the source tree) the test is skipped."""

import json
import os
import pathlib
import subprocess
import sys
import unittest

SKIPPED = 77  # what CTest reports as a skipped test


def collections_folder(source):
    configured = os.environ.get("KIERTOON_COLLECTIONS")
    return pathlib.Path(configured) if configured else source.parent / "shared" / "collections"


class CollectionQuality(unittest.TestCase):
    program = None
    folder = None

    def quality(self, command, **files):
        arguments = [f"--{name}={self.folder / path}" for name, path in files.items()]
        answer = subprocess.run(
            [self.program, command, "--json", "--repeat=1", *arguments], check=True, capture_output=True, text=True
        )
        return json.loads(answer.stdout)["quality"]

    def search(self, collection):
        names = {"docs": "docs.jsonl", "queries": "queries.jsonl", "qrels": "qrels.tsv"}
        return self.quality("search", **{name: pathlib.Path(collection) / file for name, file in names.items()})

    def test_finds_questions_by_subject(self):
        quality = self.search("kirjastonhoitaja-subjects")
        self.assertGreaterEqual(quality["ndcg_at_10"], 0.59)
        self.assertGreaterEqual(quality["recall_at_100"], 0.80)

    def test_finds_links_by_class(self):
        quality = self.search("makupalat-classes")
        self.assertGreaterEqual(quality["ndcg_at_10"], 0.30)
        self.assertGreaterEqual(quality["recall_at_100"], 0.40)

    def test_finds_similar_questions(self):
        quality = self.quality(
            "similar",
            docs="kirjastonhoitaja-subjects/docs.jsonl",
            queries="kirjastonhoitaja-similar/queries.jsonl",
            qrels="kirjastonhoitaja-similar/qrels.tsv",
        )
        self.assertGreaterEqual(quality["ndcg_at_10"], 0.46)

    def test_finds_links_of_the_same_class(self):
        quality = self.quality(
            "similar", docs="makupalat-classes/docs.jsonl", classes="makupalat-classes/qrels.tsv"
        )
        self.assertGreaterEqual(quality["ndcg_at_10"], 0.22)


if __name__ == "__main__":
    CollectionQuality.program = sys.argv[1]
    CollectionQuality.folder = collections_folder(pathlib.Path(sys.argv[2]))
    if not CollectionQuality.folder.is_dir():
        print(f"skipped: there are no collections in {CollectionQuality.folder}")
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])
