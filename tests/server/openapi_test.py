#!/usr/bin/env python3
"""Checks every answer of a real server, on a real index, against the server's own OpenAPI document.

Usage: openapi_test.py SERVER INDEXER

Fails when an answer has a field, a status, a content type or a header that the document does not have, when the server takes
a parameter the document does not name, and when the document names one that no request here uses.
"""
import base64
import hashlib
import json
import pathlib
import re
import sys
import unittest
import urllib.parse

import jsonschema

import running_server
from openapi_requests import BAD, GOOD

SERVER, INDEXER = sys.argv[1:3]
# What 4XX and 5XX of the document stand for, as its descriptions say.
RANGES = {"4XX": {405, 411, 413, 414, 415, 431}, "5XX": {500, 501, 503}}


def encoded(query):
    """The query with what HTTP must not contain escaped; escapes that are there already stay."""
    return urllib.parse.quote(query, safe="=&%:,.*?()\"")


class Document:
    """The OpenAPI document, and what it allows."""

    def __init__(self, text):
        self.json = json.loads(text)
        self.resolver = jsonschema.RefResolver.from_schema(self.json)

    def resolve(self, node):
        while "$ref" in node:
            node = self.resolver.resolve(node["$ref"])[1]
        return node

    def path_of(self, path):
        """The path of the document that `path` is an instance of."""
        if path in self.json["paths"]:
            return path
        for template in self.json["paths"]:
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                return template
        return None

    def parameters(self, path, place):
        operation = self.json["paths"][path]["get"]
        found = [self.resolve(one) for one in operation.get("parameters", [])]
        return {one["name"]: one for one in found if one["in"] == place}

    def response(self, path, status, method="get"):
        responses = self.json["paths"][path][method]["responses"]
        if str(status) in responses:
            return self.resolve(responses[str(status)])
        for name, statuses in RANGES.items():
            if status in statuses and name in responses:
                return self.resolve(responses[name])
        raise AssertionError(f"{path} answers {status}, which the document does not have")

    def validate(self, schema, value):
        jsonschema.Draft202012Validator(schema, resolver=self.resolver,
                                        format_checker=jsonschema.FormatChecker()).validate(value)

    def check(self, path, status, headers, body, method="get"):
        """Raises when an answer is not as the document says."""
        response = self.response(path, status, method)
        for name, header in response.get("headers", {}).items():
            header = self.resolve(header)
            if header.get("required") and name not in headers:
                raise AssertionError(f"{path} {status}: the header {name} is missing")
            if name in headers:
                self.validate(header["schema"], headers[name])
        content = response.get("content", {})
        if not content:
            if body:
                raise AssertionError(f"{path} {status}: a body the document does not have")
            return
        if headers["Content-Type"] not in content:
            raise AssertionError(f"{path} {status}: undocumented content type {headers['Content-Type']}")
        media = content[headers["Content-Type"]]
        is_json = "json" in headers["Content-Type"]
        self.validate(media["schema"], json.loads(body) if is_json else body.decode())


class OpenApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = running_server.temporary_folder()
        cls.index = cls.folder.name + "/index"
        deeds = running_server.source_folder() / "data" / "deeds" / "examples.jsonl"
        running_server.build_index(INDEXER, str(deeds), cls.index)
        cls.data = str(running_server.data_folder(cls.folder.name + "/data"))
        cls.server = running_server.RunningServer(SERVER, cls.index, "--data", cls.data).__enter__()
        cls.document = Document(cls.server.ask("/openapi.json")[2])

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()
        cls.folder.cleanup()

    def ask(self, path, query="", **more):
        target = path + ("?" + encoded(query) if query else "")
        status, headers, body = self.server.ask(target, **more)
        if more.get("method", "GET") == "GET":
            with self.subTest(target=target):
                template = self.document.path_of(path)
                if template:
                    self.document.check(template, status, headers, body)
                else:
                    self.assertEqual(status, 404)
                    self.document.validate({"$ref": "#/components/schemas/Problem"}, json.loads(body))
        return status, headers, body

    def test_the_document_is_sound(self):
        def walk(node):
            if isinstance(node, dict):
                if "$ref" in node:
                    self.document.resolver.resolve(node["$ref"])
                if node.get("type") == "object" and "properties" in node:
                    self.assertIs(node.get("additionalProperties"), False, node)
                if "example" in node and "schema" in node:
                    self.document.validate(node["schema"], node["example"])
                for value in node.values():
                    walk(value)
            elif isinstance(node, list):
                for value in node:
                    walk(value)

        walk(self.document.json)
        for schema in self.document.json["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)
        self.assertTrue(self.document.json["openapi"].startswith("3.1"))

    def test_good_requests(self):
        for path, queries in GOOD.items():
            for query in queries:
                with self.subTest(path=path, query=query):
                    self.assertEqual(self.ask(path, query)[0], 200)

    def test_bad_requests(self):
        for path, queries in BAD.items():
            for query in queries:
                with self.subTest(path=path, query=query):
                    status, headers, body = self.ask(path, query)
                    self.assertEqual(status, 400)
                    self.assertEqual(headers["Cache-Control"], "no-store")
                    self.assertEqual(json.loads(body)["status"], 400)

    def test_every_documented_parameter_is_used_and_no_other_is_taken(self):
        for path in ("/api/v1/deeds", "/api/v1/briefings", "/api/v1/statistics", "/api/v1/vocabulary", "/api/v1/analyze",
                     "/feeds/search.atom", "/opensearch.xml"):
            documented = set(self.document.parameters(path, "query"))
            used = {pair.split("=")[0] for query in GOOD[path] for pair in query.split("&") if pair}
            self.assertEqual(documented, used, path)
            self.assertEqual(self.ask(path, "undocumented=1")[0], 400)

    def test_good_values_fit_the_schema_and_the_refused_do_not(self):
        for path in ("/api/v1/deeds", "/api/v1/briefings", "/api/v1/statistics", "/api/v1/analyze", "/feeds/search.atom", "/opensearch.xml"):
            documented = self.document.parameters(path, "query")
            for query in GOOD[path]:
                for name, values in urllib.parse.parse_qs(query.replace("+", "%2B")).items():
                    self.document.validate(documented[name]["schema"], self.typed(documented[name], values))

    @staticmethod
    def typed(parameter, values):
        """Values as the schema of the parameter sees them."""
        kind = parameter["schema"].get("type")
        if kind == "array":
            return values if parameter.get("explode") else values[0].split(",")
        return {"integer": int, "number": float, "boolean": json.loads}.get(kind, str)(values[0])

    def test_every_deed_of_the_index(self):
        seen = set()
        page = 1
        while True:
            answer = json.loads(self.ask("/api/v1/deeds", f"per_page=100&page={page}&sort=oldest")[2])
            seen.update(hit["id"] for hit in answer["hits"])
            if page * 100 >= answer["total"]:
                break
            page += 1
        self.assertEqual(len(seen), answer["total"])
        for deed in seen:
            status, _, body = self.ask("/api/v1/deeds/" + deed)
            self.assertEqual(status, 200)
            self.assertNotIn("contacts", json.loads(body))

    def test_facet_counts_agree_with_the_vocabulary(self):
        vocabulary = json.loads(self.ask("/api/v1/vocabulary")[2])
        facets = json.loads(self.ask("/api/v1/deeds", "facets=theme,organisation,year")[2])["facets"]
        for facet, key, name in (("theme", "themes", "slug"), ("organisation", "organisations", "slug"), ("year", "years", "year")):
            counts = {one[name]: one["count"] for one in vocabulary[key] if one["count"]}
            self.assertEqual(counts, {one["value"]: one["count"] for one in facets[facet]})

    def test_statistics_agree_with_the_vocabulary_and_add_up(self):
        vocabulary = json.loads(self.ask("/api/v1/vocabulary")[2])
        tables = json.loads(self.ask("/api/v1/statistics")[2])["tables"]
        for table, key, name in (("deeds_by_theme", "themes", "slug"), ("deeds_by_year", "years", "year")):
            counts = {one[name]: one["count"] for one in vocabulary[key] if one["count"]}
            self.assertEqual(counts, {one["value"]: one["count"] for one in tables[table]["rows"] if one["count"]})
        for table in filter(None, tables.values()):
            rows = sum(one["count"] for one in table["rows"])
            self.assertEqual(rows + table["without"]["count"] - table["counted_again"]["count"], table["total"]["count"])

    def test_statistics_in_the_form_accepted(self):
        for accept, kind in (("text/csv", "text/csv; charset=utf-8"), ("*/*", "application/json")):
            _, headers, _ = self.ask("/api/v1/statistics", "year=2021", headers={"Accept": accept})
            self.assertEqual(headers["Content-Type"], kind)

    def post_briefing(self, body, query="", accept="*/*"):
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        status, headers, answer = self.server.ask("/api/v1/briefings" + query, method="POST", body=raw, headers={"Accept": accept})
        self.document.check("/api/v1/briefings", status, headers, answer, "post")
        return status, headers, answer

    def test_posted_briefings(self):
        schema = {"$ref": "#/components/schemas/BriefingBody"}
        for body in ({"filters": {"year": "2025"}}, {"filters": {"year": ["2024", "2025"], "theme": "johtaminen"}, "lang": "sv"},
                     {"ids": ["esim-2025-0034", "esim-2025-0225"], "neighbours": 2, "lang": "en"}):
            self.document.validate(schema, body)
            self.assertEqual(self.post_briefing(body)[0], 200)
        for body in (b"", b"[]", b"{", {}, {"ids": []}, {"ids": ["esim-2025-0034"], "filters": {"year": "2025"}}, {"year": "2025"},
                     {"filters": {"year": 2025}}, {"filters": {"theme": ["x"]}}, {"ids": ["esim-2025-0034"], "neighbours": 21}):
            self.assertEqual(self.post_briefing(body)[0], 400, body)
        self.assertEqual(self.post_briefing({"ids": ["nothing"]})[0], 404)
        everything = {"ids": [f"id-{i}" for i in range(1001)]}
        self.assertEqual(self.post_briefing(everything)[0], 400)

    def test_forms_of_a_briefing(self):
        for form, accept in (("json", "application/json"), ("html", "text/html"), ("csv", "text/csv"), ("md", "text/markdown")):
            _, headers, body = self.ask("/api/v1/briefings", "year=2025", headers={"Accept": accept})
            self.assertTrue(headers["Content-Type"].startswith(accept), headers["Content-Type"])
            self.assertEqual(body, self.ask("/api/v1/briefings", "year=2025&format=" + form)[2])
            self.assertEqual(body, self.post_briefing({"filters": {"year": "2025"}}, accept=accept)[2])

    def test_the_style_sheet_of_a_briefing_is_the_one_its_policy_allows(self):
        _, headers, body = self.ask("/api/v1/briefings", "year=2025&format=html")
        style = re.search(rb"<style>(.*?)</style>", body, re.DOTALL).group(1)
        digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
        self.assertIn(f"style-src 'sha256-{digest}';", headers["Content-Security-Policy"])

    def post_similar(self, body, query=""):
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        status, headers, answer = self.server.ask("/api/v1/similar" + query, method="POST", body=raw)
        self.document.check("/api/v1/similar", status, headers, answer, "post")
        return status, answer

    def test_posted_similar(self):
        schema = {"$ref": "#/components/schemas/SimilarBody"}
        longest = {"text": "a" * 65536}
        for body in ({"text": "Kotihoidon sairauspoissaolot kasvavat"}, {"text": "Vi behöver tolk"}, {"text": "🎉\0"}, longest,
                     {"ids": ["esim-2023-0343"]}, {"ids": ["esim-2023-0343", "esim-2022-0043"], "text": "perehdytys"}):
            self.document.validate(schema, body)
            for query in [""] + ["?" + encoded(one) for one in GOOD["/api/v1/deeds/esim-2023-0343/similar"] if one]:
                self.assertEqual(self.post_similar(body, query)[0], 200, query)
        for body in (b"", b"[]", b"{", b'{"text": "\xff"}', {}, {"ids": []}, {"text": " "}, {"text": 1}, {"ids": "a"}, {"ids": [1]},
                     {"text": "a", "limit": 3}, {"text": "a" * 65537}, {"ids": ["a"] * 101}):
            self.assertEqual(self.post_similar(body)[0], 400, str(body)[:100])
        for query in BAD["/api/v1/deeds/esim-2023-0343/similar"]:
            self.assertEqual(self.post_similar({"text": "a"}, "?" + encoded(query))[0], 400, query)
        self.assertEqual(self.post_similar({"ids": ["esim-2023-0343", "nothing"]})[0], 404)
        self.assertEqual(self.post_similar({"text": "a" * 200000})[0], 413)
        self.assertEqual(self.server.ask("/api/v1/similar")[0], 405)

    def test_similar_parameters_are_documented_alike(self):
        path = "/api/v1/deeds/{id}/similar"
        documented = self.document.parameters(path, "query")
        used = {pair.split("=")[0] for query in GOOD["/api/v1/deeds/esim-2023-0343/similar"] for pair in query.split("&") if pair}
        self.assertEqual(set(documented), used)
        posted = [self.document.resolve(one)["name"] for one in self.document.json["paths"]["/api/v1/similar"]["post"]["parameters"]]
        self.assertEqual(set(posted), used)
        for query in GOOD["/api/v1/deeds/esim-2023-0343/similar"]:
            for name, values in urllib.parse.parse_qs(query).items():
                self.document.validate(documented[name]["schema"], self.typed(documented[name], values))

    def test_what_is_not_there(self):
        for path in ("/api/v1/deeds/nothing", "/api/v1/deeds/nothing/similar", "/api/v1/deeds/a b", "/api/v1/deeds/..%2Fx", "/api/v1/deeds/" + "a" * 3000,
                     "/api/v1", "/api/v1/deeds/", "/assets/secret", "/index.html", "/.git/config"):
            self.assertEqual(self.ask(urllib.parse.quote(path, safe="/%"))[0], 404, path)

    def test_statuses_of_the_document_s_ranges(self):
        for path in ("/api/v1/deeds", "/healthz", "/"):
            self.assertEqual(self.ask(path, "q=" + "a" * 9000)[0], 414)
            self.assertEqual(self.ask(path, headers={"X-Long": "a" * 20000})[0], 431)
            self.assertEqual(self.ask(path, headers={"Transfer-Encoding": "chunked"})[0], 411)
            self.assertEqual(self.ask(path, headers={"Content-Length": "999999999"})[0], 413)
            self.assertEqual(self.ask(path, headers={"Content-Encoding": "gzip"}, body=b"x")[0], 415)
            for method in ("POST", "PUT", "DELETE", "PATCH"):
                status, headers, body = self.ask(path, method=method, body=b"{}")
                self.assertEqual(status, 405)
                self.assertEqual(headers["Allow"], "GET, HEAD, OPTIONS")
                self.document.check(path, status, headers, body)
            self.assertEqual(self.ask(path, method="BREW")[0], 501)
            self.assertEqual(self.ask(path, method="OPTIONS")[0], 204)

    def test_caching_and_compression(self):
        for path in ("/api/v1/deeds", "/api/v1/statistics", "/api/v1/vocabulary", "/openapi.json", "/", "/deeds/esim-2023-0343",
                     "/feeds/search.atom"):
            plain = self.ask(path)
            for encoding, suffix in (("gzip", "-gzip"), ("br", "-br")):
                packed = self.ask_raw(path, {"Accept-Encoding": encoding})
                self.assertEqual(packed[1]["Content-Encoding"], encoding)
                self.assertEqual(packed[1]["ETag"], plain[1]["ETag"][:-1] + suffix + '"')
                self.assertLess(len(packed[2]), len(plain[2]))
            for tag in (plain[1]["ETag"], "W/" + plain[1]["ETag"], '"x", ' + plain[1]["ETag"], packed[1]["ETag"], "*"):
                status, headers, _ = self.ask(path, headers={"If-None-Match": tag})
                self.assertEqual(status, 304)
                self.assertNotIn("Content-Length", headers)

    def ask_raw(self, path, headers):
        return self.server.ask(path, headers=headers)

    def test_cross_origin(self):
        for path in ("/api/v1/deeds", "/api/v1/nothing"):
            self.assertEqual(self.ask(path, headers={"Origin": "https://a.example"})[1]["Access-Control-Allow-Origin"], "*")

    def test_the_page_has_a_strict_policy(self):
        policy = self.ask("/")[1]["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)

    def test_pages_of_deeds(self):
        self.assertEqual(self.ask("/deeds/nothing")[0], 404)
        self.assertEqual(self.ask("/deeds/esim-2023-0343", headers={"Host": "a<b>"})[0], 400)
        for accept, language in (("sv-FI,en;q=0.5", b'<html lang="sv">'), ("en", b'<html lang="en">'), ("de", b'<html lang="fi">')):
            status, headers, body = self.ask("/deeds/esim-2023-0343", headers={"Accept-Language": accept})
            self.assertEqual(status, 200)
            self.assertIn(language, body)
        data = json.loads(re.search(rb'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL).group(1))
        self.assertEqual(data["@type"], "Article")
        self.assertRegex(data["@id"], r"^http://127\.0\.0\.1:\d+/deeds/esim-2023-0343$")
        status, headers, _ = self.ask("/deeds/esim-2023-0343", headers={"Accept-Language": "de", "If-None-Match": headers["ETag"]})
        self.assertEqual(status, 304)

    def test_no_page_of_a_deed_shows_contacts(self):
        shipped = running_server.source_folder() / "data" / "deeds" / "examples.jsonl"
        deeds = [json.loads(line) for line in shipped.read_text().splitlines()]
        for deed in [one for one in deeds if one.get("contacts")][:20]:
            body = self.ask("/deeds/" + deed["id"])[2].decode()
            for contact in deed["contacts"]:
                for secret in filter(None, (contact.get("email"), contact.get("phone"))):
                    self.assertNotIn(secret, body)

    def test_the_widget_is_for_all_sites_whatever_is_allowed(self):
        with running_server.RunningServer(SERVER, self.index, "--data", self.data, "--allow-origin", "https://a.example") as server:
            headers = server.ask("/widget/v1/kiertoon.js", headers={"Origin": "https://b.example"})[1]
            self.assertEqual(headers["Access-Control-Allow-Origin"], "*")
            self.assertEqual(headers["Cache-Control"], "public, max-age=3600")
            headers = server.ask("/assets/search-AB12CD34.js", headers={"Origin": "https://b.example"})[1]
            self.assertNotIn("Access-Control-Allow-Origin", headers)
            self.assertEqual(headers["Cache-Control"], "public, max-age=31536000, immutable")

    def test_without_built_pages_the_api_works(self):
        bare = pathlib.Path(self.folder.name) / "bare"
        bare.mkdir()
        for shipped in pathlib.Path(self.data).iterdir():
            if shipped.name != "web":
                (bare / shipped.name).symlink_to(shipped)
        with running_server.RunningServer(SERVER, self.index, "--data", str(bare)) as server:
            status, headers, body = server.ask("/")
            self.document.check("/", status, headers, body)
            self.assertEqual(status, 503)
            self.assertIn(b"script/server", body)
            self.assertEqual(server.ask("/api/v1/deeds")[0], 200)

    def test_contacts_are_shown_only_where_asked_for(self):
        with running_server.RunningServer(SERVER, self.index, "--show-contacts") as server:
            for hit in json.loads(server.ask("/api/v1/deeds?per_page=100")[2])["hits"]:
                status, headers, body = server.ask("/api/v1/deeds/" + hit["id"])
                self.document.check("/api/v1/deeds/{id}", status, headers, body)
                self.assertIn("contacts", json.loads(body))
                self.assertIn("private", headers["Cache-Control"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
