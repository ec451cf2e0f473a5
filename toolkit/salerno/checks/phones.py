"""Phone numbers: every digit of each is kept, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salerno.checks._phones import Phone, answered, find_phones, runs
from salerno.checks._text import seen
from salerno.model import Finding, Severity, Unit

NAME = "phones"

_HAS_DIGITS = re.compile(r"\d\d\d")
_NEAR = 3
"""Digits that a number may have more or fewer, and still be shown as what it became."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:  # noqa: ARG001 - a check's shape
    """Yield the phone numbers of the source that the translation has not."""
    source = seen(unit.source, unit.syntax)
    if not _HAS_DIGITS.search(source):
        return
    phones = find_phones(source)
    if not phones:
        return
    answer = seen(target, unit.syntax)
    candidates = runs(answer)
    pairs = list(answered(phones, candidates))
    others = [each for each in candidates if all(each != found for _, found in pairs)]
    for phone, found in pairs:
        if found is None:
            yield _finding(source, phone, answer, others)


def _finding(source: str, phone: Phone, target: str, others: list[Phone]) -> Finding:
    said = source[slice(*phone.span)]
    like = [other for other in others if abs(len(other.digits) - len(phone.digits)) < _NEAR]
    if not like:
        message = f"the phone number {said} is not in the translation"
        return Finding(NAME, Severity.CRITICAL, message, phone.span)
    found = target[slice(*like[0].span)]
    message = f"the phone number is {said}, the translation says {found}"
    return Finding(NAME, Severity.CRITICAL, message, phone.span, like[0].span)
