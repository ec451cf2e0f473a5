"""The ledger of one article in one locale: one event a line, appended durably, never rewritten.

Two kinds of damage are told apart. A line that is no JSON was torn by a crash, or by a merge that put
such a line in the middle: it is reported and set aside, and what can be saved of it is. A line that is
JSON but not its own event was edited by somebody: nothing is done with such a ledger. A line that stands
there twice, byte for byte, is one event: a merge in git may leave it so.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from salerno import signing
from salerno.errors import LedgerError, SalernoError
from salerno.model import Event
from salerno.store import files
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Torn:
    """What is left of a line that was not written whole; `line` counts from 1."""

    line: int
    data: bytes
    is_tail: bool = False
    """Whether the file ends in it: then it was never confirmed to anybody."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a ledger holds."""

    events: tuple[Event, ...] = ()
    torn: tuple[Torn, ...] = ()
    is_open: bool = False
    """Whether the last line lacks its end; an event that is whole counts all the same."""


def read(workspace: Workspace, path: Path) -> list[Event]:
    """Return the events in a ledger, in the order of its lines; none if there is no file.

    Raises LedgerError, with the line, for one that somebody edited.
    """
    return list(load(workspace, path).events)


def load(workspace: Workspace, path: Path) -> Ledger:
    """Return all that a ledger holds, torn lines too."""
    return parse(bytes_of(workspace, path), workspace.name(path))


def bytes_of(workspace: Workspace, path: Path) -> bytes:
    """Return what stands in a ledger, nothing if there is no file."""
    return files.read_bytes(workspace.inside(path)) if path.exists() else b""


@lru_cache(maxsize=64)
def parse(data: bytes, name: str) -> Ledger:
    """Return what the bytes of a ledger hold; `name` is what messages call it.

    One command asks for the same ledger several times: the same bytes give the same frozen value.
    """
    events: dict[tuple[str, str | None], Event] = {}
    torn: list[Torn] = []
    lines = data.split(b"\n")
    tail = lines[-1]
    for number, line in enumerate(lines if tail else lines[:-1], 1):
        found, rest = _event(line + b"\n", f"{name}:{number}")
        if found:
            events[found.id, found.signature] = found
        if rest:
            torn.append(Torn(number, rest, is_tail=not found and number == len(lines)))
    return Ledger(tuple(events.values()), tuple(torn), is_open=bool(tail))


def _event(line: bytes, where: str) -> tuple[Event | None, bytes]:
    """Return the event on a line, and what of the line is torn."""
    try:
        return signing.parse(line), b""
    except (ValueError, RecursionError) as error:
        if _is_json(line):
            raise LedgerError(f"no event of a ledger: {error}", where=where) from error
    for start in islice(_starts(line), _MOST_STARTS):
        try:
            return signing.parse(line[start:]), line[:start]
        except (ValueError, RecursionError):
            continue
    return None, line.rstrip(b"\n")


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    except RecursionError:
        return True
    return True


_MOST_STARTS = 100
"""An event has few braces; a line that has thousands is not worth trying each."""


def _starts(line: bytes) -> Iterator[int]:
    """Yield where a whole event may begin behind a torn one, from the end of the line."""
    start = line.rfind(b'{"')
    while start > 0:
        yield start
        start = line.rfind(b'{"', 0, start)


def append(workspace: Workspace, path: Path, events: Sequence[Event]) -> list[Event]:
    """Append events, each on the one before it, and return them once they are on the disk.

    The caller holds the lock, and has sealed them with `place` and signed them.
    """
    with files.disk(path, "append to"):
        workspace.inside(path).parent.mkdir(parents=True, exist_ok=True)
        _append(path, b"".join(signing.line_of(event) for event in events))
        _remember(workspace, path, (events[-1].id,), events[-1].at)
    return list(events)


def take_back(workspace: Workspace, path: Path, events: Sequence[Event]) -> bool:
    """Cut off events that were appended last, and confirmed to nobody: what goes with them cannot be written.

    Returns False, with the file as it is, if somebody has written behind them. The caller holds the lock
    under which they were appended.
    """
    data = b"".join(signing.line_of(event) for event in events)
    with files.disk(path, "cut"), workspace.inside(path).open("r+b") as file:
        end = file.seek(0, os.SEEK_END) - len(data)
        file.seek(max(end, 0))
        if file.read() != data:
            return False
        file.truncate(end)
        os.fsync(file.fileno())
        if not end:
            path.unlink()
            files.sync(path.parent)
    return True


def place(workspace: Workspace, path: Path, events: Sequence[Event]) -> list[Event]:
    """Return events sealed for the end of the ledger; a torn line in it is set aside first.

    `at` is moved up to the parents' where the clock has gone backwards. The caller holds the lock.
    """
    parents, latest = _ends(workspace, path)
    placed: list[Event] = []
    for event in events:
        latest = max(event.at, latest)
        placed.append(signing.seal(event, at=latest, parents=parents))
        parents = (placed[-1].id,)
    return placed


def _ends(workspace: Workspace, path: Path) -> tuple[tuple[str, ...], str]:
    """Return the heads of a ledger and the latest time in it."""
    if remembered := _remembered(workspace, path):
        return remembered
    ledger = load(workspace, path)
    _mend(workspace, path, ledger)
    latest = max((event.at for event in ledger.events), default="")
    return signing.heads(ledger.events), latest


def mend(workspace: Workspace, path: Path) -> tuple[Torn, ...]:
    """Move what is torn to `<slug>.torn`, first there, then out of the ledger; return what it was.

    The caller holds the lock.
    """
    ledger = load(workspace, path)
    _mend(workspace, path, ledger)
    return ledger.torn


def _mend(workspace: Workspace, path: Path, ledger: Ledger) -> None:
    if ledger.torn:
        aside = path.with_suffix(".torn")
        with files.disk(aside, "write"), workspace.inside(aside).open("ab") as torn:
            torn.write(b"".join(piece.data + b"\n" for piece in ledger.torn))
            torn.flush()
            os.fsync(torn.fileno())
    if ledger.torn or ledger.is_open:
        write(workspace, path, ledger.events)


def write(workspace: Workspace, path: Path, events: Sequence[Event]) -> bool:
    """Write a ledger anew, its own events or a union; return whether that changed the file."""
    return files.write(workspace.inside(path), bytes_from(events, workspace.name(path)))


def bytes_from(events: Sequence[Event], name: str) -> bytes:
    """Return events as a ledger holds them; `name` is what messages call it."""
    return b"".join(_line(event, name) for event in events)


def _line(event: Event, name: str) -> bytes:
    """Return an event's line, proved: what is read is written again as it was, or not at all."""
    line = signing.line_of(event)
    with contextlib.suppress(ValueError):
        if signing.parse(line) == event:
            return line
    raise LedgerError(f"event {event.id[:12]} holds what an event has not", where=name)


def _append(path: Path, data: bytes) -> None:
    is_new = not path.exists()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)
    try:
        end = os.fstat(descriptor).st_size
        try:
            _write_all(descriptor, data, end)
        except OSError:
            os.ftruncate(descriptor, end)
            raise
    finally:
        os.close(descriptor)
    if is_new:
        files.sync(path.parent)


def _write_all(descriptor: int, data: bytes, offset: int) -> None:
    written = 0
    while written < len(data):
        written += os.pwrite(descriptor, data[written:], offset + written)
    os.fsync(descriptor)


def _memo(workspace: Workspace, path: Path) -> Path:
    relative = path.relative_to(workspace.root / "locales")
    return workspace.root / ".salerno" / "cache" / "heads" / relative


def _stamp(path: Path) -> list[int]:
    known = path.stat()
    return [known.st_ino, known.st_size, known.st_mtime_ns]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells whether a file was touched."""

    inode: int
    size: int
    """Bytes."""
    modified: int
    """Nanoseconds."""


def stamps(workspace: Workspace, locale: str) -> dict[str, Stamp]:
    """Return the stamps of all ledgers of a locale, by article, without reading any."""
    folder = workspace.ledger("", locale).parent
    if not folder.is_dir():
        return {}
    found = {}
    with files.disk(folder, "list"), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".jsonl") and entry.is_file():
                known = entry.stat()
                stamp = Stamp(known.st_ino, known.st_size, known.st_mtime_ns)
                found[entry.name.removesuffix(".jsonl")] = stamp
    return found


def _remember(workspace: Workspace, path: Path, heads: tuple[str, ...], latest: str) -> None:
    """Note where the ledger ends, so that the next append need not read it all.

    The events are on the disk by now: a note that cannot be written is none, and no error.
    """
    memo = _memo(workspace, path)
    with contextlib.suppress(OSError):
        memo.parent.mkdir(parents=True, exist_ok=True)
        memo.write_text(json.dumps({"stamp": _stamp(path), "heads": heads, "latest": latest}))


def _remembered(workspace: Workspace, path: Path) -> tuple[tuple[str, ...], str] | None:
    """Return what was noted, if the file is the very one that it was noted of."""
    try:
        noted = json.loads(files.read_bytes(_memo(workspace, path)))
        if noted["stamp"] == _stamp(path):
            return tuple(noted["heads"]), str(noted["latest"])
    except (SalernoError, OSError, ValueError, KeyError, TypeError):
        pass
    return None
