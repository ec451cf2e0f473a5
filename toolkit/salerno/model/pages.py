"""Rendered articles."""

from __future__ import annotations

from dataclasses import dataclass

from salerno.model.texts import State


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a rendered article; `anchor` is the same in every locale."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself."""

    title: str = ""
    description: str = ""
    topic: str = ""
    """What lists of articles group it under."""
    reviewed_by: str = ""
    """Who reviewed the source text; shown as reviewer of the original, nowhere else."""
    reading_minutes: int | None = None
    date: str = ""
    """Of the source text, as ISO 8601 (YYYY-MM-DD)."""
    risk: str = ""
    """`critical` or `standard`; empty is the workspace's default."""


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered article: the HTML of its body, not yet sanitised, and what it says of itself."""

    html: str
    metadata: Metadata
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a preview shows on the block of one unit."""

    state: State
    foreign: bool = False
    """Whether the block shows the source text, for want of a target."""
