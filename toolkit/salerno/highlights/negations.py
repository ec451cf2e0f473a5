"""Finds the words that turn a sentence round: losing one of them turns advice into harm."""

from __future__ import annotations

from collections.abc import Iterator

from salerno.checks.negation import cues, knows
from salerno.review import NEGATION

__all__ = ["knows", "negations"]


def negations(text: str, locale: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says no, in order; that it says so rightly only a reader can tell."""
    language = locale.partition("-")[0]
    if language == "en":
        yield from (match.span() for match in NEGATION.finditer(text))
    else:
        yield from cues(text, language)
