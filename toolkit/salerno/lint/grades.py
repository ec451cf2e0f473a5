"""How hard a text is to read, by the formulas that are defined for its language, and by no others.

English: Flesch–Kincaid (Kincaid and others, 1975) and SMOG (McLaughlin, 1969), in years of school.
Spanish: Fernández-Huerta (1959), with its later correction; Italian: Gulpease (1988): of 100, more is easier.
Danish, German, Norwegian, Swedish: LIX (Björnsson, 1968), more is harder.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from salerno.lint.remark import Sentence, sentences_of
from salerno.lint.syllables import COUNTERS
from salerno.model import Severity, Translate
from salerno.words import is_word, words

_LEAST = 30
"""Words; of fewer, one long name makes a grade."""
_LONG = 6
"""Letters; LIX counts words of more."""
_MANY = 3
"""Syllables; SMOG counts words of as many."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What a formula makes of a section."""

    first: Translate
    """Its first piece of running text."""
    formula: str
    value: float
    words: int
    sentences: int
    severity: Severity | None = None
    """How much too hard it is; None if it is not."""

    @property
    def section(self) -> str:
        """The heading that it stands under, empty above the first."""
        return self.first.path[-1] if self.first.path else ""


@dataclass(frozen=True, slots=True)
class _Counts:
    sentences: int
    words: int
    letters: int
    syllables: int
    many: int
    long: int


@dataclass(frozen=True, slots=True)
class _Formula:
    name: str
    minor: float
    major: float

    def severity(self, value: float) -> Severity | None:
        """Return how much too hard a text is; a formula of ease has its limits falling."""
        is_ease = self.major < self.minor
        for limit, severity in ((self.major, Severity.MAJOR), (self.minor, Severity.MINOR)):
            if value < limit if is_ease else value > limit:
                return severity
        return None

    def value(self, each: _Counts) -> float:
        """Return the value of a text."""
        per_sentence, per_word = each.words / each.sentences, each.syllables / each.words
        match self.name:
            case "Flesch–Kincaid":
                return 0.39 * per_sentence + 11.8 * per_word - 15.59
            case "SMOG":
                return 1.0430 * math.sqrt(each.many * 30 / each.sentences) + 3.1291
            case "Fernández-Huerta":
                return 206.84 - 60 * per_word - 1.02 * per_sentence
            case "Gulpease":
                return 89 + (300 * each.sentences - 10 * each.letters) / each.words
            case _:
                return per_sentence + 100 * each.long / each.words


_LIX = (_Formula("LIX", 40, 50),)
_FORMULAS = {
    "en": (_Formula("Flesch–Kincaid", 8, 10), _Formula("SMOG", 10, 12)),
    "es": (_Formula("Fernández-Huerta", 60, 50),),
    "it": (_Formula("Gulpease", 60, 45),),
    "da": _LIX,
    "de": _LIX,
    "nb": _LIX,
    "nn": _LIX,
    "no": _LIX,
    "sv": _LIX,
}


def grades(pieces: Sequence[Translate], locale: str) -> Iterator[Grade]:
    """Yield the grades of each section that is long enough; none where no formula is defined."""
    language = locale.partition("-")[0]
    formulas = _FORMULAS.get(language, ())
    found = sentences_of(pieces, locale) if formulas else ()
    for _, group in groupby(found, key=lambda sentence: sentence.piece.path):
        section = list(group)
        counts = _counted(section, language)
        if counts.words >= _LEAST:
            for formula in formulas:
                value = formula.value(counts)
                severity = formula.severity(value)
                first = section[0].piece
                yield Grade(first, formula.name, value, counts.words, counts.sentences, severity)


def _counted(section: Sequence[Sentence], language: str) -> _Counts:
    count = COUNTERS.get(language, len)
    found = [word for each in section for word in words(each.text) if is_word(word)]
    syllables = [count(word) if word.isalpha() else 1 for word in found]
    return _Counts(
        sentences=len(section),
        words=len(found),
        letters=sum(map(len, found)),
        syllables=sum(syllables),
        many=sum(number >= _MANY for number in syllables),
        long=sum(len(word) > _LONG for word in found),
    )
