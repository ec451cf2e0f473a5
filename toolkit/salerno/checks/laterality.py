"""Laterality: left stays left, and right stays right."""

from __future__ import annotations

from collections.abc import Iterator

from salerno.checks._lexicon import knows
from salerno.checks._opposites import changes
from salerno.checks._senses import Sense
from salerno.checks._stretches import stretches
from salerno.model import Finding, Severity, Unit

NAME = "laterality"
READS_WORDS = True

_SIDES = frozenset({Sense.LEFT, Sense.RIGHT, Sense.BOTH})
_ALLOWED = {
    Sense.LEFT: frozenset({Sense.BOTH}),
    Sense.RIGHT: frozenset({Sense.BOTH}),
    Sense.BOTH: frozenset({Sense.LEFT, Sense.RIGHT}),
}
"""`Both` counts words that say more than two sides, so nothing is concluded from it."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a critical finding for a side that became the other, a major one for a side that was lost."""
    language = locale.partition("-")[0]
    if language == "en" or not knows(language):
        return
    for stretch in stretches(unit.source, target, unit.syntax, language):
        for change in changes(stretch, _SIDES, _ALLOWED):
            if change.said is Sense.BOTH:
                continue
            if change.found:
                message = f"{change.said} in the source is {change.found} in the translation"
                spans = (change.source_span, change.target_span)
                yield Finding(NAME, Severity.CRITICAL, message, *spans)
            else:
                message = f"the source says “{change.said}”, the translation names no side"
                yield Finding(NAME, Severity.MAJOR, message, change.source_span)
