"""Units: what the source has in milligrams or months, the translation has not in grams or years.

Found is the same number with another unit. A conversion (100.4 °F as 38 °C) is the same amount. Where a
mass, a volume or a temperature has its number and no unit that is known, it may stand in a word that no
table has, so that is major.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from salerno.checks._conversions import SIZES, dimension, is_equal
from salerno.checks._regimens import Amount, Regimen, regimen
from salerno.checks._unit_words import UNITS
from salerno.checks._units import TIME, language_of
from salerno.model import Finding, Severity, Unit

NAME = "units"
READS_WORDS = True

_SAME = (
    frozenset({"pill", "tablet"}),
    frozenset({"pill", "capsule"}),
    frozenset({"unit", "international-unit"}),
    frozenset({"spoon", "tablespoon"}),
)
"""What translators may write for each other."""
_TEASPOON = frozenset({"spoon", "teaspoon"})
_SMALL_SPOONS = frozenset({"bn", "hi", "id", "ur", "zh"})
"""Languages in which a spoon of medicine is a teaspoon."""
_MEASURES = frozenset({"mass", "volume", "temperature"})
_MOST_COMPARED = 200
"""Amounts that differ, one by one with each other; with more, it is another text."""
_MOST = 20
"""So many findings say what is wrong."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield each amount whose number the target has with another unit, or with none."""
    said = regimen(unit.source, unit.syntax, "en").amounts
    if not said:
        return
    answered = regimen(target, unit.syntax, locale)
    left, rest = _without_equals(said, answered.amounts, locale)
    swapped = list(_swapped(left, rest))
    for first, second in swapped[:_MOST]:
        yield _swap_finding(unit.source, first, target, second)
    if language_of(locale) in UNITS:
        gone = [each for each in left if each not in {first for first, _ in swapped}]
        for each in gone[:_MOST]:
            if _is_lost(each, answered):
                yield _loss_finding(unit.source, each)


def _is_lost(amount: Amount, answered: Regimen) -> bool:
    """Return whether a measure's number is there, and no unit with it."""
    return (
        dimension(amount.unit) in _MEASURES
        and amount.value in answered.values
        and amount.value not in {each.value for each in answered.amounts}
    )


def _without_equals(
    said: Iterable[Amount],
    answered: Iterable[Amount],
    locale: str,
) -> tuple[list[Amount], list[Amount]]:
    """Take away each amount of the source with its like in the target, the very same ones first."""
    left, rest = _without_same(said, answered)
    left, rest = left[:_MOST_COMPARED], rest[:_MOST_COMPARED]
    for is_like in (_is_renamed, _is_converted):
        unmatched = []
        for first in left:
            like = next((second for second in rest if is_like(first, second, locale)), None)
            if like is None:
                unmatched.append(first)
            else:
                rest.remove(like)
        left = unmatched
    return left, rest


def _without_same(
    said: Iterable[Amount],
    answered: Iterable[Amount],
) -> tuple[list[Amount], list[Amount]]:
    waiting: dict[tuple[Decimal, str], deque[Amount]] = defaultdict(deque)
    for second in answered:
        waiting[second.value, second.unit].append(second)
    left = []
    for first in said:
        likes = waiting.get((first.value, first.unit))
        if likes:
            likes.popleft()
        else:
            left.append(first)
    rest = sorted(chain.from_iterable(waiting.values()), key=lambda amount: amount.span)
    return left, rest


def _is_renamed(first: Amount, second: Amount, locale: str) -> bool:
    if first.value != second.value:
        return False
    (unit, _, rest), (other, _, other_rest) = first.unit.partition("/"), second.unit.partition("/")
    if unit == other:
        return not (rest and other_rest)  # 5 mg/kg, and 5 mg for each kilogram in words
    names = {unit, other}
    return names in _SAME or (names == _TEASPOON and language_of(locale) in _SMALL_SPOONS)


def _is_converted(first: Amount, second: Amount, _locale: str) -> bool:
    return is_equal(first.value, first.unit, second.value, second.unit)


def _swapped(said: list[Amount], answered: list[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Yield the amounts that have one number and two units."""
    rest = list(answered)
    for first in said:
        other = next((second for second in rest if _is_swap(first, second)), None)
        if other is not None:
            rest.remove(other)
            yield first, other


def _is_swap(first: Amount, second: Amount) -> bool:
    if first.value != second.value or TIME in {first.unit, second.unit}:
        return False
    if first.vague or second.vague or first.value == 1:
        return dimension(first.unit) == dimension(second.unit) and first.unit in SIZES
    return True


def _swap_finding(source: str, first: Amount, target: str, second: Amount) -> Finding:
    said, answered = source[slice(*first.span)], target[slice(*second.span)]
    message = (
        f"the source says {_short(said)}, the translation {_short(answered)}:"
        f" {_named(first.unit)} became {_named(second.unit)}"
    )
    return Finding(NAME, Severity.CRITICAL, message, first.span, second.span)


def _loss_finding(source: str, amount: Amount) -> Finding:
    said = _short(source[slice(*amount.span)])
    message = f"the source says {said}, the translation has the number without its unit"
    return Finding(NAME, Severity.MAJOR, message, amount.span)


_LONGEST_QUOTE = 40


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _named(unit: str) -> str:
    """Return a unit in words, as `milligrams per kilogram` may be said."""
    return unit.replace("-", " ").replace("/", " per ")
