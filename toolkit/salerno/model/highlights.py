"""What of a text a reviewer should look at twice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from salerno.model.findings import Finding


class Cue(StrEnum):
    """Why a stretch of text is highlighted, what could hurt a patient first."""

    FINDING = "finding"
    QUANTITY = "quantity"
    NEGATION = "negation"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of a text, [start, end) in code points, never empty."""

    start: int
    end: int
    cue: Cue
    value: str = ""
    """Of a quantity: what it comes to, in plain digits (`2.5`); several with a space (`8 30`)."""
    unit: str = ""
    """Of a quantity: CLDR's name, the same in every language (`milligram`, `milligram/kilogram`)."""
    finding: Finding | None = None
    """Of a finding: all of it, with its check and severity."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text under the same highlights, never empty; joined, segments are the text."""

    text: str
    highlights: tuple[Highlight, ...] = ()
    """In the order of `Cue`, and findings the worst first."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Why it is highlighted, each reason once."""
        return tuple(dict.fromkeys(highlight.cue for highlight in self.highlights))


Segments = tuple[Segment, ...]
