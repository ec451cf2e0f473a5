"""A translation beside its source, sentence by sentence where they can be paired."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from salerno.checks._lexicon import Hit, hits
from salerno.checks._senses import Sense
from salerno.model import Syntax

_END = re.compile(r"(?<![.!?…])(?!\.\.)[.!?]++[\"'”’»)\]*_]*(?=\s)(?!\s+[a-z\d])|[。！？।۔؟]|\n")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Side:
    """What the words of one language say in a stretch."""

    hits: tuple[Hit, ...]
    length: int
    """In characters."""

    counts: Counter[Sense]
    """How often each thing is said."""

    @property
    def senses(self) -> AbstractSet[Sense]:
        """What is said at all."""
        return self.counts.keys()

    def spans(self, *senses: Sense) -> list[tuple[int, int]]:
        """Return where any of these is said."""
        return [hit.span for hit in self.hits if not hit.senses.isdisjoint(senses)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence and its translation, or all of both if they cannot be paired."""

    source: Side
    target: Side
    paired: bool


@lru_cache(maxsize=4)
def stretches(source: str, target: str, syntax: Syntax, language: str) -> tuple[Stretch, ...]:
    """Return the pairs of sentences, in order; the source is English."""
    ends = [[match.end() for match in _END.finditer(text.rstrip())] for text in (source, target)]
    sides = [
        (source, hits(source, syntax, "en")),
        (target, hits(target, syntax, language)),
    ]
    counts = [_sentences(text, cuts) for text, cuts in zip((source, target), ends, strict=True)]
    if len(counts[0]) != len(counts[1]):
        (said, all_said), (found, all_found) = sides
        return (Stretch(_side(all_said, len(said)), _side(all_found, len(found)), paired=False),)
    cut = [_cut(side[1], cuts) for side, cuts in zip(sides, counts, strict=True)]
    return tuple(Stretch(said, found, paired=True) for said, found in zip(*cut, strict=True))


def _sentences(text: str, ends: list[int]) -> list[int]:
    """Return where sentences begin; what holds no letter is none."""
    starts = [0]
    for end in ends:
        if _LETTER.search(text, starts[-1], end) and _LETTER.search(text, end):
            starts.append(end)
    return [*starts, len(text)]


def _cut(found: tuple[Hit, ...], places: list[int]) -> list[Side]:
    parts: list[list[Hit]] = [[] for _ in places[1:]]
    for hit in found:
        parts[min(bisect_right(places, hit.span[0]) - 1, len(parts) - 1)].append(hit)
    lengths = [end - start for start, end in pairwise(places)]
    return [_side(tuple(part), length) for part, length in zip(parts, lengths, strict=True)]


def _side(found: tuple[Hit, ...], length: int) -> Side:
    return Side(found, length, Counter(sense for hit in found for sense in hit.senses))
