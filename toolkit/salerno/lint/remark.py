"""A finding in a source text, and the prose that rules look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salerno.checks import visible
from salerno.model import Finding, Kind, Severity, Translate
from salerno.segmentation import segment

_PROSE = {Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.DEFINITION, Kind.DESCRIPTION}


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says about a piece of an article; the span is in the piece's `source`."""

    piece: Translate
    finding: Finding


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a piece, without its markup; the span is in the piece's `source`."""

    piece: Translate
    text: str
    start: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.start + len(self.text)


def remark(
    piece: Translate, rule: str, severity: Severity, message: str, span: tuple[int, int]
) -> Remark:
    """Return a remark."""
    return Remark(piece, Finding(rule, severity, message, source_span=span))


def text_of(piece: Translate) -> str:
    """Return what a reader sees of a piece, every character in its place."""
    return visible(piece.source, piece.syntax)


def sentences_of(pieces: Sequence[Translate], locale: str) -> Iterator[Sentence]:
    """Yield the sentences of running text: no headings, no cells of tables."""
    for piece in pieces:
        if piece.kind not in _PROSE:
            continue
        start = 0
        for text, space in segment(text_of(piece), locale):
            if any(map(str.isalpha, text)):
                lead = len(text) - len(text.lstrip())
                yield Sentence(piece, text[lead:], start + lead)
            start += len(text) + len(space)
