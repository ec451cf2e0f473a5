"""Two versions of a catalog made one, entry by entry, against what both came from.

What one side changed is taken; what both changed alike is taken; what they changed differently is a clash,
for a person. A wording is merged as one, flags and all: of two people's texts no third is made. Of what
stands around it (comments, flags, obsolete entries) everything is kept that neither side took out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from salerno.errors import CatalogError
from salerno.model import Catalog, Entry, Previous, Unit

Identity = tuple[str | None, str]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Wording:
    """What people write of an entry."""

    source_plural: str | None
    targets: tuple[str, ...]
    fuzzy: bool = False
    previous: Previous | None = None

    @classmethod
    def of(cls, entry: Entry) -> Wording:
        """Return the wording of an entry."""
        return cls(entry.unit.source_plural, entry.targets, entry.fuzzy, entry.previous)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything yet."""
        return not any(self.targets)


@dataclass(frozen=True, slots=True)
class Clash:
    """An entry that both sides worded differently; `base` is None where both were the first to."""

    unit: Unit
    base: Wording | None
    ours: Wording
    theirs: Wording


@dataclass(frozen=True, slots=True)
class Merged:
    """What two catalogs come to; an entry that clashes has our wording in it."""

    catalog: Catalog
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry, and whether its unit is gone from the article."""

    entry: Entry
    is_obsolete: bool


def merged(
    base: Catalog,
    ours: Catalog,
    theirs: Catalog,
    settled: Mapping[Identity, Wording] | None = None,
) -> Merged:
    """Return two catalogs as one; `settled` holds the wordings that a person decided on.

    Where nobody knows what both came from, `base` is an empty catalog: then all that differs clashes.
    Raises CatalogError if both changed how plural forms are counted, on which every plural entry depends.
    """
    sides = [_by_identity(each) for each in (base, ours, theirs)]
    clashes: list[Clash] = []
    found: dict[Identity, _Kept] = {}
    for identity in dict.fromkeys((*sides[1], *sides[2])):
        versions = [side.get(identity) for side in sides]
        kept = _merged_entry(versions, clashes, settled or {})
        if kept:
            found[identity] = kept
    order = _order(*map(_identities, (base, ours, theirs)))
    gone = dict.fromkeys((*order, *sides[1], *sides[2]))
    catalog = Catalog(
        entries=tuple(found[i].entry for i in order if i in found and not found[i].is_obsolete),
        obsolete=tuple(found[i].entry for i in gone if i in found and found[i].is_obsolete),
        headers=_headers(base, ours, theirs),
        comment=_lines(base.comment, ours.comment, theirs.comment),
        fuzzy_header=_picked(base.fuzzy_header, ours.fuzzy_header, theirs.fuzzy_header),
        ending=_lines(base.ending, ours.ending, theirs.ending),
    )
    return Merged(catalog, tuple(clashes))


def _by_identity(catalog: Catalog) -> dict[Identity, _Kept]:
    active = {entry.unit.identity: _Kept(entry, is_obsolete=False) for entry in catalog.entries}
    gone = {entry.unit.identity: _Kept(entry, is_obsolete=True) for entry in catalog.obsolete}
    return gone | active


def _identities(catalog: Catalog) -> list[Identity]:
    return [entry.unit.identity for entry in catalog.entries]


def _picked(base: _T, ours: _T, theirs: _T) -> _T:
    """Return the value of the side that changed it; of two that did, theirs."""
    return ours if theirs == base else theirs


def _merged_entry(
    versions: Sequence[_Kept | None], clashes: list[Clash], settled: Mapping[Identity, Wording]
) -> _Kept | None:
    base, ours, theirs = versions
    if ours is None or theirs is None:
        return _left(base, ours or theirs)
    entry = _of_both(base.entry if base else None, ours.entry, theirs.entry, clashes, settled)
    was = base.is_obsolete if base else True
    is_obsolete = _picked(was, ours.is_obsolete, theirs.is_obsolete)
    is_leaving = is_obsolete and not (ours.is_obsolete and theirs.is_obsolete)
    return _Kept(_bare(entry) if is_leaving else entry, is_obsolete)


def _left(base: _Kept | None, left: _Kept | None) -> _Kept | None:
    """Return what becomes of an entry that one side alone has: new, taken out, or kept for its words."""
    if left is None or base is None:
        return left
    has_words = any(left.entry.targets) or left.entry.comment
    return None if _said(base) == _said(left) or not has_words else _Kept(_bare(left.entry), True)  # noqa: FBT003


def _said(kept: _Kept) -> tuple[Wording, str, bool]:
    return (Wording.of(kept.entry), kept.entry.comment, kept.is_obsolete)


def _bare(entry: Entry) -> Entry:
    """Return an entry as gettext keeps it when obsolete: without place and description."""
    return replace(entry, unit=replace(entry.unit, where=(), comments=()))


def _of_both(
    base: Entry | None,
    ours: Entry,
    theirs: Entry,
    clashes: list[Clash],
    settled: Mapping[Identity, Wording],
) -> Entry:
    versions = (Wording.of(base) if base else None, Wording.of(ours), Wording.of(theirs))
    wording = _agreed(*versions) or settled.get(ours.unit.identity)
    if wording is None:
        clashes.append(Clash(ours.unit, *versions))
        wording = versions[1]
    was = base or Entry(Unit(""))
    unit = replace(
        _picked(_told(was), _told(ours), _told(theirs)),
        source_plural=wording.source_plural,
        flags=_union(was.unit.flags, ours.unit.flags, theirs.unit.flags),
    )
    return Entry(
        unit,
        wording.targets,
        fuzzy=wording.fuzzy,
        previous=wording.previous,
        comment=_lines(was.comment, ours.comment, theirs.comment),
    )


def _told(entry: Entry) -> Unit:
    """Return what the template tells of a unit: that comes from the article, and no person wrote it here."""
    return replace(entry.unit, source_plural=None, flags=())


def _agreed(base: Wording | None, ours: Wording, theirs: Wording) -> Wording | None:
    """Return the wording that both sides agree on, or that one of them alone changed; else None."""
    if base is None and ours.is_empty and theirs.is_empty:
        return min(
            ours, theirs, key=repr
        )  # marks on no words say nothing, but the same on either side
    if theirs in (ours, base) or (base is None and theirs.is_empty):
        return ours
    if ours == base or (base is None and ours.is_empty):
        return theirs
    return None


def _union(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Return what either side has, without what one of them took out."""
    kept = [each for each in ours if each in theirs or each not in base]
    return (*kept, *(each for each in theirs if each not in ours and each not in base))


def _lines(base: str, ours: str, theirs: str) -> str:
    """Return a comment with the lines that either side wrote, without those that one of them took out."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    return "\n".join(_union(*(text.split("\n") if text else [] for text in (base, ours, theirs))))


def _order(base: list[Identity], ours: list[Identity], theirs: list[Identity]) -> list[Identity]:
    """Return the article's order: that of the side which changed it, the other's additions in their places."""
    spine, other = (theirs, ours) if ours == base else (ours, theirs)
    known = set(spine)
    follow: dict[Identity | None, list[Identity]] = {}
    last: Identity | None = None
    for identity in other:
        if identity in known:
            last = identity
        else:
            follow.setdefault(last, []).append(identity)
    return [each for i in (None, *spine) for each in (*((i,) if i else ()), *follow.get(i, ()))]


def _headers(base: Catalog, ours: Catalog, theirs: Catalog) -> tuple[tuple[str, str], ...]:
    """Return the header; where both changed a field, the one of the later revision."""
    fields = [dict(catalog.headers) for catalog in (base, ours, theirs)]
    is_ours_later = _revised(ours) > _revised(theirs)
    found: dict[str, str] = {}
    for name in dict.fromkeys((*fields[1], *fields[2])):
        was, here, there = (side.get(name) for side in fields)
        if here != there and was not in (here, there) and name == "Plural-Forms":
            raise CatalogError("has other plural forms on either side")
        if was in (here, there) or here == there:
            value = _picked(was, here, there)
        else:
            value = (here if is_ours_later else there) or here or there
        if value is not None:
            found[name] = value
    return tuple(found.items())


def _revised(catalog: Catalog) -> dt.datetime:
    """Return when an editor saved a catalog last; long ago if it does not say."""
    try:
        return dt.datetime.strptime(catalog.header("PO-Revision-Date") or "", "%Y-%m-%d %H:%M%z")
    except ValueError:
        return dt.datetime.min.replace(tzinfo=dt.UTC)
