"""Exceptions: what holds unless, except, only if, or until something, does so in the target, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from salerno.checks._lexicon import knows
from salerno.checks._senses import Sense
from salerno.checks._stretches import Stretch, stretches
from salerno.model import Finding, Severity, Unit

NAME = "exceptions"
READS_WORDS = True

_EXCEPTIONAL = (Sense.UNLESS, Sense.EXCEPT, Sense.ONLY, Sense.ONLY_IF)
_ANSWERS = {
    Sense.UNLESS: (*_EXCEPTIONAL, Sense.WITHOUT),
    Sense.EXCEPT: (*_EXCEPTIONAL, Sense.WITHOUT),
    Sense.ONLY_IF: (*_EXCEPTIONAL, Sense.UNTIL),
    Sense.UNTIL: (*_EXCEPTIONAL, Sense.UNTIL, Sense.BEFORE),
}
"""What may stand in the target for each; until is as well said with before, or only after."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding for each sentence that lost its exception, or whose condition became one."""
    language = locale.partition("-")[0]
    if language == "en" or not knows(language):
        return
    for stretch in stretches(unit.source, target, unit.syntax, language):
        said, found = stretch.source.counts, stretch.target.counts
        for sense, answers in _ANSWERS.items():
            if (
                said[sense]
                and not any(found[each] for each in answers)
                and not _denied(sense, said, found)
            ):
                span = stretch.source.spans(sense)[0]
                message = f"the source says “{_words(unit.source, span)}”, the translation does not"
                yield Finding(NAME, Severity.CRITICAL, message, span)
                break
        else:
            yield from _added(stretch, said)


def _denied(sense: Sense, said: Counter[Sense], found: Counter[Sense]) -> bool:
    """Return whether the target says so with a negation: `if he does not say so`, `ne … que`."""
    if found[Sense.COMPANION] > found[Sense.NOT]:
        return True
    more = found[Sense.NOT] + found[Sense.NOR] > said[Sense.NOT]
    return more and (sense is Sense.EXCEPT or found[Sense.IF] > 0)


def _added(stretch: Stretch, said: Counter[Sense]) -> Iterator[Finding]:
    """Yield a finding if `if` became `unless`."""
    exceptional = any(said[each] for each in (*_ANSWERS, Sense.ONLY, Sense.WITHOUT, Sense.NOT))
    if not stretch.paired or exceptional or not said[Sense.IF]:
        return
    sure = [
        hit.span
        for hit in stretch.target.hits
        if Sense.UNLESS in hit.senses and not hit.senses & {Sense.WITHOUT, Sense.UNTIL, Sense.IF}
    ]
    if sure and not said[Sense.FAINT] and not said[Sense.LACK]:
        message = "the translation makes an exception of what is a condition in the source"
        yield Finding(NAME, Severity.MAJOR, message, target_span=sure[0])


def _words(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[slice(*span)].split())
