"""Drafts into the ledger and the catalog: events first, and never over a person's words.

The catalog is read again under the lock, so what a translator saved while an engine was at work stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Self

from salerno.errors import EngineError
from salerno.model import Catalog, Draft, Entry, Event, EventType, Provenance, Unit
from salerno.pipeline.notes import Notes, note_of
from salerno.pipeline.recording import recover
from salerno.store import catalogs, clock, ledger
from salerno.store.workspace import Workspace

Drafts = Mapping[tuple[str | None, str], Sequence[Draft]]
"""By (context, msgid): one draft, or one for each plural form."""
Outcomes = dict[Unit, tuple[Draft, ...] | EngineError]
"""The drafts of units, or what went wrong."""


def save_drafts(workspace: Workspace, article: str, locale: str, drafts: Drafts) -> int:
    """Write drafts where there is still no target; return how many there were."""
    saved: set[tuple[str | None, str]] = set()

    def filled(catalog: Catalog) -> Catalog:
        """Return the catalog with drafts, their events written: those it is asked for first."""
        notes = _notes(workspace, article, locale, catalog)
        entries = [
            _with_draft(entry, drafts.get(entry.unit.identity, ()), notes)
            for entry in catalog.entries
        ]
        new = [new for new, old in zip(entries, catalog.entries, strict=True) if new is not old]
        events = [
            _event(entry, drafts[entry.unit.identity], article, locale)
            for entry in new
            if entry.unit.identity not in recorded
        ]
        if events:
            record = workspace.ledger(article, locale)
            ledger.append(workspace, record, ledger.place(workspace, record, events))
        recorded.update((event.context, event.source) for event in events)
        saved.clear()
        saved.update(entry.unit.identity for entry in new)
        return replace(catalog, entries=tuple(entries))

    recorded: set[tuple[str | None, str | None]] = set()
    with workspace.lock():
        recover(workspace)
        catalogs.change(workspace, workspace.catalog(article, locale), filled)
    return len(saved)


def _notes(workspace: Workspace, article: str, locale: str, catalog: Catalog) -> Notes:
    """Return the notes on earlier drafts of what has no text any more; mostly there are none."""
    if not any(entry.comment and not any(entry.targets) for entry in catalog.entries):
        return Notes(())
    return Notes(ledger.read(workspace, workspace.ledger(article, locale)))


def _event(entry: Entry, drafts: Sequence[Draft], article: str, locale: str) -> Event:
    return Event(
        EventType.DRAFT,
        article=article,
        locale=locale,
        at=clock.now(),
        parents=(),
        engine=_provenance(drafts),
        context=entry.unit.context,
        source=entry.unit.source,
        source_plural=entry.unit.source_plural,
        targets=entry.targets,
        digest=entry.digest(article, locale),
    )


def _with_draft(entry: Entry, drafts: Sequence[Draft], notes: Notes) -> Entry:
    """Return the entry with a draft in it, fuzzy, unless somebody's words are there."""
    if not drafts or any(entry.targets) or len(drafts) != len(entry.targets):
        return entry
    if not all(draft.text for draft in drafts):
        return entry
    targets = tuple(draft.text for draft in drafts)
    made = replace(entry, targets=targets, fuzzy=True, previous=None)
    lines = notes.comment_of(made).split("\n")
    note = note_of(_provenance(drafts))
    told = [line for line in lines if line] if not note or note in lines else [*lines, note]
    return replace(made, comment="\n".join(line for line in told if line))


def _provenance(drafts: Sequence[Draft]) -> Provenance:
    """Return where the drafts of an entry are from, with the unknown words of all plural forms."""
    unknown = dict.fromkeys(word for draft in drafts for word in draft.provenance.unknown)
    return replace(drafts[0].provenance, unknown=tuple(unknown))


class Savings:
    """Saves what is made piece by piece, no more often than saving takes time.

    A save reads and writes the whole catalog: one after each piece would take quadratic time. What a
    kill costs is the piece in work and what was made since the last save, which is at most what was
    made in as much time as that save took. An error or Ctrl-C costs no more than the piece in work:
    `with` saves what there is.
    """

    def __init__(
        self, save: Callable[[Outcomes], None], elapsed: Callable[[], float] = clock.elapsed
    ) -> None:
        """Save with `save`; `elapsed` is a clock in seconds."""
        self._save = save
        self._elapsed = elapsed
        self._made: Outcomes = {}
        self._due = elapsed()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Save what is not saved yet."""
        self._flush()

    def add(self, made: Outcomes) -> None:
        """Take what was made, and save all there is if it is time."""
        self._made |= made
        if self._elapsed() >= self._due:
            self._flush()

    def _flush(self) -> None:
        made, self._made = self._made, {}
        if made:
            begun = self._elapsed()
            self._save(made)
            ended = self._elapsed()
            self._due = ended + (ended - begun)
