"""Takes away the numbers that differ for the unit alone: 2 weeks and 14 days, 100.4 °F and 38 °C."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from salerno.checks._agreement import Comparison, Value
from salerno.checks._conversions import SIZES, is_equal
from salerno.checks._numerals import Number
from salerno.checks._spelt_numbers import Changes, Spelt
from salerno.checks._units import unit_before, unit_behind

_ONE = re.compile(
    r"\b(?:an?|one|per|each|every|the|this|next|last)\s(?=week|day|hour|month|year)", re.IGNORECASE
)
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "hourly": "hour",
}
_ADVERB = re.compile(rf"\b(?:{'|'.join(_ADVERBS)})\b", re.IGNORECASE)
_WITH_ONE = frozenset({"zh", "ja", "ko"})
"""These say one where English has an article: once a day is 1日1回."""
_MOST = 12
"""So many differences are another text, and no conversion."""


@dataclass(frozen=True, slots=True)
class _Amount:
    span: tuple[int, int]
    value: Decimal
    unit: str


def without_conversions(
    comparison: Comparison,
    spelt: Changes,
    source: str,
    target: str,
    locale: str,
) -> tuple[Comparison, Changes]:
    """Return what differs still when amounts that are equal in two units are taken away."""
    missing: list[Value | Spelt] = [*comparison.missing, *spelt.missing]
    extra: list[Value | Spelt] = [*comparison.extra, *spelt.extra]
    if not (0 < len(extra) <= _MOST and len(missing) <= _MOST):
        return comparison, spelt
    said = list(_amounts(missing, source, "en"))
    answered = list(_amounts(extra, target, locale))
    implied = list(_implied(source))
    gone, known = set(), set()
    for found in answered:
        for amount in (*said, *implied):
            is_same = _is_implied if amount in implied else _is_converted
            if amount.span not in gone and is_same(amount, found):
                gone.add(amount.span)
                known.add(found.span)
                break
    if locale.partition("-")[0] in _WITH_ONE:
        ones = [each.span for each in _figures_of_one(extra) if each.span not in known]
        known.update(ones[: sum(amount.span not in gone for amount in implied)])
    if not known:
        return comparison, spelt
    return (
        replace(
            comparison,
            missing=tuple(value for value in comparison.missing if value.number.span not in gone),
            extra=tuple(value for value in comparison.extra if value.number.span not in known),
        ),
        Changes(
            tuple(each for each in spelt.missing if each.span not in gone),
            tuple(each for each in spelt.extra if each.span not in known),
        ),
    )


def _implied(source: str) -> Iterator[_Amount]:
    """Yield the units of the source that stand for one of them."""
    for match in _ONE.finditer(source):
        yield _Amount(match.span(), Decimal(1), unit_behind(source, match.end(), "en")[0])
    for match in _ADVERB.finditer(source):
        yield _Amount(match.span(), Decimal(1), _ADVERBS[match[0].lower()])


def _figures_of_one(numbers: Iterable[Value | Spelt]) -> Iterator[Number | Spelt]:
    for number in numbers:
        if number.value == 1:
            yield number if isinstance(number, Spelt) else number.number


def _is_implied(amount: _Amount, found: _Amount) -> bool:
    """Return whether the target has in figures what the source has not: `a day` and `1日`."""
    same = amount.unit == found.unit and found.value == 1
    return same or _is_converted(amount, found)


def _is_converted(amount: _Amount, found: _Amount) -> bool:
    """Return whether two amounts are equal in two units; in one unit no rounding is forgiven."""
    return amount.unit != found.unit and is_equal(
        amount.value, amount.unit, found.value, found.unit
    )


def _amounts(numbers: Iterable[Value | Spelt], text: str, locale: str) -> Iterator[_Amount]:
    """Yield the numbers that have a unit which has a size."""
    for number in numbers:
        start, end = span = number.span if isinstance(number, Spelt) else number.number.span
        unit, _ = unit_behind(text, end, locale)
        if not unit:
            unit, _ = unit_before(text, start, locale)
        if unit.partition("/")[0] in SIZES:
            yield _Amount(span, number.value, unit)
