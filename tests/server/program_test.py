#!/usr/bin/env python3
"""Tests how kiertoon-server starts, reports and ends.

Usage: program_test.py SERVER INDEXER
"""
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import unittest

import running_server

SERVER, INDEXER = sys.argv[1:3]


def run(*options, env=None):
    """Runs the server to its end, which must come by itself."""
    return subprocess.run([SERVER, *options], capture_output=True, text=True, timeout=30,
                          env={**os.environ, **(env or {})})


class ProgramTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = running_server.temporary_folder()
        cls.path = pathlib.Path(cls.folder.name)
        cls.index = cls.path / "index"
        deeds = running_server.source_folder() / "data" / "deeds" / "examples.jsonl"
        running_server.build_index(INDEXER, str(deeds), str(cls.index))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_help_and_version(self):
        shown = run("--help")
        self.assertEqual(shown.returncode, 0)
        for word in ("--index", "--port", "KIERTOON_PORT", "Examples:", "Exit codes:"):
            self.assertIn(word, shown.stdout)
        self.assertRegex(run("--version").stdout, r"^kiertoon-server \d+\.\d+\.\d+\n$")

    def test_says_one_line_at_start_and_nothing_else(self):
        with running_server.RunningServer(SERVER, self.index) as server:
            server.ask("/api/v1/deeds?q=secretword")
            server.process.terminate()
            out, err = server.process.communicate(timeout=20)
            self.assertEqual((out, err), ("", ""))

    def test_logs_requests_without_what_was_asked(self):
        with running_server.RunningServer(SERVER, self.index, "--log-level", "debug") as server:
            server.ask("/api/v1/deeds?q=secretword")
            server.ask("/api/v1/deeds/secretdeed")
            server.ask("/api/v1/secretpath?q=secretword")
            server.process.terminate()
            err = server.process.communicate(timeout=20)[1]
            self.assertIn("GET /api/v1/deeds 200", err)
            self.assertIn("GET /api/v1/deeds/{id} 404", err)
            self.assertNotIn("secret", err)

    def test_ends_well_by_signals(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with running_server.RunningServer(SERVER, self.index) as server:
                open_connection = socket.create_connection(("127.0.0.1", server.port))
                server.process.send_signal(number)
                self.assertEqual(server.process.wait(timeout=10), 0)
                open_connection.close()

    def test_wrong_options(self):
        for options in ((), ("--index",), ("--index", "i", "--prot", "1"), ("--index", "i", "--port", "99999")):
            ended = run(*options)
            self.assertEqual(ended.returncode, 2, options)
            self.assertTrue(ended.stderr)
            self.assertFalse(ended.stdout)

    def test_no_index(self):
        (self.path / "empty").mkdir()
        (self.path / "foreign").mkdir()
        (self.path / "foreign" / "notes.txt").write_text("not an index")
        (self.path / "file").write_text("not a folder")
        for name in ("missing", "empty", "foreign", "file"):
            ended = run("--index", str(self.path / name), "--port", "0")
            self.assertEqual(ended.returncode, 3, name)
            self.assertIn(name, ended.stderr)
            self.assertEqual(ended.stderr.count("\n"), 1, ended.stderr)
            self.assertFalse(ended.stdout)

    def test_a_broken_index(self):
        broken = self.path / "broken"
        subprocess.run(["cp", "-r", str(self.index), str(broken)], check=True)
        for file in broken.rglob("*"):
            if file.is_file() and file.stat().st_size > 1000:
                file.write_bytes(b"x" * 1000)
        ended = run("--index", str(broken), "--port", "0")
        self.assertEqual(ended.returncode, 3, ended.stderr)
        self.assertTrue(ended.stderr)

    def test_no_data_folder(self):
        ended = run("--index", str(self.index), "--data", str(self.path / "nodata"), "--port", "0")
        self.assertEqual(ended.returncode, 4, ended.stderr)
        self.assertIn("nodata", ended.stderr)

    def test_broken_pages(self):
        data = running_server.data_folder(self.path / "data")
        (data / "web").unlink()
        (data / "web").mkdir()
        (data / "web" / "manifest.json").write_text('{"pages": {"/": "../secret.html"}}')
        ended = run("--index", str(self.index), "--data", str(data), "--port", "0")
        self.assertEqual(ended.returncode, 4, ended.stderr)
        self.assertIn("manifest.json", ended.stderr)
        self.assertIn("../secret.html", ended.stderr)
        self.assertEqual(ended.stderr.count("\n"), 1, ended.stderr)

    def test_port_in_use_or_host_of_another_machine(self):
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = str(other.getsockname()[1])
            ended = run("--index", str(self.index), "--port", port)
            self.assertEqual(ended.returncode, 5, ended.stderr)
            self.assertIn(port, ended.stderr)
            self.assertIn("--port", ended.stderr)
        ended = run("--index", str(self.index), "--host", "192.0.2.1", "--port", "0")
        self.assertEqual(ended.returncode, 5, ended.stderr)

    def test_two_servers_do_not_share_a_port(self):
        with running_server.RunningServer(SERVER, self.index) as server:
            self.assertEqual(run("--index", str(self.index), "--port", str(server.port)).returncode, 5)

    def test_restarts_on_the_port_it_had(self):
        with running_server.RunningServer(SERVER, self.index) as first:
            connection = socket.create_connection(("127.0.0.1", first.port))
            first.process.terminate()
            first.process.wait(timeout=10)
            connection.close()
        with running_server.RunningServer(SERVER, self.index, port=first.port) as second:
            self.assertEqual(second.ask("/healthz")[0], 200)

    def test_configuration_file_and_environment(self):
        config = self.path / "server.toml"
        config.write_text(f'index = "{self.index}"\nallow-origin = ["https://a.example"]\nidle-timeout = "2s"\n')
        process = subprocess.Popen([SERVER, "--config", str(config)], stdout=subprocess.PIPE, text=True,
                                   env={**os.environ, "KIERTOON_PORT": "0"})
        port = int(process.stdout.readline().split(":")[2].split(" ")[0])
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: a\r\nOrigin: https://a.example\r\n\r\n")
        answer = connection.recv(65536).decode()
        self.assertIn("Access-Control-Allow-Origin: https://a.example", answer)
        self.assertIn("Keep-Alive: timeout=2", answer)
        self.assertEqual(json.loads(answer.split("\r\n\r\n")[1])["status"], "ready")
        connection.close()
        process.terminate()
        self.assertEqual(process.wait(timeout=10), 0)
        process.stdout.close()

    def test_a_new_generation_is_taken_into_use_without_a_restart(self):
        growing = self.path / "growing"
        deeds = running_server.source_folder() / "data" / "deeds" / "examples.jsonl"
        half = self.path / "half.jsonl"
        lines = deeds.read_text().splitlines(keepends=True)
        half.write_text("".join(lines[:5]))
        running_server.build_index(INDEXER, str(half), str(growing))
        with running_server.RunningServer(SERVER, growing) as server:
            status, headers, body = server.ask("/api/v1/deeds")
            self.assertEqual(json.loads(body)["total"], 5)
            running_server.build_index(INDEXER, str(deeds), str(growing))
            for _ in range(100):
                status, _, body = server.ask("/api/v1/deeds", headers={"If-None-Match": headers["ETag"]})
                self.assertIn(status, (200, 304))
                if status == 200:
                    break
                subprocess.run(["sleep", "0.1"], check=True)
            self.assertEqual(json.loads(body)["total"], len(lines))


    def test_is_ready_only_while_the_index_is_there(self):
        gone = self.path / "gone"
        subprocess.run(["cp", "-r", str(self.index), str(gone)], check=True)
        with running_server.RunningServer(SERVER, gone) as server:
            self.assertEqual(server.ask("/readyz")[0], 200)
            gone.rename(self.path / "elsewhere")
            status, headers, body = server.ask("/readyz")
            self.assertEqual(status, 503)
            self.assertEqual(headers["Content-Type"], "application/problem+json")
            problem = json.loads(body)
            self.assertEqual((problem["type"], problem["status"]), ("urn:kiertoon:problem:unavailable", 503))
            self.assertNotIn("gone", problem["detail"])
            self.assertEqual(server.ask("/healthz")[0], 200)
            (self.path / "elsewhere").rename(gone)
            self.assertEqual(server.ask("/readyz")[0], 200)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
