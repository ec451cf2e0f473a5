"""Terms: what the termbase calls a thing is what the translation calls it, and nothing that it forbids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salerno.checks._text import visible
from salerno.model import Concept, Finding, Severity, TermStatus, Unit
from salerno.termbase import Found, Termbase

NAME = "terms"
NEEDS_TERMBASE = True
"""Such a check is given the workspace's termbase as well; without one it is not asked."""
_DRUG = "drug"


def check(unit: Unit, target: str, locale: str, termbase: Termbase) -> Iterator[Finding]:
    """Yield the terms that the target lacks, and those in it that may not be used."""
    shown = visible(target, unit.syntax)
    answered = termbase.find(shown, locale)
    said = termbase.find(visible(unit.source, unit.syntax), termbase.source_locale)
    yield from _lacking(termbase, locale, said, answered)
    yield from _forbidden(termbase, locale, answered)


def _lacking(
    termbase: Termbase, locale: str, said: Sequence[Found], answered: Sequence[Found]
) -> Iterator[Finding]:
    there = {each.concept.id for each in answered if each.term.status is not TermStatus.FORBIDDEN}
    seen: set[str] = set()
    for span in dict.fromkeys(each.span for each in said):
        # One word may name several things: any of them will do.
        meant = [each.concept for each in said if each.span == span]
        names = [_allowed(termbase, concept, locale) for concept in meant]
        known = [concept.id for concept in meant]
        if not all(names) or there.intersection(known) or seen.intersection(known):
            continue
        seen.update(known)
        words = " or ".join(f"“{name}”" for found in names for name in found)
        word = next(each.term.text for each in said if each.span == span)
        is_drug = any(concept.subject == _DRUG for concept in meant)
        severity = Severity.CRITICAL if is_drug else Severity.MAJOR
        message = f"“{word}” is {words} by the termbase ({meant[0].where}), and that is not there"
        yield Finding(NAME, severity, message, span)


def _forbidden(termbase: Termbase, locale: str, answered: Sequence[Found]) -> Iterator[Finding]:
    allowed = {each.span for each in answered if each.term.status is not TermStatus.FORBIDDEN}
    for each in answered:
        if each.term.status is TermStatus.FORBIDDEN and each.span not in allowed:
            names = _allowed(termbase, each.concept, locale)
            instead = f"; say {' or '.join(f'“{name}”' for name in names)}" if names else ""
            message = f"“{each.term.text}” may not be used ({each.concept.where}){instead}"
            yield Finding(NAME, Severity.MAJOR, message, target_span=each.span)


def _allowed(termbase: Termbase, concept: Concept, locale: str) -> list[str]:
    terms = termbase.terms_of(concept, locale)
    return [term.text for term in terms if term.status is not TermStatus.FORBIDDEN]
