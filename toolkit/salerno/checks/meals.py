"""Meals: what is to be taken before, with or after food, or on an empty stomach, stays so."""

from __future__ import annotations

from collections.abc import Iterator

from salerno.checks._lexicon import knows
from salerno.checks._opposites import changes
from salerno.checks._senses import Sense
from salerno.checks._stretches import stretches
from salerno.model import Finding, Severity, Unit

NAME = "meals"
READS_WORDS = True

_MEALS = frozenset(
    {Sense.BEFORE_MEAL, Sense.WITH_MEAL, Sense.AFTER_MEAL, Sense.EMPTY_STOMACH},
)
_ALLOWED = {
    Sense.BEFORE_MEAL: frozenset({Sense.EMPTY_STOMACH}),
    Sense.EMPTY_STOMACH: frozenset({Sense.BEFORE_MEAL}),
}


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding for each time around a meal that became another."""
    language = locale.partition("-")[0]
    if language == "en" or not knows(language):
        return
    for stretch in stretches(unit.source, target, unit.syntax, language):
        for change in changes(stretch, _MEALS, _ALLOWED):
            if change.found:
                message = f"the source says {change.said}, the translation {change.found}"
                spans = (change.source_span, change.target_span)
                yield Finding(NAME, Severity.CRITICAL, message, *spans)
