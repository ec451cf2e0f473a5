"""What differs between two texts, word by word, in any script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from salerno.likeness import kept_runs
from salerno.model import Difference, Fate, Stretch
from salerno.words import is_word, words

_MOST_PAIRS = 100_000_000
"""Of pieces, spaces too: 10,000 against 10,000, which takes 12 MB. Beyond, all between what both texts begin and
end with counts as replaced: no block of an article is as long."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Words before and words after; the same ones where they were kept."""

    before: Sequence[str]
    after: Sequence[str]
    is_kept: bool


def difference(before: str, after: str) -> Difference:
    """Return what was kept, taken out and put in; a number, a word and a sign are changed as wholes.

    Where nothing but spaces and punctuation would be kept between two changes, it is one change.
    """
    if before == after:
        return _stretches([_Part([before], [after], is_kept=True)])
    old, new = words(before), words(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle = _parts(old[start : len(old) - end], new[start : len(new) - end])
    parts = [_kept(old[:start]), *middle, _kept(old[len(old) - end :])]
    return _stretches(_joined(parts))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts have in common before they first differ."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _kept(pieces: Sequence[str]) -> _Part:
    return _Part(pieces, pieces, is_kept=True)


def _parts(old: Sequence[str], new: Sequence[str]) -> Iterator[_Part]:
    numbers: dict[str, int] = {}
    before, after = (
        [numbers.setdefault(piece, len(numbers)) for piece in side] for side in (old, new)
    )
    runs = kept_runs(before, after) if len(old) * len(new) <= _MOST_PAIRS else []
    position = place = 0
    for start, at, length in (*runs, (len(old), len(new), 0)):
        yield _Part(old[position:start], new[place:at], is_kept=False)
        position, place = start + length, at + length
        yield _kept(old[start:position])


def _joined(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Yield the parts, changes as one that only spaces, punctuation or a lone sign keep apart."""
    real = [part for part in parts if part.before or part.after]
    change: _Part | None = None
    for number, part in enumerate(real):
        is_between = change is not None and number + 1 < len(real)
        if part.is_kept and not (is_between and _says_little(part.before)):
            if change:
                yield change
                change = None
            yield part
        else:
            change = _with(change, part)
    if change:
        yield change


def _with(change: _Part | None, part: _Part) -> _Part:
    if change is None:
        return _Part(part.before, part.after, is_kept=False)
    return _Part([*change.before, *part.before], [*change.after, *part.after], is_kept=False)


def _says_little(pieces: Sequence[str]) -> bool:
    """Return whether there is at most one letter in some words, such as a 的 that two sentences share."""
    said = [piece for piece in pieces if is_word(piece)]
    return not said or (len(said) == 1 and len(said[0]) == 1 and not said[0].isdecimal())


def _stretches(parts: Iterator[_Part] | list[_Part]) -> Difference:
    found: list[Stretch] = []
    for part in parts:
        sides = [(Fate.TAKEN_OUT, part.before), (Fate.PUT_IN, part.after)]
        for fate, pieces in [(Fate.KEPT, part.before)] if part.is_kept else sides:
            if text := "".join(pieces):
                found.append(Stretch(fate, text))
    return tuple(found)
