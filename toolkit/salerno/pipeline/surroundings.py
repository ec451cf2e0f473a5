"""Where a unit stands in its article: heading path, notes, and the blocks before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from salerno.model import Entry, Kind, Place, State, Translate, Unit
from salerno.pipeline.content import Content
from salerno.pipeline.decisions import Decisions

_NEAR = 2
"""Blocks to each side."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article, with the entry that stands in it."""

    key: str
    kind: Kind
    path: tuple[str, ...]
    """The headings above, outermost first."""
    source: str
    targets: tuple[str, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The block of an entry, where it first stands, and what is around it."""

    kind: Kind
    path: tuple[str, ...]
    notes: tuple[str, ...]
    """What the author says to translators, of every place that the unit stands in."""
    places: tuple[Place, ...]
    position: int
    """Which block of the article it is, counted from 1."""
    total: int
    before: tuple[Block, ...]
    """In reading order, the nearest last."""
    after: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """What a block of an article has in common with a message of the page chrome."""

    identity: tuple[str | None, str]
    kind: Kind
    path: tuple[str, ...]
    notes: tuple[str, ...]


def surroundings(
    content: Content, everything: Sequence[Entry], entry: Entry, decided: Decisions
) -> Surroundings:
    """Return where an entry of an article stands; `everything` are all of the article's entries."""
    spots = _spots(content)
    own = [number for number, spot in enumerate(spots) if spot.identity == entry.unit.identity]
    here = own[0]
    by_identity = {each.unit.identity: each for each in everything}

    def blocks(chosen: Sequence[_Spot]) -> tuple[Block, ...]:
        return tuple(_block(spot, by_identity[spot.identity], decided) for spot in chosen)

    return Surroundings(
        kind=spots[here].kind,
        path=spots[here].path,
        notes=tuple(dict.fromkeys(note for number in own for note in spots[number].notes)),
        places=entry.unit.where,
        position=here + 1,
        total=len(spots),
        before=blocks(spots[max(0, here - _NEAR) : here]),
        after=blocks(spots[here + 1 : here + 1 + _NEAR]),
    )


def _spots(content: Content) -> list[_Spot]:
    """Return the blocks of an article in reading order; the page chrome has messages instead."""
    if content.article is None:
        return [_Spot(unit.identity, unit.kind, (), unit.comments) for unit in content.units]
    return [
        _Spot((piece.context, piece.source), piece.kind, piece.path, piece.notes)
        for piece in content.pieces
        if isinstance(piece, Translate)
    ]


def _block(spot: _Spot, entry: Entry, decided: Decisions) -> Block:
    unit: Unit = entry.unit
    state = decided.state(entry)
    return Block(unit.key, spot.kind, spot.path, unit.source, entry.targets, state)
