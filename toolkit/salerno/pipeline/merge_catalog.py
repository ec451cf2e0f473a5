"""Catalogs that two clones changed: made one entry by entry; what was worded in two ways is a person's to settle."""

from __future__ import annotations

from dataclasses import replace

from salerno.catalog import Clash, Wording
from salerno.catalog import merged as merged_catalogs
from salerno.errors import CatalogError, InputError
from salerno.model import Catalog
from salerno.pipeline.conflicts import Choice, Conflict, Side, Version
from salerno.pipeline.merge_case import Case, Ground, Outcome, id_of, place_of, whole
from salerno.pipeline.wording import printable
from salerno.store import catalogs, files


def catalog_rule(ground: Ground, case: Case) -> Outcome:
    """Return what a catalog becomes; one that cannot be read is never let in."""
    try:
        theirs = _parsed(case, case.there)
    except InputError as error:
        return whole(ground, case, f"cannot be read there: {error}", (Side.OURS,))
    if case.is_theirs_alone:
        return Outcome(case.theirs)
    try:
        ours = _parsed(case, case.here)
    except InputError as error:
        return whole(ground, case, f"cannot be read here: {error}", (Side.THEIRS,))
    try:
        return _of_catalogs(ground, case, (_base(case), ours, theirs))
    except CatalogError as error:
        return whole(ground, case, str(error), ())


def _base(case: Case) -> Catalog:
    """Return what both came from: of several bases what they agree on, of one that is no catalog nothing."""
    try:
        found = [Catalog() if data is None else _parsed(case, data) for data in case.was]
    except InputError:
        return Catalog()
    first, *others = [catalog.without_lines() for catalog in found]
    return replace(
        first,
        entries=tuple(e for e in first.entries if all(e in other.entries for other in others)),
        obsolete=tuple(e for e in first.obsolete if all(e in other.obsolete for other in others)),
    )


def _parsed(case: Case, data: bytes | None) -> Catalog:
    text = files.decoded(data or b"", case.name).removeprefix("\ufeff")
    return catalogs.parse(text, case.name)


def _of_catalogs(ground: Ground, case: Case, versions: tuple[Catalog, Catalog, Catalog]) -> Outcome:
    first = merged_catalogs(*versions)
    found = [(clash, _conflict(ground, case, clash)) for clash in first.clashes]
    settled = {
        clash.unit.identity: _settled(clash, ground.choices[conflict.id])
        for clash, conflict in found
        if conflict.id in ground.choices
    }
    result = merged_catalogs(*versions, settled).catalog.without_lines()
    left = tuple(c for clash, c in found if clash.unit.identity not in settled)
    for catalog, blob in zip(versions[1:], (case.ours, case.theirs), strict=True):
        if result == catalog.without_lines():
            return Outcome(blob, left)
    text = catalogs.text_of(result)
    if catalogs.parse(text, case.name).without_lines() != result:
        raise CatalogError("is written in a way that only a person can merge")
    return Outcome(text.encode("utf-8"), left)


def _conflict(ground: Ground, case: Case, clash: Clash) -> Conflict:
    article, locale = place_of(ground, case)
    unit, base = clash.unit, clash.base
    forms = [
        [wording.source_plural, list(wording.targets), wording.fuzzy] if wording else None
        for wording in (base, clash.ours, clash.theirs)
    ]
    return Conflict(
        id_of(case.name, unit.context, unit.source, *forms),
        printable(case.name),
        "was worded in two ways at once",
        article,
        locale,
        unit.key,
        unit.context,
        unit.source,
        unit.source_plural,
        Version(base.targets, base.fuzzy) if base else None,
        Version(clash.ours.targets, clash.ours.fuzzy),
        Version(clash.theirs.targets, clash.theirs.fuzzy),
        takes_text=True,
    )


def _settled(clash: Clash, choice: Choice) -> Wording:
    """Return the wording that somebody chose; raise InputError for one that is none."""
    if choice.side is not None:
        return clash.ours if choice.side is Side.OURS else clash.theirs
    fitting = [
        each for each in (clash.ours, clash.theirs) if len(each.targets) == len(choice.targets)
    ]
    if not fitting or not all(target.strip() for target in choice.targets):
        raise InputError("a translation needs words, for each plural form that the entry has")
    for target in choice.targets:
        files.check_text(target)
        if "\0" in target:
            raise InputError("a text cannot hold a NUL character")
    return Wording(fitting[0].source_plural, choice.targets)
