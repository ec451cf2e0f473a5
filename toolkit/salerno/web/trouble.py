"""What the machine could not do, told from an error: the database is away, or the disk is full."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import InterfaceError, OperationalError

from salerno.errors import StorageError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_POSTGRES_NO_ROOM = "53100"
"""The code of PostgreSQL's error `disk_full`."""

_SQLITE_REFUSED = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
_ROOM = 1024 * 1024
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong that is nobody's fault who sends a form, and passes once it is mended."""

    title: str
    what: str
    """What happened, and what to do."""


FULL = Trouble(
    "The server's disk is full",
    "It cannot save anything until whoever runs it makes room. Tell them; then do it again.",
)
AWAY = Trouble(
    "The server's database does not answer",
    "It may be starting anew. Wait a minute, and do it again; if this stays so, tell whoever runs the server.",
)
REFUSED = Trouble(
    "The server's disk refuses",
    "It could not read or write a file. Tell whoever runs the server; then do it again.",
)


def trouble_of(error: BaseException | None) -> Trouble | None:
    """Return what the machine could not do, None if an error is about something else."""
    errors = list(_chain(error))
    if any(map(_is_full, errors)):
        return FULL
    if any(map(_is_refused, errors)):
        return REFUSED
    is_away = any(isinstance(each, OperationalError | InterfaceError) for each in errors)
    return AWAY if is_away else None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error, and what it was raised from or met while it was handled."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _NO_ROOM
    if isinstance(error, sqlite3.Error):
        code = _sqlite_code(error)
        return code == sqlite3.SQLITE_FULL or (code in _SQLITE_REFUSED and not _has_room())
    return getattr(error, "sqlstate", "") == _POSTGRES_NO_ROOM


def _is_refused(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return _sqlite_code(error) in _SQLITE_REFUSED
    return isinstance(error, StorageError)


def _sqlite_code(error: sqlite3.Error) -> int:
    """Return what went wrong, without the detail that stands in the higher bits."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _has_room() -> bool:
    """Return whether SQLite could make the files that it needs beside the database: it does not say why it could not."""
    try:
        return shutil.disk_usage(settings.ENVIRONMENT.folder).free >= _ROOM
    except OSError:
        return True
