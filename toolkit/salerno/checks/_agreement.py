"""Compares the numbers of two texts as multisets of values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from salerno.checks._numerals import Number
from salerno.checks._readings import Reading


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a number; `8:30` has two."""

    value: Decimal
    number: Number


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is left when all that agrees is taken away, in order of appearance."""

    missing: tuple[Value, ...] = ()
    extra: tuple[Value, ...] = ()
    foreign: tuple[Number, ...] = ()
    """Numbers of the target which agree only when they are read as another locale's."""


def compare(source: Iterable[Number], target: Iterable[Number]) -> Comparison:
    """Match number by number, then value by value, the likeliest readings first."""
    unmatched, left, foreign = list(source), list(target), list[Number]()
    for key in (_likeliest_of_its_name, _likeliest):
        unmatched, left = _paired(unmatched, left, key, foreign)
        if not unmatched and not left:
            return Comparison(foreign=tuple(foreign))
    unmatched, values = _absorbed(unmatched, left)
    whole = _whole_numbers(left, values)
    unmatched, rest = _paired(unmatched, whole, _any, foreign)
    rest, missing = _absorbed(rest, unmatched)
    settled = {number.span for number in whole} - {number.span for number in rest}
    extra = [value for value in values if value.number.span not in settled]
    return Comparison(*_cancelled(missing, extra), tuple(foreign))


_Key = Callable[[Number], Iterator[tuple[Reading, Any]]]


def _likeliest_of_its_name(number: Number) -> Iterator[tuple[Reading, Any]]:
    """Yield the first reading; 19 mg is looked for among figures first, COVID-19 among its like."""
    yield number.readings[0], (number.readings[0].values, number.name.lower())


def _likeliest(number: Number) -> Iterator[tuple[Reading, Any]]:
    yield number.readings[0], number.readings[0].values


def _any(number: Number) -> Iterator[tuple[Reading, Any]]:
    for reading in number.readings:
        yield reading, reading.values


def _paired(
    source: list[Number],
    target: list[Number],
    key: _Key,
    foreign: list[Number],
) -> tuple[list[Number], list[Number]]:
    """Return the numbers of each side without a partner; note foreign ones that found theirs."""
    waiting: dict[Any, list[int]] = defaultdict(list)
    for position in reversed(range(len(target))):
        for _, found in key(target[position]):
            waiting[found].append(position)
    taken: set[int] = set()
    left = []
    for number in source:
        free = _first_free(number, key, waiting, taken)
        if free is None:
            left.append(number)
            continue
        taken.add(free)
        if _is_foreign(number, target[free], key):
            foreign.append(target[free])
    return left, [number for position, number in enumerate(target) if position not in taken]


def _first_free(
    number: Number,
    key: _Key,
    waiting: dict[Any, list[int]],
    taken: set[int],
) -> int | None:
    for _, wanted in key(number):
        candidates = waiting.get(wanted, [])
        while candidates:
            position = candidates.pop()
            if position not in taken:
                return position
    return None


def _is_foreign(source: Number, target: Number, key: _Key) -> bool:
    """Return whether the target makes the pair by a foreign reading alone, and the source does not."""
    own = {found for reading, found in key(source) if not reading.foreign}
    pairs = [reading.foreign for reading, found in key(target) if found in own]
    return bool(pairs) and all(pairs)


def _absorbed(
    numbers: list[Number],
    others: list[Number],
) -> tuple[list[Number], list[Value]]:
    """Take away each number that the values of `others` make up; return what both have left."""
    values = list(_values_of(others))
    available = Counter(value.value for value in values)
    left = []
    for number in numbers:
        for needed in _parts(number):
            if all(available[value] >= count for value, count in needed.items()):
                available.subtract(needed)
                break
        else:
            left.append(number)
    return left, _first_of(values, available)


def _parts(number: Number) -> Iterator[Counter[Decimal]]:
    """Yield the values to look for one by one; a lesser reading is no part of another number."""
    for reading in number.readings:
        if reading is number.readings[0] or len(reading.values) > 1:
            yield Counter(reading.values)


def _values_of(numbers: Iterable[Number]) -> Iterator[Value]:
    for number in numbers:
        for value in number.readings[0].values:
            yield Value(value, number)


def _first_of(values: list[Value], counts: Counter[Decimal]) -> list[Value]:
    """Return as many of the values as `counts` has of each, those that stand first."""
    kept, left = [], counts.copy()
    for value in values:
        if left[value.value] > 0:
            left[value.value] -= 1
            kept.append(value)
    return kept


def _whole_numbers(numbers: list[Number], values: list[Value]) -> list[Number]:
    """Return the numbers all of whose values are still among `values`."""
    left = Counter(value.number.span for value in values)
    return [number for number in numbers if left[number.span] == len(number.readings[0].values)]


def _cancelled(
    missing: list[Value],
    extra: list[Value],
) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    counts = Counter(value.value for value in missing)
    counts.subtract(value.value for value in extra)
    return tuple(_first_of(missing, counts)), tuple(_first_of(extra, -counts))
