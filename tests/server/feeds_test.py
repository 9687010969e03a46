#!/usr/bin/env python3
"""Reads pages, feeds and descriptions of a real server, on an index of hostile deeds, with real parsers.

Usage: feeds_test.py SERVER INDEXER
"""
import html.parser
import json
import pathlib
import re
import sys
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree

import running_server

SERVER, INDEXER = sys.argv[1:3]
ATOM = "{http://www.w3.org/2005/Atom}"
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"

EVIL = [
    "<script>alert(1)</script>", "</title></script><!--", "]]></title><entry/>", "\"' onload='x' &amp; &lt;", "\u202e\u2067oikealta\u2066",
    "a\ufffe\uffffb", "x" * 400, "💚\u0301 ä", "{{7*7}} ${x} <!--kiertoon:main--> __KIERTOON_LANG__",
]


def hostile_deeds():
    for number, text in enumerate(EVIL):
        yield {
            "id": f"paha-{number}", "title": text, "summary": text + "\n\n" + text, "published": f"2024-0{number + 1}-01",
            "url": "https://teot.example/?a=%3C&b=%22", "organisations": [{"name": text[:100], "type": "municipality", "role": "lead"}],
            "sections": [{"kind": "results", "text": text + "\n" + "y" * 10000}], "keywords": [text[:60]],
            "contacts": [{"name": "Maija Salainen", "email": "maija@salainen.example"}],
        }


class Page(html.parser.HTMLParser):
    """Tags, texts and data blocks of a page, as a parser sees them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.texts, self.scripts = [], {}, []
        self.open = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.open = tag

    def handle_data(self, data):
        if self.open == "script":
            self.scripts.append(data)
        elif self.open:
            self.texts[self.open] = self.texts.get(self.open, "") + data

    def handle_endtag(self, _):
        self.open = None


class FeedsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = running_server.temporary_folder()
        path = pathlib.Path(cls.folder.name)
        deeds = path / "deeds.jsonl"
        deeds.write_text("".join(json.dumps(deed) + "\n" for deed in hostile_deeds()))
        running_server.build_index(INDEXER, str(deeds), str(path / "index"))
        data = running_server.data_folder(path / "data")
        cls.server = running_server.RunningServer(SERVER, path / "index", "--data", str(data),
                                                  "--public-url", "https://teot.example").__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()
        cls.folder.cleanup()

    def atom(self, query=""):
        status, _, body = self.server.ask("/feeds/search.atom" + query)
        self.assertEqual(status, 200)
        self.assertNotIn(b"salainen", body.lower())
        return ElementTree.fromstring(body)

    def page(self, number):
        status, _, body = self.server.ask(f"/deeds/paha-{number}?lang=en")
        self.assertEqual(status, 200)
        self.assertNotIn(b"salainen", body.lower())
        return Page(body.decode())

    def test_a_feed_has_what_atom_asks_for(self):
        feed = self.atom()
        self.assertEqual(feed.tag, ATOM + "feed")
        entries = feed.findall(ATOM + "entry")
        self.assertEqual([one.find(ATOM + "id").text for one in entries],
                         [f"urn:kiertoon:deed:paha-{i}" for i in reversed(range(len(EVIL)))])
        for one in [feed, *entries]:
            for name in ("id", "title", "updated"):
                self.assertEqual(len(one.findall(ATOM + name)), 1, name)
            self.assertRegex(one.find(ATOM + "updated").text, r"^\d{4}-\d\d-\d\dT00:00:00Z$")
        for one in entries:
            self.assertTrue(one.findall(f"{ATOM}author/{ATOM}name"))
            links = {link.get("rel"): link.get("href") for link in one.findall(ATOM + "link")}
            self.assertEqual(set(links), {"alternate", "via"})
            self.assertTrue(links["alternate"].startswith("https://teot.example/deeds/paha-"))

    def test_a_feed_tells_hostile_texts_as_they_are(self):
        titles = [one.find(ATOM + "title").text for one in self.atom("?sort=oldest").findall(ATOM + "entry")]
        # XML has no way to write U+FFFE and U+FFFF.
        expected = [re.sub("[\ufffe\uffff]", "", text) for text in EVIL]
        self.assertEqual([title.strip() for title in titles], [text.strip() for text in expected])

    def test_a_hostile_query_is_a_feed_too(self):
        for text in [*EVIL, "\0\1\x0b\x1b\u0085\u2028"]:
            feed = self.atom("?q=" + urllib.parse.quote(text))
            self.assertTrue(feed.find(ATOM + "title").text)

    def test_pages_of_hostile_deeds(self):
        shell = {tag for tag, _ in self.page(6).tags} | {"ul", "li"}  # of similar deeds, where there are any
        for number, text in enumerate(EVIL):
            page = self.page(number)
            # No text adds an element or an attribute that the page of a tame deed has not.
            self.assertEqual({tag for tag, _ in page.tags} - shell, set())
            for _, attributes in page.tags:
                self.assertFalse([name for name in attributes if name.startswith("on")])
            self.assertEqual(len(page.scripts), 1)
            self.assertEqual(json.loads(page.scripts[0])["headline"].strip(), text.strip())
            shown = re.sub("[\u202a-\u202e\u2066-\u2069]", "", text).strip()
            self.assertEqual(page.texts["h1"].strip(), shown)
            self.assertEqual(page.tags[0][1]["lang"], "en")

    def test_a_browser_finds_the_search(self):
        status, headers, body = self.server.ask("/opensearch.xml?lang=sv")
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "application/opensearchdescription+xml")
        description = ElementTree.fromstring(body)
        self.assertEqual(description.tag, OPEN_SEARCH + "OpenSearchDescription")
        self.assertLessEqual(len(description.find(OPEN_SEARCH + "ShortName").text), 16)
        for url in description.findall(OPEN_SEARCH + "Url"):
            template = url.get("template").replace("{searchTerms}", "ty%C3%B6")
            self.assertTrue(template.startswith("https://teot.example/"))
            self.assertEqual(self.server.ask(template.removeprefix("https://teot.example"))[0], 200)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
