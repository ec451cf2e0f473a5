"""Numbers: the target has the source's values, as a reader of the target's locale reads them.

Digits count by value (4,000 is 4.000 in Spanish, 400万 is 4 million); what the source has in digits
and the target in words, or the other way round, is silent. So is the name of a thing that lost its
figure (COVID-19), for names are translated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from salerno.checks._agreement import Comparison, Value, compare
from salerno.checks._calendars import without_other_reckonings
from salerno.checks._half_days import changed_half_days
from salerno.checks._make_believe import is_make_believe
from salerno.checks._number_findings import NAME, findings
from salerno.checks._numerals import Number, find_english_numbers, find_numbers
from salerno.checks._phones import without_phones
from salerno.checks._readings import Reading
from salerno.checks._same_amounts import without_conversions
from salerno.checks._spelt_numbers import Changes, changes
from salerno.checks._text import resolved
from salerno.checks._words import has_scales, knows, month_values, word_values
from salerno.languages import number_symbols
from salerno.model import Finding, Severity, Syntax, Unit

_DUAL, _WITH_DUAL = 2, frozenset({"ar", "he"})
"""These say two by the form of any noun, which no list of words holds."""
_NAMED_HOURS = frozenset({12, 24})
"""Noon and midnight: both languages may say so, and one of them the hour as well."""
_FULL_HOUR = re.compile(r"[1-9]\d?[.:h]0?0")
_FIGURE = re.compile("[\\d¼-¾⅐-⅞]")
_MONTH_BEFORE = "tháng "
_BESIDE_MONTHS = tuple("-–月월")


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield the numbers that changed, are missing, were added, or read as another value."""
    language = locale.partition("-")[0]
    known = [_differences(source, target, unit.syntax, locale) for source in _sources(unit)]
    least = min(known, key=lambda each: each.size)
    for finding in (
        *findings(least.comparison, locale),
        *_half_day_findings(least.source, least.target),
        *(
            ()
            if is_make_believe(target, unit.syntax, language)
            else _spelt_findings(least, language)
        ),
    ):
        yield finding if least is known[0] else replace(finding, source_span=None)


@dataclass(frozen=True, slots=True)
class _Differences:
    """How a target differs from one of the texts that it may answer to."""

    source: str
    target: str
    comparison: Comparison
    spelt: Changes

    @property
    def size(self) -> int:
        return len(self.comparison.missing) + len(self.comparison.extra)


def _differences(source: str, target: str, syntax: Syntax, locale: str) -> _Differences:
    source, target = resolved(source, syntax), resolved(target, syntax)
    said, found, comparison = [], [], Comparison()
    if _FIGURE.search(source) or _FIGURE.search(target):
        source, target = without_phones(source, target)
        said = find_english_numbers(source)
        found = find_numbers(target, number_symbols(locale), locale.partition("-")[0])
        comparison = _compared(source, said, target, found, locale.partition("-")[0])
    spelt = changes(source, said, target, found, locale)
    return _Differences(
        source, target, *without_conversions(comparison, spelt, source, target, locale)
    )


def _half_day_findings(source: str, target: str) -> Iterator[Finding]:
    for said, found in changed_half_days(source, target):
        message = f"the source says {said.group()}, the translation says {found.group()}"
        yield Finding(NAME, Severity.CRITICAL, message, said.span(), found.span())


def _spelt_findings(differences: _Differences, language: str) -> Iterator[Finding]:
    """Yield the numbers in words that are others in words, and those that are nowhere."""
    source, target = differences.source, differences.target
    missing, extra = differences.spelt.missing, differences.spelt.extra
    for said, found in zip(missing, extra, strict=False):
        words, answer = source[slice(*said.span)], target[slice(*found.span)]
        message = f"the source says {words}, the translation says {answer}"
        yield Finding(NAME, Severity.CRITICAL, message, said.span, found.span)
    for said in missing[len(extra) :] if knows(language) else ():
        if said.value != _DUAL or language not in _WITH_DUAL:
            message = f"{source[slice(*said.span)]} of the source is missing in the translation"
            yield Finding(NAME, Severity.CRITICAL, message, said.span)


def _sources(unit: Unit) -> Iterable[str]:
    """Return what a target may answer to; which numbers a plural form covers is the locale's."""
    return (unit.source,) if unit.source_plural is None else (unit.source, unit.source_plural)


def _compared(
    source: str,
    numbers: list[Number],
    target: str,
    found: list[Number],
    language: str,
) -> Comparison:
    if not has_scales(language):
        numbers = [_scaled_or_not(number) for number in numbers]
    comparison = compare(numbers, found)
    if not comparison.missing and not comparison.extra:
        return comparison
    comparison = _without_full_hours(comparison)
    comparison = without_other_reckonings(comparison, source, target, language)
    comparison = _without_months(comparison, source, target, found)
    comparison = _without_words(comparison, source, target, language)
    return _without_names(comparison, numbers)


def _without_full_hours(comparison: Comparison) -> Comparison:
    """Drop the zero minutes that the target adds to an hour: `4 a.m.` is 4:00."""
    if comparison.missing:
        return comparison
    hours = {value.number.span for value in comparison.extra if value.value != 0}
    extra = tuple(
        value
        for value in comparison.extra
        if value.number.span in hours or not _FULL_HOUR.fullmatch(value.number.text)
    )
    return replace(comparison, extra=extra)


def _scaled_or_not(number: Number) -> Number:
    """Let `2.1 million` be 2.1 as well, where the target's word for million is not known."""
    if not number.power:
        return number
    bare = tuple(
        Reading(tuple(Decimal(f"{value:f}E-{number.power}") for value in reading.values))
        for reading in number.readings
    )
    return replace(number, readings=(*number.readings, *bare))


def _without_words(
    comparison: Comparison,
    source: str,
    target: str,
    language: str,
) -> Comparison:
    """Drop the values that the other side has in words which have no word as their partner."""
    said, answered = word_values(source, "en"), word_values(target, language)
    # the article `un` stands everywhere and is no partner of `one`, so 1 is not reckoned up
    shared = Counter(
        {
            value: n
            for value, n in (said & answered).items()
            if value > 1 and value not in _NAMED_HOURS
        }
    )
    changed = _lost_names(comparison)
    renamed = [value for value in comparison.extra if value.number.name.lower() in changed]
    figures = [value for value in comparison.extra if value.number.name.lower() not in changed]
    return replace(
        comparison,
        missing=_not_among(comparison.missing, answered - shared),
        extra=(*renamed, *_not_among(figures, said - shared)),
    )


def _without_months(
    comparison: Comparison,
    source: str,
    target: str,
    found: Iterable[Number],
) -> Comparison:
    """Drop the months that the source names and the target has in figures: `17.05.2027`, `5月`."""
    months = month_values(source)
    if not months:
        return comparison
    dated = [number for number in found if _may_hold_month(number, target)]
    figures = Counter(value for number in dated for value in number.readings[0].values)
    return replace(comparison, extra=_not_among(comparison.extra, months & figures))


def _may_hold_month(number: Number, text: str) -> bool:
    start, end = number.span
    return (
        len(number.readings[0].values) > 1
        or text[end : end + 2].lstrip()[:1] in _BESIDE_MONTHS
        or text[max(0, start - 1) : start] in _BESIDE_MONTHS
        or text[max(0, start - len(_MONTH_BEFORE)) : start].lower() == _MONTH_BEFORE
    )


def _not_among(values: Iterable[Value], words: Counter[Decimal]) -> tuple[Value, ...]:
    left = []
    for value in values:
        if words[value.value] > 0:
            words[value.value] -= 1
        else:
            left.append(value)
    return tuple(left)


def _without_names(comparison: Comparison, source: Sequence[Number]) -> Comparison:
    """Drop names that lost their figure or are said once more, save where one was changed."""
    changed = _lost_names(comparison)
    named = {value for number in source if number.name for value in number.readings[0].values}
    extra = tuple(
        value
        for value in comparison.extra
        if value.value not in named or value.number.name.lower() in changed
    )
    if extra:
        return replace(comparison, extra=extra)
    missing = tuple(value for value in comparison.missing if not value.number.name)
    return replace(comparison, missing=missing, extra=())


def _lost_names(comparison: Comparison) -> set[str]:
    return {value.number.name.lower() for value in comparison.missing} - {""}
