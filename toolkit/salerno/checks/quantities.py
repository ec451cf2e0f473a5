"""The quantities of one text and where they stand: what `numbers` compares, for a reviewer to see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from salerno.checks._half_days import half_day_at
from salerno.checks._numerals import find_numbers
from salerno.checks._text import PADDING, resolved, visible
from salerno.checks._units import unit_before, unit_behind
from salerno.checks._words import spelt_out
from salerno.languages import number_symbols
from salerno.model import Syntax
from salerno.words import fold


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, in figures or words, with the measure beside it."""

    span: tuple[int, int]
    values: tuple[Decimal, ...]
    """Several of a time, a date, a ratio."""
    unit: str = ""
    """CLDR's name: `milligram`, `milligram/kilogram`; `am` or `pm` of an hour; empty if none is known."""


def quantities(text: str, syntax: Syntax, locale: str) -> list[Quantity]:
    """Return the quantities of a text in `locale`, in order, none within another.

    Addresses, code and placeholders hold none. In words, only small numbers of some languages are known.
    """
    language = locale.partition("-")[0]
    plain = shown(text, syntax)
    found: list[Quantity] = []
    reached = 0
    for span, values in sorted((*_figures(plain, locale), *_words(plain, language))):
        if span[0] >= reached:
            (start, reached), unit = _measured(plain, span, reached, locale)
            found.append(Quantity((start, reached), values, unit))
    return found


def _measured(text: str, span: Span, after: int, locale: str) -> tuple[Span, str]:
    """Return the span of a number with its unit, which may not reach back before `after`."""
    start, end = span
    unit, behind = half_day_at(text, start, end, locale.partition("-")[0])
    if not unit:
        unit, behind = unit_behind(text, end, locale)
    if not unit:
        unit, before = unit_before(text, start, locale)
        start, unit = (before, unit) if before >= after else (start, "")
    return (start, behind), unit


def shown(text: str, syntax: Syntax) -> str:
    """Return what a reader sees of a text: spaces for markup, code and addresses, all in its place."""
    return visible(resolved(text, syntax), syntax)


Span = tuple[int, int]
_Found = tuple[tuple[int, int], tuple[Decimal, ...]]


def _figures(text: str, locale: str) -> Iterator[_Found]:
    for number in find_numbers(text, number_symbols(locale), locale.partition("-")[0]):
        start, end = number.span
        end -= len(number.text) - len(number.text.rstrip(PADDING))
        yield (start, end), number.readings[0].values


def _words(text: str, language: str) -> Iterator[_Found]:
    for span, value in spelt_out(fold(text), language):
        yield span, (value,)
