"""Units of an article, and the entries that a catalog has for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from salerno.model import Catalog, Entry, Kind, Piece, Place, Translate, Unit


def template(pieces: Iterable[Piece], file: str) -> tuple[Unit, ...]:
    """Return the units of an article in reading order; the same text twice is one unit."""
    units: dict[tuple[str | None, str], Unit] = {}
    for piece in pieces:
        if isinstance(piece, Translate):
            unit = _unit(piece, file)
            seen = units.get(unit.identity)
            units[unit.identity] = _merged(seen, unit) if seen else unit
    return tuple(units.values())


def _unit(piece: Translate, file: str) -> Unit:
    return Unit(
        source=piece.source,
        context=piece.context,
        kind=piece.kind,
        syntax=piece.syntax,
        where=(Place(file, piece.line),),
        comments=(_described(piece.kind, piece.path), *piece.notes),
    )


def _described(kind: Kind, path: Sequence[str]) -> str:
    """Return the `#.` line of a unit: `paragraph · Ketamine › How long it lasts`."""
    return f"{kind} · {' › '.join(path)}" if path else str(kind)


def _merged(first: Unit, second: Unit) -> Unit:
    """Return a unit that stands in two places; a description that says nothing new is left out."""
    new = tuple(comment for comment in second.comments if comment not in first.comments)
    return replace(first, where=(*first.where, *second.where), comments=(*first.comments, *new))


def paired(units: Sequence[Unit], catalog: Catalog) -> tuple[Entry, ...]:
    """Return an entry for each unit, in the units' order, missing where the catalog has none."""
    found = {entry.unit.identity: entry for entry in catalog.entries}
    forms = forms_of(catalog)
    return tuple(
        replace(found[unit.identity], unit=unit)
        if unit.identity in found
        else empty_entry(unit, forms)
        for unit in units
    )


def forms_of(catalog: Catalog) -> int:
    """Return how many plural forms the catalog's header says it has; 2 if it says nothing."""
    header = (catalog.header("Plural-Forms") or "").replace(" ", "")
    count = header.partition("nplurals=")[2].partition(";")[0]
    return int(count) if count.isdecimal() and int(count) > 0 else 2


def empty_entry(unit: Unit, forms: int) -> Entry:
    """Return an entry without a target, or with none in each of `forms` plural forms."""
    return Entry(unit, targets=("",) * (1 if unit.source_plural is None else forms))
