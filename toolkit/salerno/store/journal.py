"""What a command is about to write to ledger and catalog, so that a killed one can be finished.

An approval is an event and then a change of the catalog. Were a command killed between the two, nobody
could tell its half-done work from an entry that a translator marked fuzzy on purpose.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from salerno.store import files
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Step:
    """One entry that changes with one event."""

    event: str
    context: str | None
    source: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class Journal:
    """What is being written; the ledger and the catalog are of one article in one locale."""

    article: str
    locale: str
    steps: tuple[Step, ...]


def _path(workspace: Workspace) -> Path:
    return workspace.root / ".salerno" / "journal.json"


def begin(workspace: Workspace, article: str, locale: str, steps: Sequence[Step]) -> None:
    """Note what is going to be written; the caller holds the lock."""
    document = {"article": article, "locale": locale, "steps": [asdict(step) for step in steps]}
    files.write(_path(workspace), json.dumps(document, ensure_ascii=False).encode("utf-8"))


def end(workspace: Workspace) -> None:
    """Note that all of it is written."""
    path = _path(workspace)
    with files.disk(path, "remove"):
        path.unlink(missing_ok=True)


def is_open(workspace: Workspace) -> bool:
    """Return whether a command was stopped before its end."""
    return _path(workspace).exists()


def read(workspace: Workspace) -> Journal | None:
    """Return what a stopped command was writing; None if it did not come far enough to say."""
    try:
        value = json.loads(_path(workspace).read_bytes())
        steps = tuple(
            Step(**step | {"before": tuple(step["before"]), "after": tuple(step["after"])})
            for step in value["steps"]
        )
        return Journal(value["article"], value["locale"], steps)
    except (OSError, ValueError, KeyError, TypeError):
        return None
