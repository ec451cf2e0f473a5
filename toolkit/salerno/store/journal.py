"""What a command is about to write to ledger and catalog, so that a killed one can be finished.

An approval is an event and then a change of the catalog. Were a command killed between the two, nobody
could tell its half-done work from an entry that a translator marked fuzzy on purpose. A sign-off changes
no catalog; it stands here so that the next command can say whether it was recorded.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from salerno.errors import SalernoError
from salerno.model import Entry, Previous
from salerno.store import files
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Form:
    """What a decision may change of an entry."""

    targets: tuple[str, ...]
    fuzzy: bool
    previous: tuple[str | None, str | None, str | None] | None
    comment: str

    @classmethod
    def of(cls, entry: Entry) -> Form:
        """Return the form that an entry has."""
        was = entry.previous
        previous = (was.source, was.context, was.source_plural) if was else None
        return cls(entry.targets, entry.fuzzy, previous, entry.comment)

    def given_to(self, entry: Entry) -> Entry:
        """Return the entry in this form."""
        return replace(
            entry,
            targets=self.targets,
            fuzzy=self.fuzzy,
            previous=Previous(*self.previous) if self.previous else None,
            comment=self.comment,
        )


@dataclass(frozen=True, slots=True)
class Step:
    """One entry that changes with one event."""

    event: str
    context: str | None
    source: str
    before: Form
    after: Form

    def done(self, entry: Entry) -> Entry:
        """Return the entry with the step done, or as it is if somebody changed it meanwhile."""
        return self.after.given_to(entry) if Form.of(entry) == self.before else entry


@dataclass(frozen=True, slots=True)
class Journal:
    """What is being written; the ledger and the catalog are of one article in one locale."""

    article: str
    locale: str
    events: tuple[str, ...]
    """Ids of all events that were to be written."""
    steps: tuple[Step, ...]


def _path(workspace: Workspace) -> Path:
    return workspace.root / ".salerno" / "journal.json"


def begin(workspace: Workspace, journal: Journal) -> None:
    """Note what is going to be written; the caller holds the lock."""
    files.write(_path(workspace), json.dumps(asdict(journal), ensure_ascii=False).encode("utf-8"))


def end(workspace: Workspace) -> None:
    """Note that all of it is written."""
    path = _path(workspace)
    with files.disk(path, "remove"):
        path.unlink(missing_ok=True)


def is_open(workspace: Workspace) -> bool:
    """Return whether a command was stopped before its end."""
    return _path(workspace).exists()


def read(workspace: Workspace) -> Journal | None:
    """Return what a stopped command was writing; None if the note of it is damaged."""
    try:
        value = json.loads(files.read_bytes(_path(workspace)))
        return Journal(
            str(value["article"]),
            str(value["locale"]),
            tuple(map(str, value["events"])),
            tuple(map(_step, value["steps"])),
        )
    except (SalernoError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _step(value: dict[str, Any]) -> Step:
    return Step(
        value["event"],
        value["context"],
        value["source"],
        _form(value["before"]),
        _form(value["after"]),
    )


def _form(value: dict[str, Any]) -> Form:
    previous = value["previous"]
    if previous:
        source, context, source_plural = previous
        previous = (source, context, source_plural)
    return Form(tuple(value["targets"]), value["fuzzy"], previous or None, value["comment"])
