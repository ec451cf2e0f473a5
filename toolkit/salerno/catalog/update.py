"""A catalog as its template wants it now, with every translation kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from salerno.catalog.rewording import reworded
from salerno.catalog.template import empty_entry, forms_of
from salerno.languages import gettext_name, plural_rule
from salerno.model import Catalog, Entry, Previous, Unit

SOURCE_DIGEST = "X-Source-Digest"
"""The header of a template that holds the SHA-256 of the text which it was extracted from."""


def updated(
    catalog: Catalog,
    units: Sequence[Unit],
    *,
    locale: str,
    project: str,
    defaults: Mapping[tuple[str | None, str], Entry] | None = None,
) -> Catalog:
    """Return the catalog with just the entries of its template, in the template's order.

    `defaults` are translations that ship with the template's owner: they fill what is missing.
    """
    headers = _headers(catalog, locale, project)
    forms = forms_of(replace(catalog, headers=headers))
    known = _known(catalog)
    old_wordings = reworded(catalog, units)
    entries = [
        _continued(old_wordings[unit.identity], unit, forms)
        if unit.identity in old_wordings
        else _fitting(known.get(unit.identity), unit, forms)
        for unit in units
    ]
    if defaults:
        entries = [_filled(entry, defaults.get(entry.unit.identity)) for entry in entries]
    return replace(
        catalog,
        entries=tuple(entries),
        obsolete=_obsolete(catalog, units, old_wordings.values()),
        headers=headers,
        comment=catalog.comment or f"{locale} · {project}",
    )


def _known(catalog: Catalog) -> dict[tuple[str | None, str], Entry]:
    """Return entries by identity; an obsolete one is as good as new when its unit comes back."""
    obsolete = {entry.unit.identity: entry for entry in catalog.obsolete}
    return obsolete | {entry.unit.identity: entry for entry in catalog.entries}


def template_catalog(
    units: Sequence[Unit],
    *,
    project: str,
    locale: str,
    digest: str,
) -> Catalog:
    """Return the template (`.pot`) of an article, whose language is `locale`.

    `digest` is that of the article's text: it tells whether a template is up to date.
    """
    headers = _fields(project, locale) | {SOURCE_DIGEST: digest}
    del headers["Plural-Forms"]
    entries = tuple(empty_entry(unit, 2) for unit in units)
    return Catalog(entries, headers=tuple(headers.items()), comment=f"Template · {project}")


def _headers(catalog: Catalog, locale: str, project: str) -> tuple[tuple[str, str], ...]:
    """Return the header fields, what is missing added; what an editor wrote there stays."""
    wanted = _fields(project, locale)
    always = {name: wanted[name] for name in ("Language", "Content-Type")}
    return tuple((wanted | dict(catalog.headers) | always).items())


def _fields(project: str, locale: str) -> dict[str, str]:
    """Return the header of a new catalog; dates are for editors to set, so that nothing churns."""
    return {
        "Project-Id-Version": project,
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": gettext_name(locale),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": str(plural_rule(locale)),
    }


def _fitting(entry: Entry | None, unit: Unit, forms: int) -> Entry:
    """Return an entry's translation on its unit as the template has it now."""
    if entry is None:
        return empty_entry(unit, forms)
    if unit.source_plural != entry.unit.source_plural:
        return _continued(entry, unit, forms)
    padding = ("",) * (0 if unit.source_plural is None else forms - len(entry.targets))
    previous = _previous(entry.previous, unit)
    targets = entry.targets + padding
    return replace(entry, unit=_merged_flags(entry, unit), targets=targets, previous=previous)


def _continued(entry: Entry, unit: Unit, forms: int) -> Entry:
    """Return an entry whose translation was made for another text than the unit's: fuzzy now."""
    if not any(entry.targets):
        return replace(empty_entry(unit, forms), comment=entry.comment)
    old = entry.unit
    previous = Previous(old.source, old.context, old.source_plural)
    written_for = entry.previous if entry.fuzzy and entry.previous else previous
    count = 1 if unit.source_plural is None else forms
    return replace(
        entry,
        unit=_merged_flags(entry, unit),
        targets=(entry.targets + ("",) * count)[:count],
        fuzzy=True,
        previous=_previous(written_for, unit),
    )


def _previous(previous: Previous | None, unit: Unit) -> Previous | None:
    """Return what a target was written for, if that is another text than the unit's own.

    Where a change of the source was taken back, the entry stays fuzzy: what a person made of it
    meanwhile is for a person to judge.
    """
    own = Previous(unit.source, unit.context, unit.source_plural)
    return None if previous == own else previous


def _merged_flags(entry: Entry, unit: Unit) -> Unit:
    """Return the unit with its own flags and those that the catalog has: a person may have set them."""
    return replace(unit, flags=tuple(dict.fromkeys([*unit.flags, *entry.unit.flags])))


def _filled(entry: Entry, default: Entry | None) -> Entry:
    if default is None or any(entry.targets) or len(default.targets) != len(entry.targets):
        return entry
    comment = "\n".join(dict.fromkeys(text for text in (entry.comment, default.comment) if text))
    return replace(entry, targets=default.targets, fuzzy=default.fuzzy, comment=comment)


def _obsolete(
    catalog: Catalog,
    units: Sequence[Unit],
    went_on: Iterable[Entry],
) -> tuple[Entry, ...]:
    """Return what has no unit any more; a translation that went on as fuzzy is not kept twice."""
    current = {unit.identity for unit in units}
    elsewhere = current | {entry.unit.identity for entry in went_on}
    older = [entry for entry in catalog.obsolete if entry.unit.identity not in current]
    newer = [
        entry
        for entry in catalog.entries
        if (any(entry.targets) or entry.comment) and entry.unit.identity not in elsewhere
    ]
    kept = {entry.unit.identity: entry for entry in (*older, *newer)}
    return tuple(replace(entry, unit=_bare(entry.unit)) for entry in kept.values())


def _bare(unit: Unit) -> Unit:
    """Return a unit as gettext keeps it when obsolete: without place and description."""
    return replace(unit, where=(), comments=())
