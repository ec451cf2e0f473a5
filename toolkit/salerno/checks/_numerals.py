"""Finds the numbers of a text, with what stands beside them: `2.1 million`, `8 p.m.`, `COVID-19`.

A number is one string of digits and signs: `1,500`, `8:30`, `17.05.2027`, `1/2`; a range is two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from salerno.checks._readings import ENGLISH, SPACES, Reading, readings
from salerno.checks._text import PADDING
from salerno.checks._words import scale_at
from salerno.languages import NumberSymbols

_VULGAR = "¼-¾⅐-⅞"
_NUMBER = re.compile(
    rf"(?=[\d.٫{_VULGAR}])(?:"  # eight times as fast as trying each of these everywhere
    rf"\d{{1,3}}[ \u00a0]\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/⁄])"  # 1 1/2
    rf"|\d{{1,2}}[{SPACES}]?[hH][{SPACES}]?[0-5]\d(?![\d/])"  # 8 h 30
    r"|(24) ?h(?:eures)? ?(?:/|sur) ?24(?!\d)|(7) ?j(?:ours)? ?(?:/|sur) ?7(?!\d)"  # French twice
    rf"|(?:\d{{1,3}}[ \u00a0-]?)?[{_VULGAR}]"
    rf"|\d{{1,3}}(?:[{SPACES}]{PADDING}*\d{{3}})+(?!\d)(?:[.,٫·]\d++)?"  # 10 000
    r"|(?:(?<![\w.,)\]])[.٫](?=\d))?"  # .5
    r"\d++(?:[.,،٫٬·．'’:/⁄]\d++)*+)",
)

_HALF_DAY = 12
_MERIDIEM = re.compile(
    r"(?:\s?(?:[-–—]|to|and|or|until|till)\s?\d{1,2}(?::\d\d)?)?\s?([ap])\.?\s?m\b",  # 8 to 10 p.m.
    re.IGNORECASE,
)
_DECADE = re.compile(r"['’]?s\b")
_CENTURY, _FAR_FUTURE = 100, 3000

_NAME_BEFORE = re.compile(r"[^\W\d_]{1,20}[-‐‑]?\Z")
_NAME_AFTER = re.compile(r"[-‐‑][a-z]{0,3}[A-Z][a-z]{0,3}[A-Z]")
_LONGEST_NAME = 22
_DASHES = ("-", "‐", "‑", "–", "—")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SHORT_YEAR = re.compile(r"\d\d")
_RANGE = re.compile(r"\s?(?:[-‐‑–—~～至到]|[^\W\d_]{1,6})\s?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text."""

    text: str
    span: tuple[int, int]
    readings: tuple[Reading, ...]
    name: str = ""
    """The letters that make it part of a name (`COVID-19`, `B12`, `5-HT`)."""
    power: int = 0
    """Of ten, by which the word after it multiplies it (`2.1 million`)."""


def find_numbers(text: str, symbols: NumberSymbols, language: str) -> list[Number]:
    """Return the numbers of a text in order of appearance, whatever script their digits are of."""
    found = [_number_at(match, symbols, language) for match in _NUMBER.finditer(text)]
    if language in _WITH_MYRIADS and any(number.power for number in found):
        found = _composed(found)
    return _sharing(found, text)


_WITH_MYRIADS = frozenset({"zh", "ja", "ko"})


def _composed(found: list[Number]) -> list[Number]:
    """Return the numbers with those joined that are one: `1万2000` is 12,000."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        value, least = number.readings[0].values[0], 10 ** (last.power if last else 0)
        if last is None or last.span[1] != number.span[0] or not last.power or value >= least:
            joined.append(number)
            continue
        whole = Reading((last.readings[0].values[0] + value,))
        span, text = (last.span[0], number.span[1]), f"{last.text}{number.text}"
        joined[-1] = Number(text, span, (whole,), last.name, number.power)
    return joined


def find_english_numbers(text: str) -> list[Number]:
    """Return the numbers of a source, with the readings that a translator may write them by."""
    found = []
    for match in _NUMBER.finditer(text):
        number = _number_at(match, ENGLISH, "en")
        after = text[match.end() : match.end() + _LONGEST_NAME]
        if others := tuple(map(Reading, _by_translators(number.readings, after))):
            number = replace(number, readings=(*number.readings, *others))
        found.append(number)
    return _sharing(found, text)


def _sharing(found: list[Number], text: str) -> list[Number]:
    """Let the ends of a range share what only one of them has: `2 to 3 million`, `2019-20`."""
    for position, (number, following) in enumerate(pairwise(found)):
        if following.power:
            found[position] = _sharing_the_scale(number, following, text)
        elif text[number.span[1] : following.span[0]] in _DASHES:
            found[position + 1] = _sharing_the_century(number, following)
    return found


def _number_at(match: re.Match[str], symbols: NumberSymbols, language: str) -> Number:
    start, end = match.span()
    text = match.string
    found = readings(match[1] or match[2] or match[0], symbols)
    power = 0
    if text[end : end + 2].lstrip(" -\u00a0")[:1].isalpha():
        power, end = scale_at(text, end, language)
    if power:
        found = _scaled(found, power)
    return Number(text[start:end], (start, end), found, _name_of(match), power)


def _by_translators(found: tuple[Reading, ...], after: str) -> Iterator[tuple[Decimal, ...]]:
    """Yield how others write an English time or decade: `8 p.m.` as 20, `1980s` as 20, 80."""
    first = found[0].values[0]
    if _DECADE.match(after) and _CENTURY <= first < _FAR_FUTURE:
        century, decade = first // _CENTURY, first % _CENTURY
        yield (century + 1, decade)
        yield (decade,)
    if meridiem := _MERIDIEM.match(after):
        for reading in found:
            yield from _other_hours(*reading.values, afternoon=meridiem.group(1) in "pP")


def _other_hours(
    hour: Decimal,
    *minutes: Decimal,
    afternoon: bool,
) -> Iterator[tuple[Decimal, ...]]:
    if hour < _HALF_DAY and afternoon:
        yield (hour + _HALF_DAY, *minutes)
    elif hour == _HALF_DAY and not afternoon:
        yield (Decimal(0), *minutes)
        yield (Decimal(2 * _HALF_DAY), *minutes)


def _scaled(readings: tuple[Reading, ...], power: int) -> tuple[Reading, ...]:
    return tuple(
        replace(reading, values=tuple(Decimal(f"{value:f}E{power}") for value in reading.values))
        for reading in readings
    )


def _sharing_the_scale(number: Number, following: Number, text: str) -> Number:
    if number.power or not _RANGE.fullmatch(text, number.span[1], following.span[0]):
        return number
    shared = _scaled(number.readings, following.power)
    return replace(number, readings=(*number.readings, *shared))


def _sharing_the_century(number: Number, following: Number) -> Number:
    year, short = number.text, following.text
    if not (_YEAR.fullmatch(year) and _SHORT_YEAR.fullmatch(short) and year[2:] < short):
        return following
    full = Reading((Decimal(year[:2] + short),))
    return replace(following, readings=(*following.readings, full))


def _name_of(match: re.Match[str]) -> str:
    """Return the letters that make a number part of a name: `COVID-`, `CoV-`, `nsp`, `-HT`."""
    start, end = match.span()
    before = _NAME_BEFORE.search(match.string[max(0, start - _LONGEST_NAME) : start])
    if before and _is_stem(before.group()):
        return before.group()
    after = _NAME_AFTER.match(match.string, end)
    return after.group() if after else ""


def _is_stem(letters: str) -> bool:
    """Return whether letters before a figure make it a name; `mid-` and the x of `x2` do not."""
    has_capital = letters != letters.lower()
    return has_capital or (len(letters) > 1 and letters.isalpha() and letters != letters.upper())
