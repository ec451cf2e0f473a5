"""Numbers in words that became other numbers: `two tablets` and `tres comprimidos`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from salerno.checks._numerals import Number
from salerno.checks._text import english_words
from salerno.checks._words import begins_a_word, cardinals, word_values
from salerno.words import fold

_NO_COUNT_BEFORE = ("第", "星期", "周", "週", "礼拜", "禮拜", "初", "其", "统", "之", "同")
_NO_COUNT_BEHIND = (
    "月",
    "分之",
    "些",
    "般",
    "定",
    "直",
    "样",
    "樣",
    "级",
    "級",
    "期",
    "线",
    "旦",
    "起",
    "边",
    "方",
)
"""Beside a Han numeral: it is the name of a day or month, or part of a word."""
_HALF = Decimal("0.5")
_HALF_OF = re.compile(
    r"\b(half) (?:of )?(?:an?|your|one) (?!million|billion|thousand|dozen|hour|day|year|century|million)",
    re.IGNORECASE,
)
_OF_MORE = re.compile(r"(?:hundred|thousand)(?: and)? $")
_LONGEST = 16
_HUNDRED = 100
"""From there on English words multiply figures, and each language has its own way to do so."""
_PART = re.compile(
    r"[\s-](?:thirds|quarters|fifths|sixths|eighths|tenths|hundred|thousand|million|first|second|third|[a-z]+th\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words."""

    span: tuple[int, int]
    value: Decimal


@dataclass(frozen=True, slots=True)
class Changes:
    """What is said in words on one side alone."""

    missing: tuple[Spelt, ...] = ()
    extra: tuple[Spelt, ...] = ()


def changes(
    source: str,
    said: Iterable[Number],
    target: str,
    answered: Sequence[Number],
    locale: str,
) -> Changes:
    """Return the numbers in words that the other text has neither in words nor in figures."""
    if _english().isdisjoint(english_words(source)):
        return Changes()
    folded = fold(source)
    language = locale.partition("-")[0]
    words = fold(target).text
    found = {*word_values(target, language), *_values(answered)}
    lost = [
        Spelt(match.span(1), _HALF) for match in _HALF_OF.finditer(source) if _HALF not in found
    ]
    lost += [
        Spelt(span, value)
        for span, value in cardinals(folded, "en")
        if value not in found
        and value < _HUNDRED
        and not _is_part(source, span)
        and not begins_a_word(words, value, language)
    ]
    if not lost:
        return Changes()
    there = {*word_values(source, "en"), *_values(said)}
    new = [
        Spelt(span, value)
        for span, value in cardinals(fold(target), language)
        if value not in there and _counts(target, span, language)
    ]
    return Changes(tuple(lost), tuple(new))


def _is_part(text: str, span: tuple[int, int]) -> bool:
    """Return whether an English number is part of a fraction, or of one above a hundred."""
    start, end = span
    return bool(_PART.match(text, end) or _OF_MORE.search(text[max(0, start - _LONGEST) : start]))


@cache
def _english() -> frozenset[str]:
    """Return words of which each English number in words has one."""
    return frozenset(_ENGLISH.split())


_ENGLISH = (
    "half two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)


def _values(numbers: Iterable[Number]) -> Iterator[Decimal]:
    for number in numbers:
        for reading in number.readings:
            yield from reading.values


def _counts(text: str, span: tuple[int, int], language: str) -> bool:
    """Return whether a Han numeral counts something, and is no part of a name or word."""
    if language not in {"zh", "ja"}:
        return True
    start, end = span
    return not (
        text[max(0, start - 2) : start].endswith(_NO_COUNT_BEFORE)
        or text.startswith(_NO_COUNT_BEHIND, end)
    )
