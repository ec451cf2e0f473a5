"""What the pseudo engines write: words of no language, in which no check finds the words that it knows."""

from __future__ import annotations

from functools import lru_cache

from salerno.checks._text import visible
from salerno.model import Syntax

_ACCENTED = frozenset("åƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ")
_HEBREW = frozenset("אבצדעפגהיךכלמנוףקרסתםשןחטז")
_WRITTEN_IN_HEBREW = frozenset({"he", "yi"})


@lru_cache(maxsize=8)
def is_make_believe(text: str, syntax: Syntax, language: str) -> bool:
    """Return whether a pseudo engine made all of a text.

    One letter of any other hand, and it has to be looked at like any translation: brackets hide nothing.
    """
    if "⟦" not in text:
        return False
    letters = set(filter(str.isalpha, visible(text, syntax)))
    hebrew = frozenset() if language in _WRITTEN_IN_HEBREW else _HEBREW
    return letters <= _ACCENTED or letters <= hebrew
