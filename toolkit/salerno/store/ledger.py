"""The ledger of one article in one locale: one event a line, appended durably, never rewritten."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from salerno import signing
from salerno.errors import LedgerError
from salerno.model import Event
from salerno.store import files
from salerno.store.workspace import Workspace


def read(workspace: Workspace, path: Path) -> list[Event]:
    """Return the events in a ledger, in the order of its lines; none if there is no file.

    Raises LedgerError, with the line, for one that is no event. A last line without its LF was torn
    off by a crash before it was confirmed to anybody: it does not count.
    """
    if not path.exists():
        return []
    lines = files.read_bytes(workspace.inside(path)).split(b"\n")[:-1]
    return [_event(line + b"\n", f"{workspace.name(path)}:{n}") for n, line in enumerate(lines, 1)]


def _event(line: bytes, where: str) -> Event:
    try:
        return signing.parse(line)
    except ValueError as error:
        raise LedgerError(f"no event of a ledger: {error}", where=where) from error


def append(workspace: Workspace, path: Path, events: Sequence[Event]) -> list[Event]:
    """Append events, each on the one before it, and return them sealed once they are on the disk.

    `at` is moved up to the parents' where the clock has gone backwards. The caller holds the lock.
    """
    known = read(workspace, path)
    parents, latest = signing.heads(known), max((event.at for event in known), default="")
    sealed: list[Event] = []
    for event in events:
        latest = max(event.at, latest)
        sealed.append(signing.seal(event, at=latest, parents=parents))
        parents = (sealed[-1].id,)
    with files.disk(path, "append to"):
        path.parent.mkdir(parents=True, exist_ok=True)
        _append(path, b"".join(signing.line_of(event) for event in sealed))
    return sealed


def _append(path: Path, data: bytes) -> None:
    """Append at the end of the last whole line; what was torn off goes to `<slug>.torn`."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        end = _whole(descriptor, path)
        try:
            _write_all(descriptor, data, end)
        except OSError:
            os.ftruncate(descriptor, end)
            raise
    finally:
        os.close(descriptor)
    if is_new:
        files.sync_folder(path.parent)


def _whole(descriptor: int, path: Path) -> int:
    """Return where the last whole line ends, with anything behind it moved away."""
    size = os.fstat(descriptor).st_size
    content = os.pread(descriptor, size, 0)
    end = content.rfind(b"\n") + 1
    if end < size:
        with path.with_suffix(".torn").open("ab") as torn:
            torn.write(content[end:] + b"\n")
            torn.flush()
            os.fsync(torn.fileno())
        os.ftruncate(descriptor, end)
    return end


def _write_all(descriptor: int, data: bytes, offset: int) -> None:
    written = 0
    while written < len(data):
        written += os.pwrite(descriptor, data[written:], offset + written)
    os.fsync(descriptor)
