"""Frequencies: twice a day is every 12 hours, and every 8 hours is not 8 times a day.

Found is a frequency in place of another. Where the target has none at all, it may stand in words that no
table has, so that is major.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from salerno.checks._conversions import SIZES
from salerno.checks._frequency_words import FREQUENCIES
from salerno.checks._regimens import Frequency, Regimen, regimen
from salerno.checks._units import TIME, language_of
from salerno.model import Finding, Severity, Unit

NAME = "frequencies"
READS_WORDS = True

_CLOSE, _LOOSE = Decimal("0.01"), Decimal("0.1")
"""How far two frequencies may lie apart: four weeks and a month are one."""
_MONTHS = frozenset({"month", "year"})
_MORNING_AND_EVENING = (Decimal(2), Decimal(1), "day")
"""What twice a day may become."""
_MOST_COMPARED = 200
"""Frequencies that differ, one by one with each other; with more, it is another text."""
_MOST = 20


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield each frequency of the source in whose place the target has another."""
    said = regimen(unit.source, unit.syntax, "en")
    if not said.frequencies:
        return
    answered = regimen(target, unit.syntax, locale)
    left, rest = list(said.frequencies), list(answered.frequencies)
    if not rest and language_of(locale) in FREQUENCIES:
        yield from _lost(unit.source, left, answered)
    left, rest = _without_identical(left, rest)
    left, rest = left[:_MOST_COMPARED], rest[:_MOST_COMPARED]
    for is_like in (_is_same, _may_be_same(said)):
        left, rest = _unmatched(left, rest, is_like)
    left = _without_amounts(left, answered)
    rest = _without_amounts(rest, said)
    for first, second in list(zip(left, rest, strict=False))[:_MOST]:
        yield _finding(unit.source, first, target, second)


def _without_identical(
    said: list[Frequency],
    answered: list[Frequency],
) -> tuple[list[Frequency], list[Frequency]]:
    known = Counter(map(_key, said)) & Counter(map(_key, answered))
    return _less(said, known.copy()), _less(answered, known)


def _key(frequency: Frequency) -> tuple[Decimal | None, Decimal, str]:
    return frequency.times, frequency.length, frequency.unit


def _less(
    frequencies: list[Frequency],
    known: Counter[tuple[Decimal | None, Decimal, str]],
) -> list[Frequency]:
    """Return the frequencies but as many of each as are known."""
    left = []
    for each in frequencies:
        if known[_key(each)] > 0:
            known[_key(each)] -= 1
        else:
            left.append(each)
    return left


def _lost(source: str, said: list[Frequency], answered: Regimen) -> Iterator[Finding]:
    """Yield the frequencies that say how many times, but those of which the target has the parts."""
    numbers = {amount.value for amount in answered.amounts if amount.unit == TIME}
    for each in said[:_MOST]:
        if each.times in {None, *numbers} or not _without_amounts([each], answered):
            continue
        if _key(each) == _MORNING_AND_EVENING:
            continue
        words = _short(source[slice(*each.span)])
        message = f"the source says {words}, the translation says nothing of how often"
        yield Finding(NAME, Severity.MAJOR, message, each.span)


_Likeness = Callable[[Frequency, Frequency], bool]


def _unmatched(
    said: list[Frequency],
    answered: list[Frequency],
    is_like: _Likeness,
) -> tuple[list[Frequency], list[Frequency]]:
    left, rest = [], list(answered)
    for first in said:
        like = next((second for second in rest if is_like(first, second)), None)
        if like is None:
            left.append(first)
        else:
            rest.remove(like)
    return left, rest


def _is_same(first: Frequency, second: Frequency) -> bool:
    """Return whether two frequencies come to so many times in the same stretch of time."""
    rate, other = _rate(first), _rate(second)
    loose = not _MONTHS.isdisjoint({first.unit, second.unit})
    return abs(rate - other) <= (_LOOSE if loose else _CLOSE) * max(rate, other)


def _rate(frequency: Frequency) -> Decimal:
    """Return how many times a second; `daily` counts as once a day."""
    length = max(frequency.length, Decimal("0.001")) * SIZES[frequency.unit][1]
    return (1 if frequency.times is None else frequency.times) / length


def _may_be_same(said: Regimen) -> _Likeness:
    """Return whether one of two does not say how many times, and the rest agrees.

    It is another frequency if the other says a number of times of which its text knows nothing.
    """

    def is_like(first: Frequency, second: Frequency) -> bool:
        if (first.length, first.unit) != (second.length, second.unit):
            return False
        if first.times is None:
            return second.times is None or second.times == 1 or second.times in said.values
        return second.times is None

    return is_like


def _without_amounts(frequencies: list[Frequency], other: Regimen) -> list[Frequency]:
    """Drop those whose stretch of time the other text has, with no word that makes it a frequency."""
    stretches = {(amount.value, amount.unit) for amount in other.amounts}
    return [each for each in frequencies if each.length <= 1 or _key(each)[1:] not in stretches]


def _finding(source: str, first: Frequency, target: str, second: Frequency) -> Finding:
    said, answered = source[slice(*first.span)], target[slice(*second.span)]
    message = (
        f"the source says {_short(said)} ({_named(first)}),"
        f" the translation {_short(answered)} ({_named(second)})"
    )
    return Finding(NAME, Severity.CRITICAL, message, first.span, second.span)


_LONGEST_QUOTE = 40


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _named(frequency: Frequency) -> str:
    """Return a frequency in plain words: `3 times in 1 day`."""
    times = "" if frequency.times is None else f"{_counted(frequency.times, 'time')} "
    return f"{times}in {_counted(frequency.length, frequency.unit)}"


def _counted(number: Decimal, noun: str) -> str:
    return f"{number:.6g} {noun}{'' if number == 1 else 's'}"
