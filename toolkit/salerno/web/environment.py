"""What the server is told by its environment: where the workspace is, and how the team set it up."""

from __future__ import annotations

import datetime as dt
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from salerno.errors import InputError
from salerno.store import files
from salerno.store.workspace import Workspace, find

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"", "0", "false", "no", "off"}
_LOCAL = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mails are handed over: `smtp://user:password@host:587`, or `smtps://…`, `smtp+plain://…`.

    Without a host they are printed (`console:`), for who wants to see them first.
    """

    host: str
    port: int
    user: str = ""
    password: str = ""
    starts_tls: bool = True
    """Whether it is told to encrypt once it is reached (smtp)."""
    is_tls: bool = False
    """Whether it is reached encrypted (smtps)."""


@dataclass(frozen=True, slots=True)
class Environment:
    """How this server runs."""

    workspace: Workspace
    database: str
    """A URL, `postgresql://…`; empty is SQLite in `.salerno/server/`."""
    hosts: tuple[str, ...]
    """The names that it answers to; on its own machine only, unless some are named."""
    is_https: bool
    """Whether readers come by way of HTTPS, so that cookies are kept to it."""
    proxies: int
    """How many proxies stand before it, whose word on a client's address is taken."""
    secret: str
    old_secrets: tuple[str, ...]
    """What it was before; it opens what that one sealed and signed, and nothing new is done with it."""
    mail: MailServer | None
    """None sends no mails."""
    sender: str
    address: str
    """Where readers reach the server, `https://review.example.org`, for links in mails; empty is unknown."""
    mail_at: dt.time
    """From when on the mails of the day go."""
    zone: dt.tzinfo
    """In which it is that time, and that day."""

    @property
    def folder(self) -> Path:
        """Where the server keeps its own files; git ignores it, `clean` spares it."""
        return folder_of(self.workspace)

    @property
    def is_local(self) -> bool:
        """Whether it serves one machine alone."""
        return self.hosts == _LOCAL


def folder_of(workspace: Workspace) -> Path:
    """Return where a workspace's server keeps its own files."""
    return workspace.inside(workspace.root / ".salerno" / "server")


def read(said: Mapping[str, str] = os.environ) -> Environment:
    """Return what the environment says; raise InputError, with the variable, for what cannot be meant."""
    workspace = find(Path(said.get("SALERNO_WORKSPACE") or "."))
    named = tuple(said.get("SALERNO_HOSTS", "").replace(",", " ").split())
    return Environment(
        workspace=workspace,
        database=_database(said),
        hosts=named or _LOCAL,
        is_https=_truth(said, "SALERNO_HTTPS", default=bool(named)),
        proxies=_number(said, "SALERNO_PROXIES"),
        secret=said.get("SALERNO_SECRET_KEY") or _kept_secret(workspace),
        old_secrets=tuple(said.get("SALERNO_OLD_SECRET_KEYS", "").split()),
        mail=_mail(said),
        sender=said.get("SALERNO_MAIL_FROM", "salerno@localhost"),
        address=_address(said),
        mail_at=_time(said),
        zone=_zone(said),
    )


def _database(said: Mapping[str, str]) -> str:
    url = said.get("SALERNO_DATABASE_URL", "")
    if url and not url.startswith(("postgresql://", "postgres://")):
        raise InputError(
            "SALERNO_DATABASE_URL names no PostgreSQL database",
            help="write postgresql://user:password@host/name, or leave it out for SQLite",
        )
    return url


_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


def _mail(said: Mapping[str, str]) -> MailServer | None:
    """Return the mail server; a password may hold any character, written as %40 where it must."""
    url = said.get("SALERNO_MAIL_URL", "")
    if not url:
        return None
    if url == "console:":
        return MailServer("", 0, starts_tls=False)
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        parts, port = urlsplit(""), 0
    if not parts.hostname:
        # What is there is not shown: it may hold a password.
        raise InputError(
            "SALERNO_MAIL_URL names no mail server",
            help="write smtp://user:password@host:587, smtps:// for TLS from the start, "
            "smtp+plain:// without TLS, console: to print mails",
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    starts, is_tls = parts.scheme == "smtp", parts.scheme == "smtps"
    return MailServer(parts.hostname, port, user, password, starts, is_tls)


_ADDRESS = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?/?")


def _address(said: Mapping[str, str]) -> str:
    """Return the server's own address; it stands in headers of mails, so nothing but an address passes."""
    address = said.get("SALERNO_ADDRESS", "")
    if address and not _ADDRESS.fullmatch(address):
        raise InputError(
            f"SALERNO_ADDRESS is {address!r}",
            help="write https://review.example.org, without a path",
        )
    return address.rstrip("/")


def _time(said: Mapping[str, str]) -> dt.time:
    value = said.get("SALERNO_MAIL_AT") or "07:00"
    if not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", value, re.ASCII):
        raise InputError(f"SALERNO_MAIL_AT is {value!r}", help="write a time of day, 07:00")
    return dt.time.fromisoformat(value)


def _zone(said: Mapping[str, str]) -> dt.tzinfo:
    name = said.get("SALERNO_TIME_ZONE") or "UTC"
    if name == "UTC":
        return dt.UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError(
            f"SALERNO_TIME_ZONE is {name!r}", help="write a name such as Europe/Madrid"
        ) from error


def _truth(said: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = said.get(name)
    if value is None:
        return default
    if value.lower() not in _TRUE | _FALSE:
        raise InputError(f"{name} is {value!r}", help="write 1 or 0")
    return value.lower() in _TRUE


def _number(said: Mapping[str, str], name: str) -> int:
    value = said.get(name) or "0"
    if not value.isascii() or not value.isdigit():
        raise InputError(f"{name} is {value!r}", help="write a number")
    return int(value)


def _kept_secret(workspace: Workspace) -> str:
    """Return the key that sessions and links are signed with; the first server makes it."""
    path = folder_of(workspace) / "secret"
    with workspace.lock("server.lock"):
        if not path.exists():
            files.write(path.parent.parent / ".gitignore", b"*\n")
            files.write(path, secrets.token_urlsafe(48).encode("ascii"), mode=0o600)
        return files.read_bytes(path).decode("ascii").strip()
