"""A mail server for tests: it really listens (RFC 5321), keeps what it is given, and fails as it is told to."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class MailServer(socketserver.ThreadingTCPServer):
    """Takes mails for everybody but those in `refused`; hangs up on the text of those in `silent`."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.mails: list[tuple[str, bytes]] = []
        self.refused: set[str] = set()
        self.silent: set[str] = set()

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.server_address[1]


class _Talk(socketserver.StreamRequestHandler):
    """One connection."""

    server: MailServer

    def handle(self):
        self.answer("220 here")
        to = ""
        while line := self.rfile.readline().decode().strip():
            verb, _, rest = line.partition(" ")
            match verb.upper():
                case "RCPT":
                    to = rest.partition("<")[2].partition(">")[0]
                    refuses = to in self.server.refused
                    self.answer("550 no such person\x1b[31m" if refuses else "250 go on")
                case "DATA":
                    self.answer("354 go on")
                    text = self.text()
                    if to in self.server.silent:
                        return
                    self.server.mails.append((to, text))
                    self.answer("250 taken")
                case "QUIT":
                    self.answer("221 bye")
                    return
                case _:
                    self.answer("250 go on")

    def text(self) -> bytes:
        """Return a mail as far as the line with a single dot."""
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(lines)

    def answer(self, line: str) -> None:
        """Say a line."""
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a mail server."""
    with MailServer() as found:
        thread = threading.Thread(target=found.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield found
        found.shutdown()
        thread.join()
