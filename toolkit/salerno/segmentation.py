"""Sentences inside a unit: what engines and memory work on, while catalogs stay on blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from sentencex import segment as _sentences

from salerno.languages import ancestors, script

_UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Khmr", "Laoo", "Mymr"})
"""Scripts that set no space between sentences."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no UTF-8 has."""


def segment(text: str, locale: str) -> list[tuple[str, str]]:
    """Cut a text into (sentence, white space after it); joining all of it gives the text back."""
    clean = _SURROGATE.sub("\ufffd", text)
    found = [piece for piece in _sentences(ancestors(locale)[-1], clean) if piece]
    ends = list(accumulate(map(len, found), initial=0))
    is_whole = "".join(found) == clean
    pieces = [text[start:end] for start, end in pairwise(ends)] if is_whole else [text]
    return [_split_trailing_space(piece) for piece in pieces]


def _split_trailing_space(piece: str) -> tuple[str, str]:
    words = piece.rstrip()
    return words, piece[len(words) :]


def is_spaced(locale: str) -> bool:
    """Return whether a locale's script sets spaces between words."""
    return script(locale) not in _UNSPACED


def join(sentences: Sequence[tuple[str, str]], locale: str) -> str:
    """Join translated sentences by the rule of the target's script: no space in Chinese or Thai.

    White space that is more than one plain space (a line break, say) is kept in every script.
    """
    if is_spaced(locale):
        return "".join(words + space for words, space in sentences)
    return "".join(words + re.sub(r"^ $", "", space) for words, space in sentences)
