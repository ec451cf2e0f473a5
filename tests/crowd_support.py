"""A team's server as it really runs, gunicorn beside a keeper, and reviewers who come to it at the same time."""

from __future__ import annotations

import asyncio
import html
import http.client
import io
import json
import os
import re
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from urllib.parse import urlencode

from web_support import PASSWORD

SECONDS = 60
_PEOPLE = """
import json, os, sys
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django_otp.util import random_hex
from salerno.web.people.models.devices import App, sealed
from salerno.web import here
from salerno.web.desk.refresh import refresh
from salerno.web.people.models import Account, Grant
refresh(here.workspace())
made = {}
for name in sys.argv[2:]:
    account = Account(email=f"{name}@example.org", name=name, reviewer=name)
    account.set_password(sys.argv[1])
    account.save()
    Grant.objects.create(account=account, right="clinician")
    made[name] = random_hex()
    App.objects.create(user=account, confirmed=True, name="app", key=sealed(made[name], account.pk))
print(json.dumps(made))
"""


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: Message
    text: str

    def value(self, name):
        """Return what a field of the page holds that is sent without being seen."""
        return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', self.text)[1])


@dataclass
class Reviewer:
    """A reviewer's browser: no more of one than forms and cookies."""

    name: str
    port: int
    key: str = ""
    """Of the second factor, in hexadecimal digits."""
    cookies: dict[str, str] = field(default_factory=dict)
    answers: list[tuple[str, Answer]] = field(default_factory=list)

    async def ask(self, method, path, form=None):
        """Send a request, and return what comes back; OSError if nothing does."""
        body = urlencode(form or {}, doseq=True).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = (
            f"{method} {path} HTTP/1.0\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {cookies}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        async with asyncio.timeout(SECONDS):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            try:
                writer.write(head.encode() + body)
                data = await reader.read()
            finally:
                writer.close()
        answer = self._taken(data)
        self.answers.append((f"{method} {path}", answer))
        return answer

    def _taken(self, data):
        first, _, rest = data.partition(b"\r\n")
        headers, _, text = rest.partition(b"\r\n\r\n")
        if not first.startswith(b"HTTP/1."):
            raise ConnectionError("the server closed the connection")
        found = http.client.parse_headers(io.BytesIO(headers + b"\r\n\r\n"))
        for cookie in found.get_all("Set-Cookie", ()):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(int(first.split()[1]), found, text.decode())

    async def send(self, page, path, form):
        """Send the form of a page."""
        token = page.value("csrfmiddlewaretoken")
        return await self.ask("POST", path, {"csrfmiddlewaretoken": token} | form)

    async def log_in(self):
        """Come in, with a password and the code of an app."""
        from django_otp.oath import totp

        page = await self.ask("GET", "/login/")
        said = {"username": f"{self.name}@example.org", "password": PASSWORD}
        assert (await self.send(page, "/login/", said)).status == 302
        page = await self.ask("GET", "/second-factor/")
        said = {"code": f"{totp(bytes.fromhex(self.key)):06}"}
        assert (await self.send(page, "/second-factor/", said)).status == 302

    async def next_entry(self):
        """Return the address and the page of what waits first, or None if nothing does."""
        found = await self.ask("GET", "/queue/next/")
        path = found.headers["Location"] or ""
        if not path.startswith("/review/"):
            return None if found.status == 302 else (path, found)
        return path, await self.ask("GET", path)

    async def approve(self, path, page):
        """Approve the entry on a page; return its digest and what the server says."""
        digest = page.value("digest")
        form = {"verb": "approve", "digest": digest, "seen": page.value("seen")}
        return digest, await self.send(page, f"{path.partition('?')[0]}decide/", form)


@dataclass
class Team:
    """A running server, and who may come."""

    port: int
    process: subprocess.Popen[bytes]
    reviewers: list[Reviewer]
    log: Path

    def workers(self):
        """Return the process ids of gunicorn's workers."""
        number = self.process.pid
        return set(Path(f"/proc/{number}/task/{number}/children").read_text().split())


@contextmanager
def team(workspace, url, names, folder, *, is_kept=True):
    """Serve a workspace as docs/deploy.md says, with an account for each of these reviewers.

    An empty URL is SQLite. Unless it `is_kept`, no keeper runs beside the workers.
    """
    environment = os.environ | {
        "SALERNO_WORKSPACE": str(workspace.root),
        "SALERNO_DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "salerno.web.settings",
    }
    made = subprocess.run(
        [sys.executable, "-c", _PEOPLE, PASSWORD, *names],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    keys = json.loads(made.stdout)
    log = folder / "server.log"
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listening, log.open("wb") as said:
        port = listening.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "salerno.web.wsgi", "--no-control-socket"]
        command += ["--bind", f"fd://{listening.fileno()}"]
        command += ["--workers", "2", "--threads", "4"]
        keeping = [sys.executable, "-m", "salerno.web", "keep"]
        told = {"env": environment, "stdout": said, "stderr": said}
        server = subprocess.Popen(command, pass_fds=[listening.fileno()], **told)
        processes = [server, *([subprocess.Popen(keeping, **told)] if is_kept else [])]
        try:
            yield Team(port, server, [Reviewer(n, port, keys[n]) for n in names], log)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(SECONDS)
