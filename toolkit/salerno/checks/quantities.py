"""The quantities of one text and where they stand: what `numbers` compares, for a reviewer to see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from salerno.checks._half_days import half_day_at
from salerno.checks._numerals import find_numbers
from salerno.checks._text import PADDING, seen
from salerno.checks._units import folded_unit_before, folded_unit_behind
from salerno.checks._words import spelt_out
from salerno.languages import number_symbols
from salerno.model import Syntax
from salerno.words import Folded, fold


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
    plain = seen(text, syntax)
    folded = fold(plain)
    return [
        replace(each, span=folded.span(*each.span))
        for each in folded_quantities(plain, folded, locale)
    ]


def folded_quantities(plain: str, folded: Folded, locale: str) -> list[Quantity]:
    """Return the quantities of a visible text, with their places in the folded text."""
    found: list[Quantity] = []
    reached = 0
    for span, values in sorted((*_figures(folded.text, locale), *_words(folded.text, locale))):
        if span[0] >= reached:
            half, end = _half_day(plain, folded, span, locale)
            (start, reached), unit = (
                ((span[0], end), half)
                if half
                else _measured(folded.text, span, values, reached, locale)
            )
            found.append(Quantity((start, reached), values, unit))
    return found


def _half_day(plain: str, folded: Folded, span: Span, locale: str) -> tuple[str, int]:
    """Return `am` or `pm` and its end; capitals tell them from words, so the text itself is read."""
    start, end = folded.span(*span)
    half, behind = half_day_at(plain, start, end, locale.partition("-")[0])
    return half, min(span[1] + behind - end, len(folded.text))


def _measured(
    text: str,
    span: Span,
    values: tuple[Decimal, ...],
    after: int,
    locale: str,
) -> tuple[Span, str]:
    """Return the span of a number with its unit, which may not reach back before `after`."""
    start, end = span
    unit, behind = folded_unit_behind(text, end, locale)
    if not unit:
        unit, before = folded_unit_before(text, start, locale, one=values == _ONE)
        start, unit = (before, unit) if before >= after else (start, "")
    return (start, behind), unit


_ONE = (Decimal(1),)

Span = tuple[int, int]
_Found = tuple[tuple[int, int], tuple[Decimal, ...]]


def _figures(text: str, locale: str) -> Iterator[_Found]:
    for number in find_numbers(text, number_symbols(locale), locale.partition("-")[0]):
        start, end = number.span
        end -= len(number.text) - len(number.text.rstrip(PADDING))
        yield (start, end), number.readings[0].values


def _words(text: str, locale: str) -> Iterator[_Found]:
    for span, value in spelt_out(Folded(text), locale.partition("-")[0]):
        yield span, (value,)
