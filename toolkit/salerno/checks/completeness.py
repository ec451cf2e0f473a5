"""Completeness: the target has words, and about as much in it as the source lets one expect.

Letters are counted, after Gale and Church (1993), and what joins clauses: a clause that is lost takes
its `and` or its comma along. Neither alone tells an omission from good style; together they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from salerno.checks._clauses import Clauses, clauses, knows
from salerno.checks._lengths import Band, band
from salerno.checks._text import visible
from salerno.languages import ancestors, english_name
from salerno.model import Finding, Severity, Unit
from salerno.segmentation import segment

NAME = "completeness"
READS_WORDS = True

_ITEM = re.compile(
    r"^[ \t]*+(?:[-*+•‣▪◦·–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)]|\d{1,3}[、．])[ \t\xa0]*+(?=\S)",
    re.MULTILINE,
)
"""How an item of a list or a step begins, in a text with several lines."""
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？।۔؟]")
_LONGEST = 20_000
"""Characters; more than that is no paragraph, and its sentences are not counted."""

_SHORTEST_SOURCE = 12
"""Letters; with fewer, a translation may be of any length."""
_JOINTS = 1.5
_CONDITIONS = 0.5
"""How many deviations it weighs if all `and`, or all `if`, of the source are lost."""
_BOTH = 0.5
"""How many more if of either there are too few, which good translations hardly have."""
_MORE_JOINTS = 1.0
_MORE_CONDITIONS = 0.2
_MOST_MORE = 2
_SHORT_BY_A_SENTENCE = 1.2
_LONG_BY_A_SENTENCE = 2.6
"""So many deviations are enough where a sentence is missing, or is one too many."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding if the target has no words, lost or gained items, or seems cut or padded."""
    text, translation = visible(unit.source, unit.syntax), visible(target, unit.syntax)
    language = _language(locale)
    said, found = clauses(text, "en"), clauses(translation, language)
    if not found.letters:
        if said.letters:
            message = "the translation has no words"
            yield Finding(NAME, Severity.CRITICAL, message, target_span=(0, len(target)))
        return
    if message := _items(unit.source, target) or _length(said, found, locale, (text, translation)):
        yield Finding(NAME, Severity.MAJOR, message)


@cache
def _language(locale: str) -> str:
    return ancestors(locale)[-1].lower()


def _items(source: str, target: str) -> str:
    """Return what is wrong with the number of list items, if the source is a list."""
    if "\n" not in source:
        return ""
    said, found = len(_ITEM.findall(source)), len(_ITEM.findall(target))
    if said < 2 or said == found:  # noqa: PLR2004 - a dash alone is a dash
        return ""
    return f"the source has {said} list items or steps, the translation {found}"


def _length(said: Clauses, found: Clauses, locale: str, texts: tuple[str, str]) -> str:
    """Return how the translation's length is suspicious; nothing if it is not."""
    kept = said.kept(found)
    expected, letters = said.letters - kept, found.letters - kept
    if expected < _SHORTEST_SOURCE:
        return ""
    usual = band(locale)
    off = usual.deviation(expected, letters)
    figures = f"{found.letters} letters where about {usual.rate * expected + kept:.0f} are usual"
    joined = knows(_language(locale))
    if off < 0 and usual.is_short((_lost(said, found) if joined else 0) - off, expected):
        return _message(f"short, words may be missing: {figures}", locale, usual)
    if off > 0 and off + (_gained(said, found) if joined else 0) > usual.long:
        return _message(f"long, words may have been added: {figures}", locale, usual)
    if not -_SHORT_BY_A_SENTENCE <= off <= _LONG_BY_A_SENTENCE:
        return _sentences(texts, locale, usual, short=off < 0)
    return ""


def _lost(said: Clauses, found: Clauses) -> float:
    """Return how many deviations the loss of joints weighs."""
    joints = max(0, said.joints - found.joints) / max(1, said.joints)
    conditions = max(0, said.conditions - found.conditions) / max(1, said.conditions)
    both = _BOTH if joints and conditions else 0
    return _JOINTS * joints + _CONDITIONS * conditions + both


def _gained(said: Clauses, found: Clauses) -> float:
    joints = max(0, found.joints - said.joints) / max(1, said.joints)
    conditions = max(0, found.conditions - said.conditions)
    return _MORE_JOINTS * min(_MOST_MORE, joints) + _MORE_CONDITIONS * min(_MOST_MORE, conditions)


def _sentences(texts: tuple[str, str], locale: str, usual: Band, *, short: bool) -> str:
    """Return that a sentence too few or too many goes with the length, if it does."""
    most = max(len(_SENTENCE_END.findall(text)) for text in texts)
    if not most or max(map(len, texts)) > _LONGEST:
        return ""
    said, found = _count(texts[0], "en"), _count(texts[1], locale)
    if short and found < said:
        return _message(f"short: {found} of {said} sentences", locale, usual)
    if not short and found > said:
        return _message(f"long: {found} sentences for {said}", locale, usual)
    return ""


def _count(text: str, locale: str) -> int:
    return sum(any(map(str.isalpha, sentence)) for sentence, _ in segment(text, locale))


def _message(judgement: str, locale: str, usual: Band) -> str:
    doubt = "" if usual.measured else ", estimated"
    return f"the translation is unusually {judgement} ({english_name(locale)}{doubt})"
