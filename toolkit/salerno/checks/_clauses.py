"""Counts what joins the clauses of a text: conjunctions, and the signs between and after clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from salerno.checks._connectives import CONDITIONS, JOINTS

WORD = re.compile(
    r"[^\s\d_!-/:-@\[-`{-~\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u060c\u061b\u061f\u06d4"
    r"\u0964\u0965\u2000-\u200b\u200e-\u206f\u2190-\u2bff\u3000-\u3004\u3008-\u3020\uff00-\uff20"
    r"\uff3b-\uff40\uff5b-\uff65\ufeff]+",
)
"""No space, figures or punctuation; vowel signs count as letters, for they take as long to type."""
_LATIN = re.compile(r"[a-z]{2,}")
_PAUSE = re.compile(r"(?:[,;:(!?…،؛؟۔।，、；：（。！？—–]|\.(?=\s|\Z))++")
_ENDS = " \t\r\n.!?:;…،؛؟۔।。！？：；\"'”’»)）\u200f"
"""What may stand at the end or be left out there."""
_HALF_DAY = re.compile(r"\b[ap]\.?\s?m\b\.?")
"""Of `2:30 p.m.` other languages leave nothing, or write words."""
_DIGIT = re.compile(r"\d")
_UNSPACED = frozenset({"ja", "km", "ko", "lo", "my", "th", "zh"})
"""Languages whose conjunctions stand within what spaces enclose."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """What a text comes to, without a look at its meaning."""

    letters: int
    words: frozenset[str]
    """In lower case; in scripts without spaces what stands between signs."""
    joints: int
    """`and`, `or`, `but`, and pauses."""
    conditions: int
    """`if`, `when`, `until` and their like."""

    def kept(self, other: Clauses) -> int:
        """Return how many letters words have that are in both: names, acronyms, Latin."""
        return sum(map(len, self.words & other.words))


@lru_cache(maxsize=8)
def words_of(folded: str) -> tuple[str, ...]:
    """Return the words of a text in lower case; runs of signs in scripts without spaces."""
    return tuple(WORD.findall(folded))


def clauses(text: str, language: str) -> Clauses:
    """Count the letters and the joints of a text that is in the language."""
    folded = text.casefold()
    if language == "en" and _DIGIT.search(folded):
        folded = _HALF_DAY.sub(" ", folded)
    words = words_of(folded)
    pauses = len(_PAUSE.findall(folded.rstrip(_ENDS))) + 1
    joints, conditions = _vocabulary(language)
    if language in _UNSPACED:
        found = (len(each.anywhere.findall(folded)) if each else 0 for each in (joints, conditions))
        kinds = frozenset(_LATIN.findall(folded))
    else:
        found = (each.count(words) if each else 0 for each in (joints, conditions))
        kinds = frozenset(words)
    joined, conditional = found
    return Clauses(sum(map(len, words)), kinds, pauses + joined, conditional)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    anywhere: re.Pattern[str]

    def count(self, words: Sequence[str]) -> int:
        """Return how many of the words join clauses."""
        whole, beginnings, endings = self.whole, self.beginnings, self.endings
        if not beginnings and not endings:
            return sum(map(whole.__contains__, words))
        return sum(
            word in whole or word.startswith(beginnings) or word.endswith(endings) for word in words
        )


@cache
def _vocabulary(language: str) -> tuple[_Vocabulary | None, _Vocabulary | None]:
    joints, conditions = JOINTS.get(language), CONDITIONS.get(language)
    return (_read(joints) if joints else None, _read(conditions) if conditions else None)


def _read(line: str) -> _Vocabulary:
    words = line.split(", ")
    alternatives = sorted((re.escape(word) for word in words), key=len, reverse=True)
    return _Vocabulary(
        frozenset(word for word in words if word.strip("-") == word),
        tuple(word[:-1] for word in words if word.endswith("-")),
        tuple(word[1:] for word in words if word.startswith("-")),
        re.compile("|".join(alternatives)),
    )


def knows(language: str) -> bool:
    """Return whether the conjunctions of the language are known."""
    return language in JOINTS
