"""The server of `preview`: previews and site for this machine alone, and news of the builds."""

from __future__ import annotations

import mimetypes
import os
import re
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from salerno.cli.news import Builds, News

HOST = "127.0.0.1"
SHOWN = ("preview", "site")
"""The folders of output/ that are served; reports and handouts are not."""
EVENTS = "/-/changes"
_LOCAL = re.compile(rf"({re.escape(HOST)}|localhost)(:\d{{1,5}})?", re.IGNORECASE)
_PATIENCE = 15.0
"""Seconds after which a waiting browser is written to all the same, so that a closed one is noticed."""
_SLOWEST = 30.0
"""Seconds that a client may take for its request, or to read on."""
_MOST = 100
"""Threads, one a connection; further clients are turned away."""
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_MISSING = (
    b'<!doctype html>\n<html lang="en"><title>Not found</title>\n<body><h1>Not found</h1>\n</body>'
)


class Handler(BaseHTTPRequestHandler):
    """Serves output/preview and output/site, and tells pages how builds went."""

    builds: Builds
    output: Path
    timeout = _SLOWEST

    def do_GET(self) -> None:
        """Answer a request of this machine; one by another name is a trick of some page on the web."""
        address = re.split(r"[?#]", self.path, maxsplit=1)[0]
        hosts = self.headers.get_all("Host") or [""]
        if not (len(hosts) == 1 and _LOCAL.fullmatch(hosts[0])):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "only 127.0.0.1 is served")
        elif address == "/":
            self._redirect("/preview/")
        elif address == EVENTS:
            self._stream()
        else:
            self._send(address)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        self.do_GET()

    def _send(self, address: str) -> None:
        """Send what stands at an address."""
        # Asked for first: a page may be newer than it says, never older.
        seen = self.builds.news.seen
        path = self._found(address)
        if path and path.is_dir() and not address.endswith("/"):
            self._redirect(f"/{quote(path.relative_to(self._root).as_posix())}/")
            return
        data = _read(path, address) if path else None
        if path is None or data is None:
            self._answer(HTTPStatus.NOT_FOUND, "text/html", _followed(_MISSING, seen))
            return
        kind = mimetypes.guess_type(_file(path).name)[0] or "application/octet-stream"
        data = _followed(data, seen) if kind == "text/html" else data
        self._answer(HTTPStatus.OK, kind, data)

    @property
    def _root(self) -> Path:
        return Path(os.path.realpath(self.output))

    def _found(self, address: str) -> Path | None:
        """Return the file or folder that an address names, links and all, if it is one to be shown."""
        try:
            path = Path(os.path.realpath(self._root / unquote(address).lstrip("/")))
            path.stat()
        except (OSError, ValueError):  # too long a name, or one with a NUL
            return None
        return path if any(path.is_relative_to(self._root / shown) for shown in SHOWN) else None

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        is_text = kind.startswith("text/")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self._write(data)

    def _write(self, data: bytes) -> None:
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self) -> None:
        """Tell of the last build and of every further one, until the browser leaves."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        known: News | None = None
        while self.command != "HEAD":
            news = self.builds.after(known, _PATIENCE)
            self.wfile.write(b":\n\n" if news == known else news.event)
            known = news

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def _file(path: Path) -> Path:
    return path / "index.html" if path.is_dir() else path


def _read(path: Path, address: str) -> bytes | None:
    """Return what is in a file, or in the page of a folder; only a folder's address ends with a slash."""
    file = _file(path)
    is_shown = file.is_file() and not file.is_symlink()
    if not is_shown or (file == path and address.endswith("/")):
        return None
    try:
        return file.read_bytes()
    except OSError:
        return None  # a build may put another in its place just now


def _followed(page: bytes, seen: str) -> bytes:
    """Return a page with the script that follows the builds, at the end of what is shown."""
    script = (files("salerno.cli") / "preview.js").read_bytes()
    inserted = b'<script data-seen="%s">\n%s</script>\n' % (seen.encode(), script)
    head, end, rest = page.rpartition(b"</body>")
    return head + inserted + end + rest if end else rest + inserted


class Server(ThreadingHTTPServer):
    """A server that clients neither hold up nor make talk."""

    daemon_threads = True

    def verify_request(self, *_: Any) -> bool:
        """Return whether there is room for another client."""
        return threading.active_count() < _MOST

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that left in the middle, or never reads."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def server_of(output: Path, port: int, builds: Builds) -> Server:
    """Return a server of the pages in a folder `output`, for this machine alone."""
    handler = type("PageHandler", (Handler,), {"builds": builds, "output": output})
    return Server((HOST, port), handler)
