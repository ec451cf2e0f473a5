"""Placeholders: the target has each `{name}`, `{{…}}`, `%(name)s` and `%s` as often as the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from salerno.checks._text import BRACES, PERCENT
from salerno.checks._words import word_values
from salerno.languages import plural_rule
from salerno.model import Finding, Severity, Unit

NAME = "placeholders"

_CONVERSION = (
    r"%(?:%|(?:\(\w+\)|\d{1,4}\$)?[-+ #0]{0,8}(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*))?[hlL]?[a-zA-Z])"
)
"""A conversion as the % operator reads it, to which even `100% sure` has one (`% s`)."""
_NEVER = r"(?!)"

_NUMBER = re.compile(
    r"%(?:\d+\$)?[dius]|%\((?:n|num|number|count)\)[dius]|\{(?:n|num|number|count|0)?\}"
)
"""The placeholder of a plural's number, by the names that are usual for it."""
_SINGLES = 3
"""Languages with more plural forms have some for one number alone: none, one and two in Arabic."""


@dataclass(frozen=True, slots=True)
class _Placeholder:
    text: str
    span: tuple[int, int]

    @property
    def meaning(self) -> str:
        """What it stands for: white space inside the braces is free."""
        return "".join(self.text.split()) if self.text.startswith("{") else self.text


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield the placeholders that are missing, changed or added; their order is free."""
    pattern = _pattern(unit.flags)
    answered = _answered(unit, locale)
    source, found = _find(pattern, answered), _find(pattern, target)
    missing, extra = _left(source, found), _left(found, source)
    numbers = _numbers_of(unit, pattern)
    if _is_first_form(unit, locale):
        missing = [placeholder for placeholder in missing if placeholder.meaning not in numbers]
        extra = [placeholder for placeholder in extra if placeholder.meaning not in numbers]
    for lost, added in zip_longest(missing, extra):
        optional = added is None and lost is not None and lost.meaning in numbers
        severity = _severity_of_number(target, locale) if optional else Severity.CRITICAL
        if severity is not None:
            finding = _finding(lost, added, severity)
            yield finding if answered == unit.source else replace(finding, source_span=None)


def _answered(unit: Unit, locale: str) -> str:
    """Return the source that the target answers to; a language of one form has the plural only."""
    if unit.source_plural is not None and plural_rule(locale).count == 1:
        return unit.source_plural
    return unit.source


def _is_first_form(unit: Unit, locale: str) -> bool:
    """Return whether the target stands for the singular, which may do without its number."""
    return unit.source_plural not in {None, unit.source} and plural_rule(locale).count > 1


def _numbers_of(unit: Unit, pattern: re.Pattern[str]) -> set[str]:
    """Return what stands for the number of a plural; nothing if the unit is none."""
    named = [placeholder.meaning for placeholder in _find(pattern, unit.source_plural or "")]
    return {meaning for meaning in named if _NUMBER.fullmatch(meaning) or len(set(named)) == 1}


def _severity_of_number(target: str, locale: str) -> Severity | None:
    """Return how bad it is that a further plural form leaves out its number.

    Which form it is, a check is not told; that of one number has a word for it, or is the word.
    """
    if plural_rule(locale).count <= _SINGLES:
        return Severity.CRITICAL
    spelt_out = word_values(target, locale.partition("-")[0])
    return None if any(value in spelt_out for value in range(_SINGLES)) else Severity.MINOR


@cache
def _pattern(flags: tuple[str, ...]) -> re.Pattern[str]:
    """Return what a placeholder looks like under gettext's format flags (manual, section 15.3)."""
    parts = [] if "no-python-brace-format" in flags else [BRACES]
    if {"python-format", "c-format"} & set(flags):
        parts.append(_CONVERSION)
    elif "no-python-format" not in flags:
        parts.append(PERCENT)
    return re.compile("|".join(parts) or _NEVER)


def _find(pattern: re.Pattern[str], text: str) -> list[_Placeholder]:
    found = (_Placeholder(match.group(), match.span()) for match in pattern.finditer(text))
    return [placeholder for placeholder in found if placeholder.text != "%%"]


def _left(these: list[_Placeholder], those: list[_Placeholder]) -> list[_Placeholder]:
    """Return the placeholders of these that those do not have, the last ones of several."""
    partners = Counter(placeholder.meaning for placeholder in those)
    left = []
    for placeholder in these:
        if partners[placeholder.meaning] > 0:
            partners[placeholder.meaning] -= 1
        else:
            left.append(placeholder)
    return left


def _finding(
    lost: _Placeholder | None,
    added: _Placeholder | None,
    severity: Severity,
) -> Finding:
    if lost is None and added is not None:
        message = f"the placeholder {added.text} is not in the source"
    elif added is None and lost is not None:
        message = f"the placeholder {lost.text} is missing: its value would not be shown"
    elif lost is not None and added is not None:
        message = f"the placeholder {lost.text} became {added.text}: its value would not be shown"
    return Finding(
        NAME,
        severity,
        message,
        source_span=lost.span if lost else None,
        target_span=added.span if added else None,
    )
