"""Direction: increase, first or cold stays so, where a word of the translation would say the opposite."""

from __future__ import annotations

from collections.abc import Iterator

from salerno.checks._lexicon import knows
from salerno.checks._opposites import changes
from salerno.checks._senses import Sense
from salerno.checks._stretches import stretches
from salerno.model import Finding, Severity, Unit

NAME = "direction"
READS_WORDS = True

_PAIRS = (
    frozenset({Sense.INCREASE, Sense.DECREASE}),
    frozenset({Sense.FIRST, Sense.LAST}),
    frozenset({Sense.HOT, Sense.COLD}),
)
_ALLOWED = {
    Sense.INCREASE: frozenset({Sense.MORE}),
    Sense.DECREASE: frozenset({Sense.LESS}),
}


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding for each word whose opposite stands in the target, and it not."""
    language = locale.partition("-")[0]
    if language == "en" or not knows(language):
        return
    for stretch in stretches(unit.source, target, unit.syntax, language):
        for pair in _PAIRS if stretch.paired else ():
            for change in changes(stretch, pair, _ALLOWED):
                if change.found:
                    message = (
                        f"“{change.said}” in the source is “{change.found}” in the translation"
                    )
                    spans = (change.source_span, change.target_span)
                    yield Finding(NAME, Severity.CRITICAL, message, *spans)
