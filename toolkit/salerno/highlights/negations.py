"""Finds the words that turn a sentence round: losing one of them turns advice into harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from salerno.highlights._negation_words import PATTERNS, PREFIXES, SKIPPED, WORDS
from salerno.review import NEGATION
from salerno.words import Folded, fold

_LETTER = r"\w\u0300-\u036f\u0900-\u0963\u0980-\u09e3"
"""With the vowel signs of Devanagari and Bengali, which are no letters to `\\w`."""


def knows(locale: str) -> bool:
    """Return whether there are cues for the language; where not, no highlight says nothing."""
    return locale.partition("-")[0] in {"en", *WORDS, *PATTERNS}


def negations(text: str, locale: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says no, in order; that it says so rightly only a reader can tell."""
    language = locale.partition("-")[0]
    if language == "en":
        yield from (match.span() for match in NEGATION.finditer(text))
    elif pattern := _pattern(language):
        yield from _matches(pattern, fold(text))


def _matches(pattern: re.Pattern[str], folded: Folded) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(folded.text):
        if match["skipped"] is None:
            yield folded.span(*match.span())


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = [fold(word).text for word in WORDS.get(language, "").split(", ") if word]
    parts = [PATTERNS[language]] if language in PATTERNS else []
    if words:
        ordered = "|".join(map(_bounded, sorted(words, key=len, reverse=True)))
        parts.append(f"(?<![{_LETTER}]){PREFIXES.get(language, '')}(?:{ordered})")
    if not parts:
        return None
    return re.compile("|".join([f"(?P<skipped>{SKIPPED.get(language, '(?!)')})", *parts]))


def _bounded(word: str) -> str:
    """Return a pattern of a word, whose end is a word's end unless it is elided (`n'`)."""
    pattern = re.escape(word).replace(r"\ ", r"\s+")
    return pattern if word.endswith("'") else f"{pattern}(?![{_LETTER}])"
