"""`salerno preview` in a process of its own, and what a browser asks it."""

from __future__ import annotations

import http.client
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import closing, contextmanager

PATIENCE = 60
"""Seconds; a desk may be busy."""


def get(port, path, *, method="GET", **headers):
    """Return status, headers and body of an answer; `Host=""` sends no such header."""
    headers = {"Host": f"127.0.0.1:{port}"} | headers
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with closing(connection):
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


@contextmanager
def listening(port):
    """Give what yields the news that the server tells an open page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with closing(connection):
        connection.request("GET", "/-/changes")
        with closing(connection.getresponse()) as answer:
            yield _news(answer)


def _news(answer):
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


class Running:
    """A preview that runs."""

    def __init__(self, process):
        self.process = process
        self.address = process.stdout.readline().split()[0]
        self.port = int(self.address.split(":")[2].split("/")[0])
        self._lines = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stderr:
            self._lines.put(line.rstrip("\n"))

    def said(self, seconds=PATIENCE):
        """Return the next line on standard error, None if there is none for so long."""
        try:
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            return None

    def get(self, path, **options):
        return get(self.port, path, **options)

    def page(self, path):
        status, _, body = self.get(path)
        assert status == 200
        return body.decode("utf-8")

    def stopped(self):
        """End it as Ctrl-C does; return its status and what it had still to say."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        said = []
        while not self._lines.empty():
            said.append(self._lines.get())
        return status, said


@contextmanager
def previewed(root, *arguments):
    """Run a preview of a workspace; it is ended in any case."""
    command = [sys.executable, "-m", "salerno", "-C", str(root), "preview", "--port", "0"]
    with subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        try:
            yield Running(process)
        finally:
            process.kill()
