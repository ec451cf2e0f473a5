"""Dates and hours of other reckonings: the Persian calendar, the Buddhist era, the Swahili clock."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate

from salerno.checks._agreement import Comparison, Value
from salerno.checks._calendar_words import PERSIAN_MONTHS

_BUDDHIST = frozenset({"th", "lo", "km"})
_BUDDHIST_YEARS = 543
_SWAHILI_HOURS, _HALF_DAY = 6, 12
_HOUR_BEFORE = re.compile(r"\bsaa\s\Z", re.IGNORECASE)

_PERSIAN = re.compile(
    rf"(\d{{1,2}})\s(?:ماه\s)?({'|'.join(PERSIAN_MONTHS)})(?:\s(?:ماه\s|سال\s)?(\d\d\d\d))?"
)
_PERSIAN_FIGURES = re.compile(r"(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
_NEW_YEAR = dt.date(2021, 3, 21)
_YEAR_OF_IT = 1400
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years of each 33 that have 366 days; right from 1178 to 1633 (Heydari-Malayeri 2004)."""
_KNOWN_YEARS = range(1178, 1634)
_LONGEST_MONTH = 31
_MONTH_STARTS = (0, *accumulate([31] * 6 + [30] * 5))


def without_other_reckonings(
    comparison: Comparison,
    source: str,
    target: str,
    language: str,
) -> Comparison:
    """Drop what differs only because the target counts years, days or hours in its own way."""
    if not (comparison.missing and comparison.extra):
        return comparison
    if language in _BUDDHIST:
        return _paired(comparison, lambda said, found: found.value - said.value == _BUDDHIST_YEARS)
    if language == "sw":
        return _paired(comparison, lambda said, found: _is_swahili_hour(said, found, target))
    if language == "fa":
        return _without_persian_dates(comparison, source, target)
    return comparison


def _paired(comparison: Comparison, is_same: Callable[[Value, Value], bool]) -> Comparison:
    """Drop the pairs of a missing and an extra value that are the same."""
    missing, extra = [], list(comparison.extra)
    for said in comparison.missing:
        same = next((found for found in extra if is_same(said, found)), None)
        if same is None:
            missing.append(said)
        else:
            extra.remove(same)
    return replace(comparison, missing=tuple(missing), extra=tuple(extra))


def _is_swahili_hour(said: Value, found: Value, target: str) -> bool:
    """Return whether the target's hour counts from six in the morning or in the evening."""
    start = found.number.span[0]
    is_hour = _HOUR_BEFORE.search(target[max(0, start - 5) : start])
    return bool(is_hour) and (found.value + _SWAHILI_HOURS - said.value) % _HALF_DAY == 0


def _without_persian_dates(comparison: Comparison, source: str, target: str) -> Comparison:
    """Drop the day and year of each Persian date that is a date of the source."""
    years = {int(value.value) for value in comparison.missing if value.value == int(value.value)}
    years |= {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", source)[:4]}
    for span, year, month, day in _persian_dates(target):
        date = _gregorian(year, month, day)
        if date is None or date.year not in years or f"{date:%B}" not in source:
            continue
        if not any(value.value == date.day for value in comparison.missing) and not re.search(
            rf"\b{date.day}\b", source
        ):
            continue
        comparison = replace(
            comparison,
            missing=tuple(v for v in comparison.missing if v.value not in {date.day, date.year}),
            extra=tuple(v for v in comparison.extra if not _within(v.number.span, span)),
        )
    return comparison


def _persian_dates(text: str) -> Iterator[tuple[tuple[int, int], int, int, int]]:
    for match in _PERSIAN.finditer(text):
        month = PERSIAN_MONTHS.index(match[2]) + 1
        yield match.span(), _number(match[3] or "0"), month, _number(match[1])
    for match in _PERSIAN_FIGURES.finditer(text):
        yield match.span(), _number(match[1]), _number(match[2]), _number(match[3])


def _number(digits: str) -> int:
    return int("".join(str(unicodedata.decimal(sign)) for sign in digits))


def _gregorian(year: int, month: int, day: int) -> dt.date | None:
    """Return the day of a Persian date, or None if there is no such day."""
    if year not in _KNOWN_YEARS or not (
        1 <= month <= len(_MONTH_STARTS) and 1 <= day <= _LONGEST_MONTH
    ):
        return None
    days = sum(_length(each) for each in range(_YEAR_OF_IT, year))
    days -= sum(_length(each) for each in range(year, _YEAR_OF_IT))
    return _NEW_YEAR + dt.timedelta(days=days + _MONTH_STARTS[month - 1] + day - 1)


def _length(year: int) -> int:
    return 366 if year % 33 in _LEAP else 365


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]
