"""Population: advice for adults, children, pregnant women and so on stays advice for them."""

from __future__ import annotations

from collections.abc import Iterator

from salerno.checks._lexicon import knows
from salerno.checks._opposites import changes
from salerno.checks._senses import Sense
from salerno.checks._stretches import stretches
from salerno.model import Finding, Severity, Unit

NAME = "population"
READS_WORDS = True

_ADULT, _CHILD, _INFANT, _TEEN = Sense.ADULT, Sense.CHILD, Sense.INFANT, Sense.TEEN
_ELDERLY, _MAN, _WOMAN = Sense.ELDERLY, Sense.MAN, Sense.WOMAN
_PREGNANT, _NURSING = Sense.PREGNANT, Sense.NURSING
_PEOPLE = frozenset(
    {_ADULT, _CHILD, _INFANT, _TEEN, _ELDERLY, _MAN, _WOMAN, _PREGNANT, _NURSING},
)
_ALLOWED = {
    _ADULT: frozenset({_ELDERLY}),
    _CHILD: frozenset({_INFANT, _TEEN}),
    _INFANT: frozenset({_CHILD}),
    _TEEN: frozenset({_CHILD}),
    _ELDERLY: frozenset({_ADULT}),
    _MAN: frozenset[Sense](),
    _WOMAN: frozenset({_PREGNANT, _NURSING}),
    _PREGNANT: frozenset[Sense](),
    _NURSING: frozenset({_INFANT}),
}
"""What else a translation may say: `toddlers` are babies or children, a mother a nursing woman."""

_IMPLIED = {_PREGNANT: frozenset({_WOMAN}), _NURSING: frozenset({_WOMAN})}


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a critical finding for people who became others, a major one for people who were lost."""
    language = locale.partition("-")[0]
    if language == "en" or not knows(language):
        return
    for stretch in stretches(unit.source, target, unit.syntax, language):
        for change in changes(stretch, _PEOPLE, _ALLOWED, _IMPLIED):
            if change.found:
                message = f"the source is about {change.said}, the translation about {change.found}"
                spans = (change.source_span, change.target_span)
                yield Finding(NAME, Severity.CRITICAL, message, *spans)
            elif stretch.paired and change.said in {_PREGNANT, _NURSING, _CHILD, _INFANT, _ADULT}:
                message = f"the source is about {change.said}, the translation does not say so"
                yield Finding(NAME, Severity.MAJOR, message, change.source_span)
