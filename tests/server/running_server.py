"""Starts kiertoon-server on a real index, for the tests of the program as a whole."""
import http.client
import pathlib
import re
import subprocess
import tempfile


def build_index(indexer, deeds, index):
    """Builds an index of the file `deeds` in the folder `index`."""
    subprocess.run([indexer, "build", "--quiet", "--source", deeds, "--index", index], check=True)


def data_folder(path):
    """Makes a data folder at `path` with the shipped data and, in the place of the built pages, tests/server/web."""
    path = pathlib.Path(path)
    path.mkdir()
    for shipped in (source_folder() / "data").iterdir():
        if shipped.name != "web":
            (path / shipped.name).symlink_to(shipped)
    (path / "web").symlink_to(source_folder() / "tests" / "server" / "web")
    return path


class RunningServer:
    """A server, on a free port unless told, for the length of a `with` block. `extra` are further options."""

    def __init__(self, server, index, *extra, port=0):
        self.command = [server, "--index", str(index), "--port", str(port), *extra]
        self.process = None
        self.first_line = ""
        self.port = 0

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.first_line = self.process.stdout.readline()
        found = re.match(r"kiertoon serves http://127\.0\.0\.1:(\d+) \(\d+ deeds, generation \S+\)\n$",
                         self.first_line)
        if not found:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"unexpected first line {self.first_line!r}: "
                                 f"{self.process.stderr.read()}")
        self.port = int(found.group(1))
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.communicate(timeout=20)

    def ask(self, target, method="GET", headers=None, body=None):
        """Sends one request; returns status, headers and body. `target` goes out as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, "/", skip_host="Host" in (headers or {}), skip_accept_encoding=True)
        # http.client refuses targets a hostile client would send: put ours in its place.
        connection._buffer[0] = f"{method} {target} HTTP/1.1".encode("latin-1")
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response.status, response.headers, content


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="kiertoon-test-")


def source_folder():
    return pathlib.Path(__file__).resolve().parents[2]
