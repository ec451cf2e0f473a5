"""Finds the words that matter in a text by plain search, which no text can make slow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from salerno.words import Folded, fold

_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千两半]")
_REACH = 16
"""Characters between a word and the number beside it; `more than the usual 5`."""
_LONGEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say one thing, and where they stand in the folded text."""

    kind: str
    start: int
    end: int
    certain: bool = True
    """Whether they say nothing else."""


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    letters: str
    open_before: bool
    open_after: bool
    beside_number: bool
    certain: bool


Lexicon = tuple[tuple[str, _Entry], ...]
"""Entries by their letters, so that a search need not look into them."""


def lexicon(table: Mapping[str, str]) -> Lexicon:
    """Return the phrases of a table by kind, the marks of each (see `_comparison_words`) read."""
    entries = (_entry(kind, phrase) for kind, line in table.items() for phrase in _phrases(line))
    return tuple((entry.letters, entry) for entry in entries)


def _phrases(line: str) -> Iterable[str]:
    return filter(None, line.split(", "))


def _entry(kind: str, phrase: str) -> _Entry:
    certain = not phrase.endswith("?")
    phrase = phrase.removesuffix("?")
    beside = phrase.endswith("#")
    phrase = phrase.removesuffix("#")
    letters = phrase.strip("~")
    return _Entry(
        kind, fold(letters).text, phrase.startswith("~"), phrase.endswith("~"), beside, certain
    )


def find_cues(text: Folded, words: Lexicon, *, spaced: bool, prefixes: str = "") -> list[Cue]:
    """Return what the words of a lexicon say in a text, in order, none within a longer one.

    Where words are `spaced`, one must stand by itself, but for `prefixes` that are written with it.
    """
    letters = text.text
    found = [
        Cue(entry.kind, start, start + len(word), entry.certain)
        for word, entry in words
        if word in letters
        for start in _places(letters, entry, spaced=spaced, prefixes=prefixes)
    ]
    return list(_outermost(found))


def _outermost(cues: list[Cue]) -> Iterator[Cue]:
    reached = -1
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
        if cue.end > reached:
            reached = cue.end
            yield cue


def _places(text: str, entry: _Entry, *, spaced: bool, prefixes: str) -> Iterator[int]:
    start = text.find(entry.letters)
    while start >= 0:
        end = start + len(entry.letters)
        if (not spaced or _is_word(text, start, end, entry, prefixes)) and (
            not entry.beside_number or is_beside_number(text, start, end)
        ):
            yield start
        start = text.find(entry.letters, end)


def _is_word(text: str, start: int, end: int, entry: _Entry, prefixes: str) -> bool:
    if not entry.letters[0].isalnum():
        return True
    ends = entry.open_after or not is_letter(text[end : end + 1])
    return ends and (entry.open_before or begins_word(text, start, prefixes))


def begins_word(text: str, start: int, prefixes: str) -> bool:
    """Return whether no letter stands before `start`, but for a few of `prefixes`."""
    for _ in range(_LONGEST_PREFIX + 1):
        before = text[start - 1 : start]
        if not is_letter(before):
            return True
        if before not in prefixes:
            return False
        start -= 1
    return False


def is_letter(character: str) -> bool:
    """Return whether a character, if there is one, belongs to a word: a letter or its vowel sign."""
    return character.isalpha() or (character != "" and _is_mark(character))


@cache
def _is_mark(character: str) -> bool:
    import unicodedata

    return unicodedata.category(character) in {"Mn", "Mc"}


def is_beside_number(text: str, start: int, end: int) -> bool:
    """Return whether a figure stands close to [start, end)."""
    around = f"{text[max(0, start - _REACH) : start]}\n{text[end : end + _REACH]}"
    return _FIGURE.search(around) is not None
