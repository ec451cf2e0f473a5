"""Reads the numbers of a text as a reader of its locale would, which may not be what was meant.

A number is what stands between other characters as one string of digits and signs: `1,500`, `8:30`,
`17.05.2027`, `1/2`; a range is two. It can have several readings, the likeliest first: `14.30` in
German is a quantity in a foreign form, or a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from salerno.checks._words import scale_at
from salerno.languages import NumberSymbols

_SPACES = " \u00a0\u2009\u202f"
_VULGAR = "¼-¾⅐-⅞"
_NUMBER = re.compile(
    rf"\d{{1,3}}[ \u00a0]\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/⁄])"  # 1 1/2
    rf"|\d{{1,2}}[{_SPACES}]?[hH][{_SPACES}]?[0-5]\d(?![\d/])"  # 8 h 30
    r"|(24) ?h(?:eures)? ?(?:/|sur) ?24(?!\d)|(7) ?j(?:ours)? ?(?:/|sur) ?7(?!\d)"  # French twice
    rf"|(?:\d{{1,3}}[ \u00a0-]?)?[{_VULGAR}]"
    rf"|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,٫·]\d++)?"  # 10 000
    r"|(?:(?<![\w.,)\]])[.٫](?=\d))?"  # .5
    r"\d++(?:[.,،٫٬·．'’:/⁄]\d++)*+",
)

_SIGNS = str.maketrans(
    {"٫": "D", "·": "D", "٬": "G", "'": "G", "’": "G", "،": ",", "．": ".", "⁄": "/"}
    | dict.fromkeys(_SPACES, "S"),
)
"""D is a decimal and G a grouping sign in every locale; S groups, or stands between two numbers."""
_POINT_IS_DECIMAL = str.maketrans(".,", "DG")
_COMMA_IS_DECIMAL = str.maketrans(".,", "GD")

_QUANTITY = re.compile(
    r"\d+(?:D\d+)?|D\d+"
    r"|[1-9]\d{0,2}(?:(?:G\d{3})+|(?:S\d{3})+)(?:D\d+)?"
    r"|[1-9]\d?(?:G\d{2})+G\d{3}(?:D\d+)?",  # 1,00,000 as India groups
)
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.,:]([0-5]\d)")
_FRACTION = re.compile(r"(?:(\d+)S)?(\d{1,2})/([1-9]\d?)")

_HALF_DAY = 12
_MERIDIEM = re.compile(
    r"(?:\s?(?:[-–—]|to|and|or|until|till)\s?\d{1,2}(?::\d\d)?)?\s?([ap])\.?\s?m\b",  # 8 to 10 p.m.
    re.IGNORECASE,
)
_HOURS = re.compile(rf"[{_SPACES}]?[hH][{_SPACES}]?")
_DECADE = re.compile(r"['’]?s\b")
_CENTURY, _FAR_FUTURE = 100, 3000

_NAME_BEFORE = re.compile(r"[^\W\d_]{1,20}[-‐‑]?\Z")
_NAME_AFTER = re.compile(r"[-‐‑][a-z]{0,3}[A-Z][a-z]{0,3}[A-Z]")
_LONGEST_NAME = 22
_DASHES = ("-", "‐", "‑", "–", "—")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RANGE = re.compile(r"\s?(?:[-‐‑–—~～至到]|[^\W\d_]{1,6})\s?")


@dataclass(frozen=True, slots=True)
class Reading:
    """The values that a number comes to; `foreign` if its signs are another locale's."""

    values: tuple[Decimal, ...]
    foreign: bool = False


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
    if language == "en":
        found = (*found, *map(Reading, _in_english(found, text[end : end + _LONGEST_NAME])))
    power = 0
    if text[end : end + 2].lstrip(" -\u00a0")[:1].isalpha():
        power, end = scale_at(text, end, language)
    if power:
        found = _scaled(found, power)
    return Number(text[start:end], (start, end), found, _name_of(match), power)


def readings(number: str, symbols: NumberSymbols) -> tuple[Reading, ...]:
    """Return what a number can be read as where `symbols` are in use."""
    if number.isdecimal():
        return (Reading((Decimal(number),)),)
    signs = _HOURS.sub(":", _in_ascii(number)).translate(_SIGNS)
    if "/" in signs or ":" in signs:
        return tuple(_readings_in_parts(signs, symbols))
    return tuple(_readings_of_quantity(signs, symbols))


def _in_ascii(number: str) -> str:
    """Return the number in ASCII digits, `1½` as `1 1/2`."""
    if number.isascii():
        return number
    return "".join(_ascii_of(character) for character in number).lstrip()


def _ascii_of(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if unicodedata.category(character) == "No":
        return " " + unicodedata.normalize("NFKC", character)
    return character


def _readings_of_quantity(signs: str, symbols: NumberSymbols) -> Iterator[Reading]:
    """Yield the locale's own reading, else the other convention's; then that of a list or time."""
    own = _quantity(signs, _COMMA_IS_DECIMAL if symbols.decimal == "," else _POINT_IS_DECIMAL)
    if own is not None:
        yield Reading((own,))
    else:
        foreign = _quantity(
            signs, _POINT_IS_DECIMAL if symbols.decimal == "," else _COMMA_IS_DECIMAL
        )
        if foreign is not None:
            yield Reading((foreign,), foreign=True)
        if foreign is not None and symbols.decimal == "," and not _CLOCK.fullmatch(signs):
            return
    if own is None or "S" in signs:
        yield Reading(tuple(Decimal(part) for part in re.findall(r"\d+", signs)))


def _quantity(signs: str, convention: dict[int, int]) -> Decimal | None:
    canonical = signs.translate(convention)
    if not _QUANTITY.fullmatch(canonical):
        return None
    return Decimal(canonical.replace("G", "").replace("S", "").replace("D", "."))


def _readings_in_parts(signs: str, symbols: NumberSymbols) -> Iterator[Reading]:
    """Yield the readings of a date, a time, a ratio (`120/80`) or a fraction."""
    parts = [next(_readings_of_quantity(part, symbols)) for part in re.split("[/:]", signs)]
    values = Reading(
        tuple(value for part in parts for value in part.values),
        foreign=any(part.foreign for part in parts),
    )
    fraction = _FRACTION.fullmatch(signs)
    if fraction is None:
        yield values
        if signs.endswith(":00") and len(parts) == len(("hour", "minute")):
            yield parts[0]
        return
    whole, numerator, denominator = (Decimal(part or 0) for part in fraction.groups())
    quotient = Reading((whole + numerator / denominator,))
    yield from (quotient, values) if whole else (values, quotient)


def _in_english(found: tuple[Reading, ...], after: str) -> Iterator[tuple[Decimal, ...]]:
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
    """Let both ends of a range be multiplied: `2 to 3 million`."""
    if number.power or not _RANGE.fullmatch(text, number.span[1], following.span[0]):
        return number
    shared = _scaled(number.readings, following.power)
    return replace(number, readings=(*number.readings, *shared))


def _sharing_the_century(number: Number, following: Number) -> Number:
    """Let the second of two years be short: `2019-20`."""
    year, short = number.text, following.text
    if not (_YEAR.fullmatch(year) and len(short) == len("20") and year[2:] < short):
        return following
    full = Reading((Decimal(year[:2] + short),)) if short.isdecimal() else following.readings[0]
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
