"""Drafts into the ledger and the catalog: events first, and never over a person's words.

The catalog is read again under the lock, so what a translator saved while an engine was at work stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salerno.model import Draft, Entry, Event, EventType
from salerno.pipeline.recording import recover
from salerno.store import catalogs, clock, ledger
from salerno.store.workspace import Workspace

Drafts = Mapping[tuple[str | None, str], Sequence[Draft]]
"""By (context, msgid): one draft, or one for each plural form."""


def save_drafts(workspace: Workspace, article: str, locale: str, drafts: Drafts) -> int:
    """Write drafts where there is still no target; return how many there were."""
    path = workspace.catalog(article, locale)
    with workspace.lock():
        recover(workspace)
        catalog = catalogs.read(workspace, path)
        filled = [
            _with_draft(entry, drafts.get(entry.unit.identity, ())) for entry in catalog.entries
        ]
        new = [
            entry for entry, old in zip(filled, catalog.entries, strict=True) if entry is not old
        ]
        if new:
            at = clock.now()
            events = [
                _event(entry, drafts[entry.unit.identity][0], article, locale, at) for entry in new
            ]
            record = workspace.ledger(article, locale)
            ledger.append(workspace, record, ledger.place(workspace, record, events))
            catalogs.write(workspace, path, replace(catalog, entries=tuple(filled)))
    return len(new)


def _event(entry: Entry, draft: Draft, article: str, locale: str, at: str) -> Event:
    return Event(
        EventType.DRAFT,
        article=article,
        locale=locale,
        at=at,
        parents=(),
        engine=draft.provenance,
        context=entry.unit.context,
        source=entry.unit.source,
        source_plural=entry.unit.source_plural,
        targets=entry.targets,
        digest=entry.digest(article, locale),
    )


def _with_draft(entry: Entry, drafts: Sequence[Draft]) -> Entry:
    """Return the entry with a draft in it, fuzzy, unless somebody's words are there."""
    if not drafts or any(entry.targets) or len(drafts) != len(entry.targets):
        return entry
    if not all(draft.text for draft in drafts):
        return entry
    note = _note(drafts)
    comment = "\n".join(line for line in (entry.comment, note) if line)
    targets = tuple(draft.text for draft in drafts)
    return replace(entry, targets=targets, fuzzy=True, previous=None, comment=comment)


def _note(drafts: Sequence[Draft]) -> str:
    """Return what a reviewer should know of a draft: words that the engine left as they were."""
    unknown = dict.fromkeys(word for draft in drafts for word in draft.provenance.unknown)
    engine = drafts[0].provenance.name
    return f"{engine} does not know: {', '.join(unknown)}" if unknown else ""
