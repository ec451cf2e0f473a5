"""Modality: what must be done stays a must, and what may be done does not become one."""

from __future__ import annotations

from collections.abc import Iterator

from salerno.checks._lexicon import knows
from salerno.checks._senses import Sense
from salerno.checks._stretches import Stretch, stretches
from salerno.model import Finding, Severity, Unit

NAME = "modality"
READS_WORDS = True

_LONGEST = 200
"""Characters of a sentence that has one strength."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding for each sentence whose strength is another, said in words on both sides."""
    language = locale.partition("-")[0]
    if language == "en" or not knows(language):
        return
    for stretch in stretches(unit.source, target, unit.syntax, language):
        if stretch.paired and stretch.source.length <= _LONGEST and (message := _changed(stretch)):
            said = stretch.source.spans(Sense.MUST, Sense.MAY, Sense.FORBIDDEN)
            found = stretch.target.spans(Sense.MUST, Sense.MAY, Sense.NEED_NOT)
            yield Finding(NAME, Severity.MAJOR, message, said[0], found[0])


def _changed(stretch: Stretch) -> str | None:
    said, found = stretch.source.counts, stretch.target.counts
    if found[Sense.NEED_NOT] and said[Sense.FORBIDDEN] and not said[Sense.NEED_NOT]:
        return "the source forbids, the translation says that it need not be"
    if any(side[each] for side in (said, found) for each in (Sense.HEDGE, Sense.SHOULD)):
        return None
    if said[Sense.MUST] and not said[Sense.MAY] and found[Sense.MAY] and not found[Sense.MUST]:
        return "the source says “must”, the translation says “may”"
    if said[Sense.MAY] and not said[Sense.MUST] and found[Sense.MUST] and not found[Sense.MAY]:
        return None if said[Sense.NOT] else "the source says “may”, the translation says “must”"
    return None
