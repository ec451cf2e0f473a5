"""Times of day: the morning stays the morning, and `8 p.m.` does not lose its half of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from salerno.checks._calendar_words import DAY_PARTS
from salerno.checks._comparison_words import ALIASES, PREFIXES, UNSPACED
from salerno.checks._cues import Cue, Lexicon, find_cues, lexicon
from salerno.checks._numerals import find_numbers
from salerno.checks._text import english_words, seen
from salerno.checks._words import word_values
from salerno.languages import number_symbols
from salerno.model import Finding, Severity, Unit
from salerno.words import Folded, fold

NAME = "times"
READS_WORDS = True


_WORD = re.compile(r"[a-z]+")
_AFTERNOON = re.compile(r"(?<![\d.,:])(1[0-2]|[1-9])(?:[:.]([0-5]\d))?\s?p\.?\s?m\b", re.IGNORECASE)
_HALF_DAY = 12


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield the parts of the day that became others, and the hours that lost theirs."""
    language = locale.partition("-")[0]
    language = ALIASES.get(language, language)
    plain = seen(unit.source, unit.syntax)
    if language not in DAY_PARTS or _parts_of_day().isdisjoint(english_words(plain)):
        return
    source = fold(plain)
    said = [cue for cue in _cues(source, "en") if cue.kind != "none"]
    if not said:
        return
    answer = fold(seen(target, unit.syntax))
    answered = [cue for cue in _cues(answer, language) if cue.kind != "none"]
    changed = list(_changed(source, said, answer, answered))
    yield from changed or _lost_halves(source, answer, answered, locale)


@cache
def _lexicon(language: str) -> Lexicon:
    return lexicon(DAY_PARTS[language])


@cache
def _parts_of_day() -> frozenset[str]:
    """Return words of which each English part of the day has one."""
    lines = (line for kind, line in DAY_PARTS["en"].items() if kind not in {"none", "T"})
    return frozenset(word for line in lines for word in _WORD.findall(line)) - {"a", "i"}


def _cues(text: Folded, language: str) -> list[Cue]:
    return find_cues(
        text,
        _lexicon(language),
        spaced=language not in UNSPACED,
        prefixes=PREFIXES.get(language, ""),
    )


def _changed(
    source: Folded,
    said: Sequence[Cue],
    answer: Folded,
    answered: Sequence[Cue],
) -> Iterator[Finding]:
    """Yield a finding for each word of the translation that none of the source's allows, if one is lost."""
    wanted = {_part(cue, source.text) for cue in said}
    allowed = frozenset("".join(wanted)) | (frozenset("P") if wanted & set("AEN") else frozenset())
    strange = [cue for cue in answered if cue.certain and not allowed & set(cue.kind)]
    there = frozenset("".join(cue.kind for cue in answered))
    lost = [cue for cue in said if not there & set(_part(cue, source.text)) and cue.kind != "T"]
    for cue, other in zip(lost, strange, strict=False):
        word = source.text[cue.start : cue.end]
        found = answer.text[other.start : other.end]
        message = f"the source says '{word}', the translation says '{found}'"
        yield _finding(
            message, source.span(cue.start, cue.end), answer.span(other.start, other.end)
        )


_BEFORE_DAWN = re.compile(r"(?<!\d)(?:12|[1-5])(?:[:.]\d\d)?\s?$")


def _part(cue: Cue, text: str) -> str:
    """Return the parts of the day that a word of the source may be answered by."""
    if text.startswith("a", cue.start) and cue.end - cue.start <= len("a.m"):
        return "MNZ" if _BEFORE_DAWN.search(text[max(0, cue.start - 8) : cue.start]) else "M"
    if cue.kind == "P":
        return "AENOP"
    return cue.kind


def _lost_halves(
    source: Folded,
    answer: Folded,
    answered: Sequence[Cue],
    locale: str,
) -> Iterator[Finding]:
    """Yield a finding for each hour after noon that the translation gives without its half."""
    hours = list(_AFTERNOON.finditer(source.text))
    if not hours or any(set(cue.kind) & set("AENOP") for cue in answered):
        return
    language = locale.partition("-")[0]
    figures = [
        value
        for number in find_numbers(answer.text, number_symbols(locale), language)
        for reading in number.readings
        for value in reading.values
    ]
    figures += word_values(answer.text, language)
    for match in hours:
        hour = int(match[1]) % _HALF_DAY
        if hour and hour in figures and hour + _HALF_DAY not in figures:
            message = f"the translation does not say that {match[0]} is after noon"
            yield _finding(message, source.span(*match.span()), None)


def _finding(
    message: str,
    source: tuple[int, int],
    target: tuple[int, int] | None,
) -> Finding:
    return Finding(NAME, Severity.CRITICAL, message, source, target)
