"""What became of a text's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    TAKEN_OUT = "taken-out"
    PUT_IN = "put-in"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a difference between two texts, never empty.

    All that was kept or taken out, joined, is the text before; all that was kept or put in, the text after.
    """

    fate: Fate
    text: str


Difference = tuple[Stretch, ...]
"""In the order of reading; what took the place of something follows it."""
