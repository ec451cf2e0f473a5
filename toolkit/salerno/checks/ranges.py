"""Ranges: from 5 to 10 stays in that order; an end that is lost is for `numbers` to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from salerno.checks._numerals import Number, find_english_numbers, find_numbers
from salerno.checks._text import seen
from salerno.languages import direction, number_symbols
from salerno.model import Finding, Severity, Unit

NAME = "ranges"

_JOINT = re.compile(r"\s?(?:[-‐‑–—~～]|to|through|until|till|up to)\s?")
_BETWEEN = re.compile(r"\s?and\s")
_BEFORE_BETWEEN = re.compile(r"between\s\Z", re.IGNORECASE)
_ANSWER = re.compile(
    "[\\s\u200e\u200f\u061c\u2066-\u2069%٪°CFºª.,a-zA-Z\u0621-\u06d3\u05d0-\u05ea\u0900-\u09ff"
    "\u0400-\u04ff\u00c0-\u01b0\u1ea0-\u1ef9至到から까지에서-]{0,16}[-‐‑–—~～至到]?[^\\d]{0,12}",
)
_LONGEST = 9


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield the ranges whose ends stand the other way round in the translation."""
    source = seen(unit.source, unit.syntax)
    ranges = list(_ranges(source))
    if not ranges:
        return
    answer = seen(target, unit.syntax)
    found = find_numbers(answer, number_symbols(locale), locale.partition("-")[0])
    pairs = {
        (_value(first), _value(second)): (first.span[0], second.span[1])
        for first, second in pairwise(found)
        if _ANSWER.fullmatch(answer, first.span[1], second.span[0])
    }
    for first, second in ranges:
        low, high = _value(first), _value(second)
        if low < high and (high, low) in pairs and (low, high) not in pairs:
            yield _finding(
                source, (first.span[0], second.span[1]), answer, pairs[high, low], locale
            )


def _ranges(text: str) -> Iterator[tuple[Number, Number]]:
    if not (_HAS_RANGE.search(text)):
        return
    for first, second in pairwise(find_english_numbers(text)):
        start, end = first.span[1], second.span[0]
        if _JOINT.fullmatch(text, start, end) or (
            _BETWEEN.fullmatch(text, start, end)
            and _BEFORE_BETWEEN.search(text[max(0, first.span[0] - _LONGEST) : first.span[0]])
        ):
            yield first, second


_HAS_RANGE = re.compile(r"\d\s?(?:[-‐‑–—~～]|to|through|until|till|and)\s?\d")


def _value(number: Number) -> tuple[Decimal, ...]:
    return number.readings[0].values


def _finding(
    source: str,
    span: tuple[int, int],
    target: str,
    place: tuple[int, int],
    locale: str,
) -> Finding:
    message = (
        f"the source says {source[slice(*span)]}, the translation says {target[slice(*place)]}"
    )
    if direction(locale) == "rtl":
        message += "; it may be written the other way round to look right"
        return Finding(NAME, Severity.MAJOR, message, span, place)
    return Finding(NAME, Severity.CRITICAL, message, span, place)
