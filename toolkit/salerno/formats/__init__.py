"""Article formats: one module each, a pure pair of split and fill, and how it renders.

Two properties hold for every format: joining the text of all pieces gives the article back byte for
byte, and filling every unit with its own msgid gives the same rendered document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from salerno import plugins
from salerno.model import Document, Keep, Mark, Piece, Translate

Targets = Mapping[tuple[str | None, str], str]
"""Targets by (context, msgid); a unit without a target, or with an empty one, keeps its source."""


class Format(Protocol):
    """What a format module offers; its name is the suffix of its files."""

    def split(self, text: str) -> list[Piece]:
        """Cut an article into pieces; raise ArticleError, with the line, if that cannot be done."""

    def encode(self, piece: Translate, target: str) -> str:
        """Write a target so that it fits into the piece's place and opens no other block there."""

    def render(
        self,
        text: str,
        *,
        source: str = "",
        marks: Sequence[Mark | None] = (),
        anchors: Sequence[str] = (),
    ) -> Document:
        """Return an article as HTML, not yet sanitised.

        `source` is the article that `text` was filled from, if it was; `marks` are for the translatable pieces of `text`, in order; the block of a marked one is
        wrapped in `<span data-salerno="N">`, N counting from 0. `anchors` are the ids of the
        headings, in order; without them they are made from the headings' words.
        """


def names() -> tuple[str, ...]:
    """Return the suffixes of the files that some format reads."""
    return plugins.names("formats")


def load_format(name: str) -> Format:
    """Return the format for files that end in `.name`; raise PluginError if there is none."""
    module: Format = plugins.load("formats", name)
    return module


@lru_cache(maxsize=64)
def rendered(name: str, text: str) -> Document:
    """Return an article in its own words as HTML, not yet sanitised.

    Each of its localizations asks for the same one, several times over.
    """
    return load_format(name).render(text)


@lru_cache(maxsize=64)
def pieces_of(name: str, text: str) -> tuple[Piece, ...]:
    """Return the pieces of an article, which each of its localizations asks for."""
    return tuple(load_format(name).split(text))


def fill(pieces: Sequence[Piece], targets: Targets, form: Format) -> str:
    """Put targets into the places of their units; what has no target stays as it is."""
    return "".join(_filled(piece, targets, form) for piece in pieces)


def _filled(piece: Piece, targets: Targets, form: Format) -> str:
    if isinstance(piece, Keep):
        return piece.text
    target = targets.get((piece.context, piece.source))
    written = form.encode(piece, target) if target else ""
    return written if written.strip() else piece.text
