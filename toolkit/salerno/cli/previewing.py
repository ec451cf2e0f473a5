"""`preview`: the pages on this machine alone, built anew whenever something that they show changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
SHOWN = ("preview", "site")
"""The folders of output/ that are served; reports and handouts are not."""
INPUTS = ("source", "locales", "templates", "assets", "salerno.toml")
"""What pages are made from, in a workspace."""
EVENTS = "/-/changes"
_SCRIPT = (
    b"<script>new EventSource('/-/changes').onmessage = (event) =>"
    b" { if (event.data !== 'same') location.reload(); };</script></body>"
)
_PATIENCE = 15.0
"""Seconds after which a waiting browser is told that nothing changed, so that a closed one is noticed."""


class Changes:
    """Counts the builds, and lets others wait for the next one."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0

    def tell(self) -> None:
        """Say that there is something new."""
        with self._condition:
            self._count += 1
            self._condition.notify_all()

    def waited(self, seconds: float) -> bool:
        """Wait for something new; return whether there was any."""
        with self._condition:
            before = self._count
            return self._condition.wait_for(lambda: self._count != before, seconds)


class Handler(SimpleHTTPRequestHandler):
    """Serves output/preview and output/site, and tells pages when they have changed."""

    changes: Changes
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        """Answer a request of this machine; one by another name is a trick of some page on the web."""
        address = urlsplit(self.path)
        if not self._is_local():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "only 127.0.0.1 is served")
        elif address.path == "/":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", "/preview/")
            self.end_headers()
        elif address.path == EVENTS:
            self._stream()
        else:
            self._send(address.path)

    def _is_local(self) -> bool:
        name = (self.headers.get("Host") or "").rpartition(":")[0]
        return name in {HOST, "localhost"}

    def _send(self, address: str) -> None:
        root = Path(self.directory).resolve()
        path = (root / unquote(address).lstrip("/")).resolve()
        if path.is_dir():
            path /= "index.html"
        is_shown = any(path.is_relative_to(root / name) for name in SHOWN)
        if not (is_shown and path.is_file()):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        if address.endswith("/") or path.name in address:
            self._answer(path)
        else:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{address}/")
            self.end_headers()

    def _answer(self, path: Path) -> None:
        data = path.read_bytes()
        kind = self.guess_type(str(path))
        if kind == "text/html":
            kind, data = "text/html; charset=utf-8", data.replace(b"</body>", _SCRIPT, 1)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                is_new = self.changes.waited(_PATIENCE)
                self.wfile.write(b"data: new\n\n" if is_new else b"data: same\n\n")
                self.wfile.flush()
        except OSError:
            return  # the browser has left

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def server_of(output: Path, port: int, changes: Changes) -> ThreadingHTTPServer:
    """Return a server of the pages in a folder `output`, for this machine alone."""
    handler = type("PageHandler", (Handler,), {"changes": changes})
    server = ThreadingHTTPServer((HOST, port), partial(handler, directory=str(output)))
    server.daemon_threads = True
    return server


def rebuilds(root: Path, stop: threading.Event) -> Iterator[set[Path]]:
    """Yield the files of a workspace that changed, in bundles; its output is not among them."""
    from watchfiles import DefaultFilter, watch

    is_input = partial(_is_input, root, DefaultFilter())
    for found in watch(root, watch_filter=is_input, stop_event=stop):
        yield {Path(path) for _, path in found}


def _is_input(root: Path, default: Callable[[Any, str], bool], change: object, path: str) -> bool:
    """Return whether a change matters; what Salerno writes itself in between is a hidden file."""
    parts = Path(path).relative_to(root).parts
    is_ours = bool(parts) and parts[0] in INPUTS and not parts[-1].startswith(".")
    return is_ours and default(change, path)
