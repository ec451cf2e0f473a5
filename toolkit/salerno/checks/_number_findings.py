"""Says what differs between the numbers of two texts, in words for a clinician."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import chain

from salerno.checks._agreement import Comparison, Value
from salerno.checks._numerals import Number, find_numbers
from salerno.checks._readings import ENGLISH
from salerno.checks._text import PADDING
from salerno.checks._words import knows
from salerno.languages import english_name, number_symbols
from salerno.model import Finding, Severity

NAME = "numbers"

_SMALL = range(1, 13)
"""Style guides let writers spell these out, so any language may have them in words."""
_LONGEST_QUOTE = 40
_GROUPED_FROM = 4
"""Digits; most languages write four of them either way."""
_MOST = 20
"""So many findings of a kind say what is wrong; the rest are only counted."""


def findings(comparison: Comparison, locale: str) -> Iterator[Finding]:
    """Yield the findings on a comparison, the worst first."""
    if comparison == Comparison():
        return
    language = locale.partition("-")[0]
    misread, comparison = _split_misread(comparison, language)
    for missing, extra in misread[:_MOST]:
        yield _misread_finding(missing, extra, locale)
    yield from _value_findings(comparison, language)
    for number in comparison.foreign:
        if not (number.name or _takes_either_sign(locale)):
            yield _form_finding(number, locale)


def _takes_either_sign(locale: str) -> bool:
    """Return whether the locale takes point and comma alike, where neither can be misread.

    So do the Spanish of the Americas, whatever CLDR says of a region (RAE, Ortografía 2010).
    """
    return locale.startswith("es-") and number_symbols(locale).decimal == ENGLISH.decimal


def _split_misread(
    comparison: Comparison,
    language: str,
) -> tuple[list[tuple[Value, Value]], Comparison]:
    """Separate what would agree if the target's readers read English figures."""
    missing: dict[Decimal, deque[Value]] = defaultdict(deque)
    for value in comparison.missing:
        missing[value.value].append(value)
    misread, extra = [], []
    for value in comparison.extra:
        english = _in_english(value.number, language)
        if english is not None and missing.get(english):
            misread.append((missing[english].popleft(), value))
        else:
            extra.append(value)
    left = sorted(chain.from_iterable(missing.values()), key=lambda value: value.number.span)
    return misread, replace(comparison, missing=tuple(left), extra=tuple(extra))


def _in_english(number: Number, language: str) -> Decimal | None:
    """Return the one value of a number whose signs are taken for English ones."""
    if number.text.isdecimal() or len(number.readings[0].values) > 1:
        return None
    return find_numbers(number.text, ENGLISH, language)[0].readings[0].values[0]


def _misread_finding(missing: Value, extra: Value, locale: str) -> Finding:
    message = (
        f"{_quoted(extra.number.text)} reads as {_plain(extra.value)} in {_language(locale)};"
        f" write {_written(missing.value, locale)}"
    )
    return _finding(Severity.CRITICAL, message, missing.number, extra.number)


def _form_finding(number: Number, locale: str) -> Finding:
    value = next(reading.values[0] for reading in number.readings if reading.foreign)
    message = (
        f"{_quoted(number.text)} is not how {_language(locale)} writes a number;"
        f" write {_written(value, locale)}"
    )
    return _finding(Severity.MINOR, message, None, number)


def _value_findings(comparison: Comparison, language: str) -> Iterator[Finding]:
    missing, extra = comparison.missing, comparison.extra
    if len(missing) == len(extra):
        for said, answered in zip(missing[:_MOST], extra[:_MOST], strict=True):
            message = f"the source says {_named(said)}, the translation says {_named(answered)}"
            yield _finding(Severity.CRITICAL, message, said.number, answered.number)
    else:
        for said in missing[:_MOST]:
            yield _missing_finding(said, language, certain=bool(extra))
        for answered in extra[:_MOST]:
            yield _extra_finding(answered, certain=bool(missing))
    if unsaid := max(len(missing), len(extra), _MOST) - _MOST:
        message = f"{unsaid} more numbers differ; is this the translation of another text?"
        yield Finding(NAME, Severity.CRITICAL, message)


def _missing_finding(said: Value, language: str, *, certain: bool) -> Finding:
    message = f"{_named(said)} of the source is missing in the translation"
    if certain or knows(language) or said.value not in _SMALL:
        return _finding(Severity.CRITICAL, message, said.number, None)
    message += ", unless it is there as a word"
    return _finding(Severity.MAJOR, message, said.number, None)


def _extra_finding(answered: Value, *, certain: bool) -> Finding:
    message = f"{_named(answered)} of the translation is not in the source"
    named_only = answered.number.name and not certain
    severity = Severity.MINOR if named_only else Severity.CRITICAL
    return _finding(severity, message, None, answered.number)


def _finding(
    severity: Severity,
    message: str,
    source: Number | None,
    target: Number | None,
) -> Finding:
    return Finding(
        NAME,
        severity,
        message,
        source_span=source.span if source else None,
        target_span=target.span if target else None,
    )


@cache
def _language(locale: str) -> str:
    return english_name(locale)


def _named(value: Value) -> str:
    """Return a value as its text has it; one of several with the whole, `30 (in 8:30)`."""
    name = value.number.name
    text = f"{value.number.text}{name}" if name.startswith("-") else f"{name}{value.number.text}"
    text = _quoted(text, mark="")
    if len(value.number.readings[0].values) == 1:
        return text
    return f"{_plain(value.value)} (in {text})"


def _quoted(text: str, *, mark: str = "'") -> str:
    plain = text.replace(PADDING, "")
    short = plain if len(plain) <= _LONGEST_QUOTE else f"{plain[:_LONGEST_QUOTE]}…"
    return f"{mark}{short}{mark}"


def _plain(value: Decimal) -> str:
    """Return a value in plain digits, without zeros at the end of a decimal part."""
    text = f"{value:f}"
    return _quoted(text.rstrip("0").rstrip(".") if "." in text else text, mark="")


def _written(value: Decimal, locale: str) -> str:
    """Return how the locale writes a value: `4.000 or 4000`, `2,5`."""
    symbols = number_symbols(locale)
    whole, _, fraction = _plain(value).partition(".")
    if fraction:
        return f"{whole}{symbols.decimal}{fraction}"
    if len(whole) < _GROUPED_FROM or not whole.isdecimal():
        return whole
    grouped = f"{int(whole):,}".replace(",", symbols.group)
    return f"{grouped} or {whole}"
