"""Articles, units and catalogs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum

from salerno.model.canonical import canonical_texts

SITE = "site"
"""The reserved slug of the page chrome, which is an article too."""


class Kind(StrEnum):
    """What a unit is in its article; the word stands in the catalog's `#.` comment."""

    TITLE = "title"
    DESCRIPTION = "description"
    TOPIC = "topic"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    TERM = "term"
    DEFINITION = "definition"
    IMAGE = "image"
    LABEL = "label"
    LINK_TITLE = "link title"
    MESSAGE = "message"


class Syntax(StrEnum):
    """How the inline markup of a unit is written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


class State(StrEnum):
    """How far an entry has come; computed, never stored (see `review.state_of`)."""

    MISSING = "missing"
    STALE = "stale"
    DRAFT = "draft"
    REJECTED = "rejected"
    APPROVED = "approved"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Keep:
    """A span of an article that every language shares, byte for byte."""

    text: str


@dataclass(frozen=True, slots=True)
class Translate:
    """A span of an article that is one message.

    Joining the `text` of all pieces of an article gives the article back.
    """

    text: str
    """The span as it stands in the article, line breaks and all."""
    source: str
    """The msgid: the block's inline source, line-wrapping folded to spaces."""
    kind: Kind
    syntax: Syntax
    line: int
    """Where the span starts, counted from 1."""
    slot: str = ""
    """How a target has to be written to fit in here; the format alone knows its words."""
    continuation: str = "\n"
    """What starts every further line of a target in here: a line break, and `> ` in a quote."""
    path: tuple[str, ...] = ()
    """The headings above, outermost first."""
    context: str | None = None
    notes: tuple[str, ...] = ()


Piece = Keep | Translate


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file of the workspace; `file` is relative and written with slashes."""

    file: str
    line: int

    def __str__(self) -> str:
        """Return `file:line`."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Unit:
    """One message of an article; the same text twice is one unit unless its context differs."""

    source: str
    context: str | None = None
    source_plural: str | None = None
    kind: Kind = Kind.PARAGRAPH
    """Only the article knows `kind` and `syntax`: a unit read from a catalog has the defaults."""
    syntax: Syntax = Syntax.PLAIN
    where: tuple[Place, ...] = ()
    comments: tuple[str, ...] = ()
    """The `#.` lines: kind and heading path first, then the author's notes."""
    flags: tuple[str, ...] = ()
    """gettext's format flags, such as `python-format`; never `fuzzy`, which is an entry's."""

    @property
    def identity(self) -> tuple[str | None, str]:
        """What gettext tells messages apart by."""
        return (self.context, self.source)

    @property
    def key(self) -> str:
        """The unit's short name, the same in every locale (DESIGN.md, section 8)."""
        text = self.source if self.context is None else f"{self.context}\x04{self.source}"
        return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Previous:
    """The message that a fuzzy target was written for (`#|`)."""

    source: str | None
    context: str | None = None
    source_plural: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit with its target in one locale."""

    unit: Unit
    targets: tuple[str, ...] = ("",)
    """One text, or one for each plural form of the locale."""
    fuzzy: bool = False
    previous: Previous | None = None
    comment: str = ""
    """What translators wrote (`# `), lines joined with LF."""
    line: int = 0
    """Where the entry stands in its catalog; 0 if it was not read from one."""

    @property
    def missing(self) -> bool:
        """Whether the target, or one of its plural forms, is empty."""
        return not (self.targets and all(self.targets))

    def digest(self, article: str, locale: str) -> str:
        """Return what a decision on this very text is bound to (DESIGN.md, section 4).

        Strings count byte for byte: a no-break space or a right-to-left mark makes another digest.
        """
        said = {
            "article": article,
            "context": self.unit.context,
            "locale": locale,
            "source": self.unit.source,
            "source_plural": self.unit.source_plural,
            "targets": self.targets,
        }
        return hashlib.sha256(canonical_texts(said)).hexdigest()


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file: the entries of one article in one locale, in the article's order."""

    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    comment: str = ""
    """What stands above the header entry, lines joined with LF."""
    fuzzy_header: bool = False
    ending: str = ""
    """Comments below the last entry, each line as it was."""

    def header(self, name: str) -> str | None:
        """Return a header field, or None."""
        return dict(self.headers).get(name)

    def without_lines(self) -> Catalog:
        """Return the catalog as it would be were it never read from a file, to compare by."""
        return replace(
            self,
            entries=tuple(replace(entry, line=0) for entry in self.entries),
            obsolete=tuple(replace(entry, line=0) for entry in self.obsolete),
        )
