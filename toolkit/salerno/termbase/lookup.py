"""The terms of a termbase in a text: the longest first, none inside of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from salerno.languages import ancestors
from salerno.model import Concept, Term
from salerno.segmentation import is_spaced
from salerno.termbase.stems import stems
from salerno.words import Folded, fold, is_word, words

_JOINS = re.compile(r"[\s\-‐‑'’/]*")
"""What may stand between two words of a term."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text; the span is [start, end) in code points."""

    concept: Concept
    term: Term
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text with its stems, or a sign; a term reaches across no sign that is not its own."""

    stems: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Known:
    """A term as it is looked for: the stems of its words."""

    concept: Concept
    term: Term
    words: tuple[frozenset[str], ...]


@dataclass(eq=False, slots=True)
class Termbase:
    """Concepts, and where their terms stand in a text."""

    concepts: tuple[Concept, ...] = ()
    source_locale: str = "en"
    _indexes: dict[str, dict[str, list[_Known]]] = field(default_factory=dict, repr=False)
    _patterns: dict[str, tuple[re.Pattern[str], dict[str, list[tuple[Concept, Term]]]]] = field(
        default_factory=dict, repr=False
    )

    def __bool__(self) -> bool:
        """Return whether there is anything in it."""
        return bool(self.concepts)

    def terms_of(self, concept: Concept, locale: str) -> tuple[Term, ...]:
        """Return the terms of a concept in a locale, or in the nearest one that it is part of."""
        return next((concept.terms[tag] for tag in ancestors(locale) if tag in concept.terms), ())

    def find(self, text: str, locale: str) -> tuple[Found, ...]:
        """Return the terms in a text in order, those that may not be used too."""
        if not self.concepts:
            return ()
        folded = fold(text)
        found = (
            self._in_words(folded, locale) if is_spaced(locale) else self._in_signs(folded, locale)
        )
        return tuple(found)

    def _terms(self, locale: str) -> Iterator[tuple[Concept, Term]]:
        for concept in self.concepts:
            for term in self.terms_of(concept, locale):
                yield concept, term

    def _in_words(self, folded: Folded, locale: str) -> Iterator[Found]:
        language = ancestors(locale)[-1]
        index = self._index(locale, language)
        text = _words_of(folded.text, language)
        place = 0
        while place < len(text):
            fitting = self._at(index, text, place)
            length = max((len(each.words) for each in fitting), default=0)
            for each in fitting:
                if len(each.words) == length:
                    span = folded.span(text[place].start, text[place + length - 1].end)
                    yield Found(each.concept, each.term, span)
            place += length or 1

    def _at(
        self, index: dict[str, list[_Known]], text: Sequence[_Word], place: int
    ) -> list[_Known]:
        """Return the terms that begin at a word, each once."""
        candidates = {id(each): each for stem in text[place].stems for each in index.get(stem, ())}
        return [each for each in candidates.values() if _is_at(each, text, place)]

    def _index(self, locale: str, language: str) -> dict[str, list[_Known]]:
        if locale not in self._indexes:
            index: dict[str, list[_Known]] = {}
            for concept, term in self._terms(locale):
                wanted = tuple(word.stems for word in _words_of(fold(term.text).text, language))
                for stem in wanted[0] if wanted else ():
                    index.setdefault(stem, []).append(_Known(concept, term, wanted))
            self._indexes[locale] = index
        return self._indexes[locale]

    def _in_signs(self, folded: Folded, locale: str) -> Iterator[Found]:
        """Yield terms of a script that sets no spaces: any run of signs may be a word."""
        if locale not in self._patterns:
            self._patterns[locale] = _pattern(self._terms(locale))
        pattern, known = self._patterns[locale]
        for match in pattern.finditer(folded.text):
            for concept, term in known[match.group()]:
                yield Found(concept, term, folded.span(*match.span()))


def _is_at(known: _Known, text: Sequence[_Word], place: int) -> bool:
    there = text[place : place + len(known.words)]
    return len(there) == len(known.words) and all(
        wanted & word.stems for wanted, word in zip(known.words, there, strict=True)
    )


def _words_of(text: str, language: str) -> list[_Word]:
    """Return the words of a folded text; signs that end a phrase stand between them, each its own stem."""
    found: list[_Word] = []
    start = 0
    for piece in words(text):
        end = start + len(piece)
        if is_word(piece):
            found.append(_Word(stems(piece, language), start, end))
        elif not _JOINS.fullmatch(piece):
            found.append(_Word(frozenset((piece,)), start, end))
        start = end
    return found


def _pattern(
    terms: Iterable[tuple[Concept, Term]],
) -> tuple[re.Pattern[str], dict[str, list[tuple[Concept, Term]]]]:
    known: dict[str, list[tuple[Concept, Term]]] = {}
    for concept, term in terms:
        known.setdefault(fold(term.text).text, []).append((concept, term))
    longest = sorted((each for each in known if each), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) or "(?!)"), known
