"""Sentences inside a unit: what engines and memory work on, while catalogs stay on blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sentencex import segment as _sentences

from salerno.languages import ancestors, script

_UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Khmr", "Laoo", "Mymr"})
"""Scripts that set no space between sentences."""


def segment(text: str, locale: str) -> list[tuple[str, str]]:
    """Cut a text into (sentence, white space after it); joining all of it gives the text back."""
    pieces = [piece for piece in _sentences(ancestors(locale)[-1], text) if piece]
    if "".join(pieces) != text:
        pieces = [text]
    return [_split_trailing_space(piece) for piece in pieces]


def _split_trailing_space(piece: str) -> tuple[str, str]:
    words = piece.rstrip()
    return words, piece[len(words) :]


def join(sentences: Sequence[tuple[str, str]], locale: str) -> str:
    """Join translated sentences by the rule of the target's script: no space in Chinese or Thai.

    White space that is more than one plain space (a line break, say) is kept in every script.
    """
    if script(locale) not in _UNSPACED:
        return "".join(words + space for words, space in sentences)
    return "".join(words + re.sub(r"^ $", "", space) for words, space in sentences)
