"""Acronyms that nobody says what they stand for: each language has its own, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salerno.lint.remark import Remark, remark, text_of
from salerno.model import Severity, Translate

_ACRONYM = re.compile(r"(?<![\w@#/&.'’-])([A-Z](?:[A-Z0-9]|-(?=[A-Z0-9])){1,9})(s?)(?![\w@/’'-])")
_KNOWN = frozenset(["AM", "PM", "OK", "US", "USA", "UK", "EU", "UN", "TV", "ID", "PDF", "A4", "A5"])
_STRESSED = frozenset(
    [
        "ALL",
        "ALWAYS",
        "AND",
        "ANY",
        "AT",
        "BEFORE",
        "CALL",
        "DO",
        "DO-NOT",
        "EVERY",
        "IF",
        "IMPORTANT",
        "IN",
        "IS",
        "MUST",
        "NEVER",
        "NO",
        "NOT",
        "NOW",
        "OF",
        "ON",
        "ONE",
        "ONLY",
        "OR",
        "STOP",
        "THE",
        "TO",
        "TWO",
        "WARNING",
        "WITH",
        "YOU",
        "YOUR",
    ]
)
"""Words that writers put in capitals so that nobody misses them."""
_ROMAN = re.compile(r"[IVX]+")
_UNITS = frozenset(["IU", "MG", "ML", "KG", "CM", "MM", "KCAL"])
_SHOUT = 0.8
"""Of the letters of a piece: then it is a heading in capitals, and no acronym stands out."""


def remarks(pieces: Sequence[Translate], _locale: str) -> Iterator[Remark]:
    """Yield each acronym where it first stands, unless it is explained there: `ABC (words)`, `words (ABC)`."""
    texts = [(piece, text_of(piece)) for piece in pieces]
    seen: set[str] = set()
    for piece, text in texts:
        if _is_shouted(text):
            continue
        for match in _ACRONYM.finditer(text):
            name = match[1]
            if (
                name in seen
                or name in _KNOWN
                or name in _UNITS | _STRESSED
                or _ROMAN.fullmatch(name)
            ):
                continue
            seen.add(name)
            if not _is_explained(text, match):
                message = (
                    f"{name} is not explained where it first stands; write it out, then ({name})"
                )
                yield remark(piece, "acronym", Severity.MINOR, message, match.span())


def _is_explained(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    is_in_brackets = before.endswith("(") and after.startswith(")") and bool(before[:-1].strip())
    return is_in_brackets or bool(re.match(r"\s{1,9}\([^()]*[a-z]", after))


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > _SHOUT * len(letters)
