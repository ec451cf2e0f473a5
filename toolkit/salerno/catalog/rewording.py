"""Which new units are rewordings of units that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salerno.likeness import likeness, most_alike
from salerno.model import Catalog, Entry, Unit

_SIMILAR = 75.0
"""Percent of characters in common from which a gone unit is taken for the old wording of a new one."""
_SIMILAR_IN_PLACE = 50.0
"""The same for a unit that stands between the neighbours which the gone one stood between."""

Identity = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    unit: int
    old: int


def reworded(catalog: Catalog, units: Sequence[Unit]) -> dict[Identity, Entry]:
    """Return, by the new unit's identity, the gone entry whose translation it should go on from.

    Each gone entry goes on in one unit at the most, the best matches first.
    """
    current = {unit.identity for unit in units}
    known = {entry.unit.identity for entry in (*catalog.entries, *catalog.obsolete)}
    new = [unit for unit in units if unit.identity not in known]
    old = [
        entry
        for entry in (*catalog.entries, *catalog.obsolete)
        if any(entry.targets) and entry.unit.identity not in current
    ]
    if not new or not old:
        return {}
    matches = [*_similar(new, old), *_in_place(new, old, catalog, units)]
    matches.sort(key=lambda match: (-match.score, match.unit, match.old))
    return _best(matches, new, old)


def _best(
    matches: Iterable[_Match], new: Sequence[Unit], old: Sequence[Entry]
) -> dict[Identity, Entry]:
    chosen: dict[Identity, Entry] = {}
    used: set[int] = set()
    for match in matches:
        identity = new[match.unit].identity
        if identity not in chosen and match.old not in used:
            used.add(match.old)
            chosen[identity] = old[match.old]
    return chosen


def _similar(new: Sequence[Unit], old: Sequence[Entry]) -> Iterable[_Match]:
    """Yield the gone texts that are much like a new one, wherever they stood."""
    texts = [entry.unit.source for entry in old]
    for number, unit in enumerate(new):
        for score, position in most_alike(unit.source, texts, floor=_SIMILAR, limit=5):
            yield _Match(score, number, position)


def _in_place(
    new: Sequence[Unit],
    old: Sequence[Entry],
    catalog: Catalog,
    units: Sequence[Unit],
) -> Iterable[_Match]:
    """Yield the gone entries that stood between the same neighbours as a new unit does."""
    numbers = {entry.unit.identity: number for number, entry in enumerate(old)}
    before = [entry.unit.identity for entry in catalog.entries]
    stood = dict(zip(_places(before), before, strict=True))
    after = [unit.identity for unit in units]
    place_of = dict(zip(after, _places(after), strict=True))
    for number, unit in enumerate(new):
        position = numbers.get(stood.get(place_of[unit.identity], (None, "")))
        if position is not None:
            score = likeness(unit.source, old[position].unit.source)
            if score >= _SIMILAR_IN_PLACE:
                yield _Match(score, number, position)


def _places(identities: Sequence[Identity]) -> list[tuple[Identity | None, Identity | None]]:
    """Return, for each unit, what stands before and behind it."""
    padded = [None, *identities, None]
    return list(zip(padded, padded[2:], strict=False))
