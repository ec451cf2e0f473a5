"""Reads how much and how often a text says: 5 mg, 3 days, twice a day, every 8 hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from salerno.checks._frequency_words import JUXTAPOSED
from salerno.checks._grammars import Kind, grammar_of
from salerno.checks._text import seen
from salerno.checks._units import STRETCHES, TIME, language_of, unit_named
from salerno.checks._vocabulary import key_of
from salerno.checks.quantities import Quantity, folded_quantities
from salerno.model import Syntax
from salerno.words import fold

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of one unit: 5 mg, two days; `1` of `a week`, which is `vague`."""

    span: Span
    value: Decimal
    unit: str
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times in a stretch of time; `times` is None where it only says in which: daily."""

    span: Span
    times: Decimal | None
    length: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Regimen:
    """What a text says of amounts and frequencies, each in order of appearance."""

    amounts: tuple[Amount, ...] = ()
    frequencies: tuple[Frequency, ...] = ()
    values: frozenset[Decimal] = frozenset()
    """All numbers, of a unit or of none."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A piece of a frequency, or an amount."""

    span: Span
    kind: Kind
    value: Decimal
    unit: str


_VAGUE = frozenset({Kind.ARTICLE, Kind.BESIDE})
"""Kinds of cues that are one stretch of time where they say nothing of how often."""
_HALF_DAYS = frozenset({"am", "pm"})
_ONE = (Decimal(1),)

_STOP = re.compile(r"[.!?;।۔؟؛](?:\s|\Z)|[。！？；]|\n")
_FARTHEST, _NEAR = 40, 8
"""Characters between how many times and in which stretch of time."""
_LOOK = 48
"""Characters in which a marker is looked for before an amount."""


@lru_cache(maxsize=64)
def regimen(text: str, syntax: Syntax, locale: str) -> Regimen:
    """Return what a text in `locale` says of amounts and frequencies."""
    plain = seen(text, syntax)
    folded = fold(plain)
    if locale == "en" and not grammar_of(locale).hint.search(folded.text):
        return Regimen()
    found = folded_quantities(plain, folded, locale)
    counted = [each for each in found if each.unit and each.unit not in _HALF_DAYS]
    cues = sorted(_cues(folded.text, locale, counted), key=lambda cue: (cue.span[0], -cue.span[1]))
    cues = [_marked(cue, folded.text, locale) for cue in _apart(cues)]
    frequencies, left = _frequencies(cues, folded.text, locale)
    amounts = (
        Amount(folded.span(*cue.span), cue.value, cue.unit, vague=cue.kind in _VAGUE)
        for cue in left
        if cue.kind in {Kind.AMOUNT, Kind.TIMES, *_VAGUE}
    )
    placed = (replace(each, span=folded.span(*each.span)) for each in frequencies)
    values = frozenset(value for each in found for value in each.values)
    return Regimen(tuple(amounts), tuple(placed), values)


def _cues(text: str, locale: str, counted: list[Quantity]) -> Iterator[_Cue]:
    worded = list(_worded_cues(text, locale))
    # what looks like an amount may be part of a frequency: driemaal daags, or `each` that is also one
    times = {cue.span[0] for cue in worded if cue.kind == Kind.TIMES}
    each_one = {cue.span for cue in worded if cue.kind == Kind.PER}
    kept = [
        each
        for each in counted
        if each.unit == TIME
        or not (each.span[0] in times or (each.span in each_one and each.values == _ONE))
    ]
    for each in kept:
        if len(each.values) == 1:
            kind = Kind.TIMES if each.unit == TIME else Kind.AMOUNT
            yield _Cue(each.span, kind, each.values[0], each.unit)
        else:
            yield _Cue(each.span, Kind.SKIPPED, Decimal(0), each.unit)
    taken = {place for each in kept for place in range(*each.span)}
    for cue in worded:
        if cue.kind not in {Kind.PER, Kind.ARTICLE} or taken.isdisjoint(range(*cue.span)):
            yield cue
            taken.update(range(*cue.span))
    for cue in _bare_cues(text, locale):
        if taken.isdisjoint(range(*cue.span)):
            yield cue


def _worded_cues(text: str, locale: str) -> Iterator[_Cue]:
    grammar = grammar_of(locale)
    for match in grammar.words.finditer(text):
        kind, value, unit = grammar.meanings[key_of(match[1])]
        yield _Cue(match.span(), kind, value, unit)
    for match in grammar.stretches.finditer(text):
        kind = Kind.PER if match["per"] else Kind.ARTICLE
        yield _Cue(match.span(), kind, Decimal(1), unit_named(match["unit"], locale))


def _apart(cues: list[_Cue]) -> Iterator[_Cue]:
    """Yield the cues that do not overlap, the first and longest; what is to be skipped is left out."""
    reached = -1
    for cue in cues:
        if cue.span[0] >= reached:
            reached = cue.span[1]
            if cue.kind != Kind.SKIPPED:
                yield cue


def _bare_cues(text: str, locale: str) -> Iterator[_Cue]:
    """Yield the stretches of time of a language without articles; a day is too often none."""
    pattern = grammar_of(locale).bare
    for match in pattern.finditer(text) if pattern else ():
        unit = unit_named(match[1], locale)
        if unit not in {"second", "day"}:
            yield _Cue(match.span(), Kind.ARTICLE, Decimal(1), unit)


def _marked(cue: _Cue, text: str, locale: str) -> _Cue:
    """Return an amount of time as `every` if a word before or behind it says so."""
    if cue.kind != Kind.AMOUNT or cue.unit not in STRETCHES:
        return cue
    grammar = grammar_of(locale)
    start, end = cue.span
    if grammar.after and grammar.after.match(text, end):
        return replace(cue, kind=Kind.EVERY)
    marker = grammar.every.search(text[max(0, start - _LOOK) : start])
    if marker and marker["again"] in {None, str(cue.value)}:
        return replace(cue, kind=Kind.EVERY, span=(start - len(marker[0].lstrip()), end))
    return cue


def _frequencies(
    cues: list[_Cue],
    text: str,
    locale: str,
) -> tuple[list[Frequency], list[_Cue]]:
    """Return the frequencies that cues make up, and the cues that are left."""
    used: dict[int, int | None] = {}
    for place, cue in enumerate(cues):
        if cue.kind == Kind.TIMES:
            partner = _partner(place, cues, used, text, locale)
            if partner is not None:
                used[partner] = place
                used[place] = None
    found = []
    for place, cue in enumerate(cues):
        times = used.get(place)
        if times is not None:
            span = (min(cue.span[0], cues[times].span[0]), max(cue.span[1], cues[times].span[1]))
            found.append(Frequency(span, cues[times].value, cue.value, cue.unit))
        elif cue.kind == Kind.PER and place not in used:
            found.append(Frequency(cue.span, None, cue.value, cue.unit))
        elif cue.kind == Kind.EVERY and place not in used:
            found.append(Frequency(cue.span, Decimal(1), cue.value, cue.unit))
    consumed = used.keys() | {p for p, cue in enumerate(cues) if cue.kind in {Kind.PER, Kind.EVERY}}
    return found, [cue for place, cue in enumerate(cues) if place not in consumed]


def _partner(
    place: int,
    cues: list[_Cue],
    used: dict[int, int | None],
    text: str,
    locale: str,
) -> int | None:
    """Return which neighbour of a number of times says in which stretch of time, the nearer one."""
    near = []
    for other in (place + 1, place - 1):
        if 0 <= other < len(cues) and other not in used:
            first, second = sorted((cues[place].span, cues[other].span))
            between = text[first[1] : second[0]]
            if _belongs(cues[place], cues[other], between, locale):
                near.append((len(between), other))
    return min(near)[1] if near else None


def _belongs(times: _Cue, stretch: _Cue, between: str, locale: str) -> bool:
    if len(between) > _FARTHEST or stretch.unit not in STRETCHES or _STOP.search(between):
        return False
    if stretch.kind in {Kind.PER, Kind.EVERY}:
        return True
    if stretch.kind == Kind.BESIDE:
        return len(between) < _NEAR
    if stretch.kind not in {Kind.AMOUNT, Kind.ARTICLE}:
        return False
    if times.span < stretch.span and grammar_of(locale).per.fullmatch(between.strip()):
        return True
    return language_of(locale) in JUXTAPOSED and len(between) < _NEAR
