"""A text as tables of words are written, with the way back to where each letter stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from salerno.words.cutting import sign_matches

_ORNAMENTS = re.compile("[\u0640\u064b-\u0652]")
"""Arabic vowel signs and the stretching stroke, which are written or not."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as tables of words are written, with the way back to where each letter stood.

    In NFC, case folded, without Arabic's vowel signs, with straight apostrophes.
    """

    text: str
    _spans: tuple[tuple[int, int], ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the folded text stands in the text itself; it is not empty."""
        if self._spans is None:
            return start, end
        return self._spans[start][0], self._spans[end - 1][1]


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """Return a text folded; the same one is asked for by each that looks for words."""
    folded = text.casefold()
    is_plain = unicodedata.is_normalized("NFC", folded) and not _ORNAMENTS.search(folded)
    if is_plain and len(folded) == len(text):
        return Folded(_straight(folded))
    pieces, spans = [], []
    for match in sign_matches(text):
        piece = _folded_sign(match.group())
        pieces.append(piece)
        spans += [match.span()] * len(piece)
    return Folded(_straight("".join(pieces)), tuple(spans))


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    return unicodedata.normalize("NFC", _ORNAMENTS.sub("", sign.casefold()))


def _straight(text: str) -> str:
    return text.replace("’", "'")
