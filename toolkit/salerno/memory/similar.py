"""What people approved for texts that are much like one, in the same locale."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, islice

from salerno.likeness import most_alike
from salerno.model import Event
from salerno.words import fold, is_word, words

_CANDIDATES = 200
"""Texts that share most words with the one that is looked for; so many are compared letter by letter."""
_ALIKE = 50
"""Of these, so many are looked at."""
_PLACES = 10_000
"""So many places of words are looked up, those of rare words first: common ones tell nothing apart."""


@dataclass(frozen=True, slots=True)
class Like:
    """A text much like another, with its approval."""

    percent: float
    """Of characters in common; 100 is the same text."""
    approval: Event
    times: int = 1
    """How many units were given this translation for this text."""


@dataclass(slots=True)
class Similar:
    """Approvals of one locale by the words of their sources; those of one article come and go together."""

    _known: dict[int, Event] = field(default_factory=dict)
    _numbers: dict[str, list[int]] = field(default_factory=dict)
    """By article: the numbers of its approvals."""
    _by_word: dict[str, list[int]] = field(default_factory=dict)
    """In ascending order: a list takes a fifth of the memory that a set does."""
    _next: Iterator[int] = field(default_factory=count)

    def put(self, article: str, approvals: Iterable[Event]) -> None:
        """Take the approvals that stand in an article, in the place of those that stood there before."""
        wanted = {event.id: event for event in approvals}
        kept = []
        for number in self._numbers.pop(article, ()):
            if wanted.pop(self._known[number].id, None):
                kept.append(number)
            else:
                self._drop(number)
        self._numbers[article] = [*kept, *map(self._add, wanted.values())]

    def _add(self, event: Event) -> int:
        number = next(self._next)
        self._known[number] = event
        for word in _told_by(event.source or ""):
            self._by_word.setdefault(word, []).append(number)
        return number

    def _drop(self, number: int) -> None:
        for word in _told_by(self._known.pop(number).source or ""):
            numbers = self._by_word[word]
            del numbers[bisect_left(numbers, number)]
            if not numbers:
                del self._by_word[word]

    def find(
        self,
        source: str,
        *,
        without: tuple[str, tuple[str | None, str]],
        floor: float = 60.0,
        limit: int = 5,
    ) -> list[Like]:
        """Return the approvals of the texts most like a source, the best first, each wording once.

        `without` is the (article, unit) that asks. `floor` is in percent of characters in common.
        """
        candidates = [
            event
            for event in map(self._known.__getitem__, self._candidates(source))
            if (event.article, event.unit) != without
        ]
        sources = [event.source or "" for event in candidates]
        scored = most_alike(source, sources, floor=floor, limit=_ALIKE)
        return _grouped((percent, candidates[place]) for percent, place in scored)[:limit]

    def _candidates(self, source: str) -> list[int]:
        """Return the texts that share most words with a source, rare words first."""
        known = [numbers for word in _told_by(source) if (numbers := self._by_word.get(word))]
        shared: Counter[int] = Counter()
        left = _PLACES
        for numbers in sorted(known, key=len):
            shared.update(islice(numbers, left))
            left -= len(numbers)
            if left <= 0:
                break
        return [number for number, _ in shared.most_common(_CANDIDATES)]


def _told_by(text: str) -> Iterator[str]:
    """Yield each word of a text once; one without any is told by all of its signs together."""
    folded = fold(text).text
    found = dict.fromkeys(word for word in words(folded) if is_word(word))
    yield from found or [folded]


def _grouped(found: Iterable[tuple[float, Event]]) -> list[Like]:
    groups: dict[tuple[str | None, tuple[str, ...]], list[tuple[float, Event]]] = {}
    for percent, event in found:
        groups.setdefault((event.source, event.targets), []).append((percent, event))
    likes = [
        Like(group[0][0], min((event for _, event in group), key=_place), len(group))
        for group in groups.values()
    ]
    return sorted(likes, key=lambda like: (-like.percent, -like.times, _place(like.approval)))


def _place(event: Event) -> tuple[str, str]:
    return (event.article, event.id)
