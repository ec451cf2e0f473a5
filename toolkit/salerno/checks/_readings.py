"""Reads a number as a reader of its locale would, which may not be what was meant.

It can have several readings, the likeliest first: `14.30` in German is a quantity in a foreign form,
or a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from salerno.checks._text import PADDING
from salerno.languages import NumberSymbols

ENGLISH = NumberSymbols(decimal=".", group=",")
"""How sources write numbers: a check is told the locale of the target, not of the source."""

SPACES = " \u00a0\u2009\u202f"
"""What stands between groups of digits: space, no-break, thin, narrow no-break."""
_SIGNS = str.maketrans(
    {"٫": "D", "·": "D", "٬": "G", "'": "G", "’": "G", "،": ",", "．": ".", "⁄": "/"}
    | dict.fromkeys(SPACES, "S")
    | {PADDING: None},
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
_FULL_HOUR = re.compile(r"\d{1,2}:00")
_FRACTION = re.compile(r"(?:(\d+)S)?(\d{1,2})/([1-9]\d?)")

_HOURS = re.compile(rf"[{SPACES}]?[hH][{SPACES}]?")


@dataclass(frozen=True, slots=True)
class Reading:
    """The values that a number comes to; `foreign` if its signs are another locale's."""

    values: tuple[Decimal, ...]
    foreign: bool = False


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
    conventions = [_POINT_IS_DECIMAL, _COMMA_IS_DECIMAL]
    if symbols.decimal == ",":
        conventions.reverse()
    own, foreign = (_quantity(signs, convention) for convention in conventions)
    several = True  # a date, a version
    if own is not None:
        yield Reading((own,))
        several = "S" in signs
    elif foreign is not None:
        yield Reading((foreign,), foreign=True)
        several = symbols.decimal != "," or _CLOCK.fullmatch(signs) is not None  # 2,3 or 14.30
    if several:
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
        if _FULL_HOUR.fullmatch(signs):
            yield parts[0]
        return
    whole, numerator, denominator = (Decimal(part or 0) for part in fraction.groups())
    quotient = Reading((whole + numerator / denominator,))
    yield from (quotient, values) if whole or numerator < denominator else (values, quotient)
