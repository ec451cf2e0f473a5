"""The words of a language for how often, as patterns: `twice`, `a day`, `every` 8 hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from salerno.checks._frequency_words import FREQUENCIES, Words
from salerno.checks._number_words import ARTICLES
from salerno.checks._text import PADDING
from salerno.checks._unit_words import DAYS, DUALS
from salerno.checks._units import STRETCHES, TIME, language_of, unit_words, word_end
from salerno.checks._vocabulary import LETTER, key_of, listed, pattern_of
from salerno.words import fold


class Kind(StrEnum):
    """What a piece of a text says of amounts and frequencies."""

    TIMES = "times"
    """How many times: twice."""
    PER = "per"
    """In which stretch of time: daily, a week."""
    BESIDE = "beside"
    """The same, if it stands beside how many times."""
    EVERY = "every"
    """Once in a stretch of time: every 8 hours."""
    AMOUNT = "amount"
    ARTICLE = "article"
    """One, or hardly a number: a week."""
    SKIPPED = "skipped"


Meaning = tuple[Kind, Decimal, str]
"""The kind of a word, its value and its unit."""

_RANGE = re.compile(
    rf"[\s{PADDING}]{{0,8}}(?:[-‐‑–—~～至到]|[{LETTER}]{{1,7}})[\s{PADDING}]{{0,8}}"
)
_WITHOUT_ARTICLES = frozenset({"ar", "fa", "he", "pl", "ru", "uk"})
"""Languages in which a stretch of time is one where no number stands with it."""
_ENGLISH_ARTICLES = "a, an, one"
_NOT_PER = (
    r"(?<!for )(?<!in )(?<!within )(?<!about )(?<!after )(?<!over )(?<!than )(?<!of )(?<!at )"
    r"(?<!under )(?<!nearly )(?<!almost )(?<!before )(?<!during )(?<!half )(?<!take )(?<!takes )"
    r"(?<!is )(?<!was )(?<!least )(?<!and )(?<!or )(?<!lasts )(?<!last )(?<!until )(?<!every )"
)
_NOT_PER_BEHIND = r"(?!\s(?:ago|later|before|after|or\s|and\s|of\s|old)|-)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's patterns; all but `every` look at a text from a place on."""

    hint: re.Pattern[str]
    words: re.Pattern[str]
    meanings: dict[str, Meaning]
    stretches: re.Pattern[str]
    every: re.Pattern[str]
    after: re.Pattern[str] | None
    per: re.Pattern[str]
    bare: re.Pattern[str] | None


_PREFIXES = {"ar": "[وفبكل]{0,2}?(?:ال)??", "he": "[ושכמלבה]{0,2}?"}
_SPACED_START = f"(?<![{LETTER}])"


@cache
def grammar_of(locale: str) -> Grammar:
    """Return the patterns of a locale's language; without tables, they find nothing but units."""
    language = language_of(locale)
    words = FREQUENCIES.get(language, Words())
    end = word_end(locale)
    start = "" if end.startswith("(?<!") else _SPACED_START
    start += _PREFIXES.get(language, "")
    meanings = dict(_meanings(words, language))
    spelt = {word: key_of(word) for word in meanings}
    units = unit_words(locale)
    stretches = pattern_of(word for word, unit in units.items() if unit in STRETCHES)
    after = pattern_of(_folded(words.after))
    return Grammar(
        hint=re.compile(f"{start}(?:{pattern_of([*units, *spelt])}){end}|[%°]"),
        words=re.compile(f"{start}({pattern_of(spelt)}){end}"),
        meanings={spelt[word]: meaning for word, meaning in meanings.items()},
        stretches=re.compile(
            _stretches(words, language, start, rf"(?P<unit>{stretches}){end}(?!\s[12]\d{{3}})")
        ),
        every=re.compile(_every(words, start)),
        after=re.compile(rf"[\s-]{{0,2}}{after}{end}") if words.after else None,
        per=re.compile(pattern_of([*_folded(words.per), *_folded(words.every)])),
        bare=re.compile(f"{start}({stretches}){end}") if language in _WITHOUT_ARTICLES else None,
    )


def _folded(line: str) -> list[str]:
    return [fold(word).text for word in listed(line)]


def _meanings(words: Words, language: str) -> Iterator[tuple[str, Meaning]]:
    """Yield each word with its kind, its value and unit; of two meanings the later counts."""
    for value, line in words.fused.items():
        yield from ((word, (Kind.TIMES, Decimal(value), TIME)) for word in _folded(line))
    for kind, table in ((Kind.BESIDE, words.beside), (Kind.PER, words.adverbs)):
        for unit, line in table.items():
            yield from ((word, (kind, Decimal(1), unit)) for word in _folded(line))
    for unit, line in DUALS.get(language, {}).items():
        yield from ((word, (Kind.AMOUNT, Decimal(2), unit)) for word in _folded(line))
    for value, line in DAYS.get(language, {}).items():
        yield from ((word, (Kind.AMOUNT, Decimal(value), "day")) for word in _folded(line))
    yield from ((word, (Kind.EVERY, Decimal(2), "day")) for word in _folded(words.other))
    yield from ((word, (Kind.SKIPPED, Decimal(0), "")) for word in _folded(words.skipped))


def _stretches(words: Words, language: str, start: str, unit: str) -> str:
    """Return a pattern of a stretch of time without a number: `per day`, `every day`, `a day`."""
    per = pattern_of([*_folded(words.per), *_folded(words.every)])
    one = pattern_of(_folded(ARTICLES.get(language, "")))
    if language == "en":
        one = pattern_of(_folded(_ENGLISH_ARTICLES))
        return rf"{start}(?:(?P<per>(?:{per})|{_NOT_PER}an?(?=\s[dwmyh][a-z]++{_NOT_PER_BEHIND}))|{one})\s{{0,2}}{unit}"
    return rf"{start}(?:(?P<per>{per})|{one})\s{{0,2}}{unit}"


def _every(words: Words, start: str) -> str:
    """Return a pattern of what makes the amount behind it `every`: a range, `de 8 en 8 horas`."""
    numbers = rf"(?:\d[\d.,]{{0,5}}{_RANGE.pattern})?"
    again = r"(?:de|a|da)\s(?P<again>\d{1,2})\s(?:em|en|in|a)\s"
    return rf"(?:{start}(?:{pattern_of(_folded(words.every))})[\s('’-]{{0,2}}{numbers}|{start}{again})\Z"
