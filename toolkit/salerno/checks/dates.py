"""Dates: the month and the day of the week stay what they are, however a language writes a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from salerno.checks._calendar_words import MONTHS, WEEKDAYS
from salerno.checks._comparison_words import ALIASES, PREFIXES, UNSPACED
from salerno.checks._cues import Cue, Lexicon, find_cues, lexicon
from salerno.checks._phones import digits_of
from salerno.checks._text import english_words, seen
from salerno.checks._words import han_value
from salerno.languages import month_names, weekday_names
from salerno.model import Finding, Severity, Unit
from salerno.words import Folded, fold

NAME = "dates"
READS_WORDS = True

_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH_MONTHS = (
    *("January, Jan", "February, Feb", "March, Mar", "April, Apr", "May", "June, Jun"),
    *("July, Jul", "August, Aug", "September, Sept, Sep", "October, Oct", "November, Nov"),
    "December, Dec",
)
_ENGLISH = {
    "day": {name: day for day, name in enumerate(_ENGLISH_DAYS)}
    | {f"{name}s": day for day, name in enumerate(_ENGLISH_DAYS)},
    "month": {
        name: month for month, line in enumerate(_ENGLISH_MONTHS) for name in line.split(", ")
    },
}
_WORD = re.compile("[A-Za-z]+")
_NUMBERED = re.compile(
    r"(?<![\d.])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?(?:月|월|(?<=\d)tháng)"
    r"(?![龄齡大])",
)
_THANG = re.compile(r"tháng\s(1[0-2]|0?[1-9])(?!\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\d/])")
_NUMERIC_SHORT = re.compile(
    r"(?<![\d./-])(\d{1,2})\.(\d{1,2})\.(?!\d)|(?<![\d./-])(\d{1,2})/(\d{1,2})(?![\d/])"
)
_MONTHS_IN_FIGURES = {form: n - 1 for n in range(1, 13) for form in (str(n), f"{n:02}")}
_NAMES = {"day": "day of the week", "month": "month"}


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield the months and days of the week that became others, or that are gone beside others."""
    source = seen(unit.source, unit.syntax)
    if _names().isdisjoint(english_words(source)) and not any(verb in source for verb in _VERBS):
        return
    words = list(_WORD.finditer(source))
    for kind, names in _ENGLISH.items():
        said: dict[int, tuple[int, int]] = {}
        for match in words:
            word = match[0] if kind == "month" else match[0].lower()
            if word in names and (word not in _VERBS or _is_month(source, match.span())):
                said.setdefault(names[word], match.span())
        if said:
            yield from _changed(kind, said, source, seen(target, unit.syntax), locale)


def _is_month(text: str, span: tuple[int, int]) -> bool:
    """Return whether what may be a verb has a day or a word of time beside it."""
    start, end = span
    return bool(
        _DAY_BEHIND.match(text, end) or _TIME_BEFORE.search(text[max(0, start - 12) : start])
    )


_VERBS = frozenset({"May", "March"})
_DAY_BEHIND = re.compile(r"\s\d")
_TIME_BEFORE = re.compile(
    r"(?:\d|\d(?:st|nd|rd|th)|\b(?:in|by|of|until|till|since|from|to|and|or|last|next|this|every|each|mid|early|late|during|through|for))"
    r"[\s,-]{1,2}\Z",
    re.IGNORECASE,
)


@cache
def _names() -> frozenset[str]:
    """Return the names in small letters, but for what is mostly a verb."""
    names = (name for names in _ENGLISH.values() for name in names if name not in _VERBS)
    return frozenset(name.lower() for name in names)


def _changed(
    kind: str,
    said: Mapping[int, tuple[int, int]],
    source: str,
    target: str,
    locale: str,
) -> Iterator[Finding]:
    folded = fold(target)
    language = locale.partition("-")[0]
    found = {int(cue.kind): folded.span(cue.start, cue.end) for cue in _cues(folded, kind, locale)}
    if kind == "month":
        for month, span in _numbered_months(folded, language):
            found.setdefault(month, span)
        numeric = set(_numeric_months(target))
    else:
        numeric = set()
    missing = [value for value in said if value not in found and value not in numeric]
    extra = [value for value in found if value not in said]
    if not missing or not found:
        return
    for position, value in enumerate(missing):
        start, end = said[value]
        word = source[start:end]
        if position < len(extra):
            place = found[extra[position]]
            message = f"the source says {word}, the translation says {target[slice(*place)]}"
            yield Finding(NAME, Severity.CRITICAL, message, (start, end), place)
        else:
            message = f"the {_NAMES[kind]} {word} of the source is missing in the translation"
            yield Finding(NAME, Severity.CRITICAL, message, (start, end))


def _cues(text: Folded, kind: str, locale: str) -> list[Cue]:
    language = ALIASES.get(locale.partition("-")[0], locale.partition("-")[0])
    return find_cues(
        text,
        _lexicon(kind, locale),
        spaced=language not in UNSPACED,
        prefixes=PREFIXES.get(language, ""),
    )


@cache
def _lexicon(kind: str, locale: str) -> Lexicon:
    language = ALIASES.get(locale.partition("-")[0], locale.partition("-")[0])
    names = month_names(locale) if kind == "month" else weekday_names(locale)
    known = (MONTHS if kind == "month" else WEEKDAYS).get(language, ("",) * len(names))
    table = {
        str(value): ", ".join(filter(None, (*_usual(name), more)))
        for value, (name, more) in enumerate(zip(names, known, strict=True))
    }
    return lexicon(table)


def _usual(name: str) -> tuple[str, ...]:
    """Return a name of CLDR's, unless it has a figure, and the plural that Romance languages have."""
    return () if any(sign.isdigit() for sign in name) or "月" in name else (name, f"{name}s")


def _numbered_months(text: Folded, language: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the months that stand as a number: `5月`, `tháng 5`."""
    pattern = _THANG if language == "vi" else _NUMBERED
    for match in pattern.finditer(text.text) if language in {"vi", "zh", "ja", "ko"} else ():
        value = int(match[1]) if match[1].isdecimal() else han_value(match[1])
        yield value - 1, text.span(*match.span())


def _numeric_months(text: str) -> Iterator[int]:
    """Yield what may be a month in the dates that are all figures; which part it is, is not asked."""
    for pattern in (_NUMERIC, _NUMERIC_SHORT):
        for match in pattern.finditer(text):
            for part in map(digits_of, filter(None, match.groups())):
                if part in _MONTHS_IN_FIGURES:
                    yield _MONTHS_IN_FIGURES[part]
