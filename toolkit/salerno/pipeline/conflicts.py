"""What two clones made of one thing differently, and what a person decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Whose version."""

    OURS = "ours"
    """What stands in this clone."""
    THEIRS = "theirs"
    """What the remote has."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one side says: the targets of an entry, or the text of a file as its only target."""

    targets: tuple[str, ...]
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """What no rule can decide; until somebody does, nothing of the remote's comes in."""

    id: str
    """The same as long as both versions are; a choice holds for exactly these."""
    file: str
    """Relative to the workspace, with slashes."""
    what: str
    article: str = ""
    locale: str = ""
    key: str = ""
    """KEY of the entry, or the id of the reviewer; empty for a file as a whole."""
    context: str | None = None
    source: str = ""
    source_plural: str | None = None
    base: Version | None = None
    """What both came from; None if it was not there, or is no text to show. So the next two."""
    ours: Version | None = None
    theirs: Version | None = None
    sides: tuple[Side, ...] = (Side.OURS, Side.THEIRS)
    """Which may be chosen; where none may, somebody has to look with git."""
    takes_text: bool = False
    """Whether a text of one's own may be chosen instead."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody decided about a conflict: a side, or targets of their own."""

    conflict: str
    side: Side | None = None
    targets: tuple[str, ...] = ()
