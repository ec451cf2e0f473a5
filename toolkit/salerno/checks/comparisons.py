"""Comparisons: a limit stays on its side of the number, and before does not become after.

`At least` that became `at most` is critical, however either is said: `not more than` is a limit from
above, and what is denied says the contrary. Nothing is said where the words may mean either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from salerno.checks._comparison_words import ALIASES, COMPARISONS, PREFIXES, UNSPACED
from salerno.checks._cues import Cue, Lexicon, find_cues, lexicon
from salerno.checks._text import english_words, seen
from salerno.model import Finding, Severity, Unit
from salerno.words import Folded, fold

NAME = "comparisons"
READS_WORDS = True

_SIDES = {"least": "up", "more": "up", "most": "down", "less": "down"}
_OTHER = {"up": "down", "down": "up", "before": "after", "after": "before"}
_DENIABLE = {"more", "less"}

_CLAUSE = re.compile(
    r"[.;:!?,()\n]|\b(?:if|when|unless|who|that|which|because|and|but|until|while)\b",
)
"""What ends the reach of an English `not`."""
_MOST = 60
"""Words of one text that are weighed; a paragraph for patients has a handful."""
_FAR = 80
"""Characters from an English `not` to what it denies, at most."""
_NEAR = 40
"""Characters between a comparison of the translation and the word that denies it, at most."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield the limits and the orders in time that the translation turned round."""
    language = locale.partition("-")[0]
    language = ALIASES.get(language, language)
    if language not in COMPARISONS:
        return
    plain = seen(unit.source, unit.syntax)
    if _compares().isdisjoint(english_words(plain)):
        return
    source = fold(plain)
    said = _cues(source, "en")
    if all(cue.kind == "not" for cue in said):
        return
    answer = fold(seen(target, unit.syntax))
    answered = _cues(answer, language)
    yield from _turned_limits(source, said, answer, answered)
    yield from _turned_order(source, said, answer, answered)


@cache
def _lexicon(language: str) -> Lexicon:
    return (*lexicon(COMPARISONS[""]), *lexicon(COMPARISONS[language]))


@cache
def _compares() -> frozenset[str]:
    """Return words of which each English comparison has one, to tell quickly that there is none."""
    tables = (COMPARISONS["en"], COMPARISONS[""])
    lines = (table[kind] for table in tables for kind in table if kind not in {"not", "none"})
    phrases = (phrase.rstrip("#") for line in lines for phrase in line.split(", "))
    words = (set(re.split(r"[\s&;]", phrase)) - _COMMON for phrase in phrases)
    return frozenset(max(each, key=len) for each in words)


_COMMON = frozenset({"", "at", "a", "the", "of", "or", "and", "than", "no", "not", "to", "in"})


def _cues(text: Folded, language: str) -> list[Cue]:
    found = find_cues(
        text,
        _lexicon(language),
        spaced=language not in UNSPACED,
        prefixes=PREFIXES.get(language, ""),
    )
    return [cue for cue in found if cue.kind != "none"][:_MOST]


class _Scope(StrEnum):
    """What an English `not` does to a comparison."""

    NONE = "there is none"
    ELSEWHERE = "it is in another clause"
    HERE = "it denies the comparison"


def _turned_limits(
    source: Folded,
    said: Sequence[Cue],
    answer: Folded,
    answered: Sequence[Cue],
) -> Iterator[Finding]:
    """Yield a finding where all limits of the source have one side, and all answers the other."""
    limits = [cue for cue in said if cue.kind in _SIDES]
    answers = [cue for cue in answered if cue.kind in _SIDES]
    if not limits or not answers:
        return
    denials = [cue for cue in said if cue.kind == "not"]
    scopes = [_scope(cue, source.text, denials) for cue in limits]
    wanted = {_side(cue, scope) for cue, scope in zip(limits, scopes, strict=True)}
    if len(wanted) > 1:
        return
    (side,) = wanted
    denied = any(cue.kind == "not" for cue in answered)
    possible = {
        side for cue in answers for side in _possible(cue, limits[0], scopes[0], denied=denied)
    }
    certain = [cue for cue in answers if cue.certain]
    if side not in possible and certain:
        yield _finding(source, limits[0], answer, certain[0])


def _scope(cue: Cue, text: str, denials: Sequence[Cue]) -> _Scope:
    """Return what the source's negation does to a comparison that can be denied."""
    before = [denial for denial in denials if denial.end <= cue.start]
    if not denials:
        return _Scope.NONE
    is_near = cue.kind in _DENIABLE and before and cue.start - before[-1].end < _FAR
    is_denied = is_near and not _CLAUSE.search(text, before[-1].end, cue.start)
    return _Scope.HERE if is_denied else _Scope.ELSEWHERE


def _side(cue: Cue, scope: _Scope) -> str:
    side = _SIDES[cue.kind]
    return _OTHER[side] if scope is _Scope.HERE else side


def _possible(cue: Cue, limit: Cue, scope: _Scope, *, denied: bool) -> set[str]:
    """Return the sides that an answer to `limit` may have, by the negation of both texts."""
    side = _SIDES[cue.kind]
    other = _OTHER[side]
    if cue.kind not in _DENIABLE:
        return {side}
    if not denied:
        return {side, other} if scope is _Scope.HERE else {side}
    if scope is _Scope.ELSEWHERE:
        return {side}
    if scope is _Scope.HERE or limit.kind not in _DENIABLE:
        return {other}
    return {side, other}


def _turned_order(
    source: Folded,
    said: Sequence[Cue],
    answer: Folded,
    answered: Sequence[Cue],
) -> Iterator[Finding]:
    """Yield a finding where the source has only before and the translation only after, or so."""
    orders = [cue for cue in said if cue.kind in {"before", "after"}]
    answers = [cue for cue in answered if cue.kind in {"before", "after"}]
    kinds = {cue.kind for cue in orders}
    certain = [cue for cue in answers if cue.certain]
    if len(kinds) != 1 or not certain or kinds & {cue.kind for cue in answers}:
        return
    if any(cue.kind == "not" for cue in said):  # not before is only after
        return
    yield _finding(source, orders[0], answer, certain[0])


def _finding(source: Folded, said: Cue, answer: Folded, answered: Cue) -> Finding:
    span, place = source.span(said.start, said.end), answer.span(answered.start, answered.end)
    message = (
        f"the source says '{source.text[said.start : said.end]}', the translation says the contrary:"
        f" '{answer.text[answered.start : answered.end]}'"
    )
    return Finding(NAME, Severity.CRITICAL, message, span, place)
