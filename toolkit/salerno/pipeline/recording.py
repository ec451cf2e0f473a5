"""Decisions into ledger and catalog: the event first, then the entry, and both or neither.

A decision is on the text that its author saw. If that changed meanwhile, nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from salerno import signing
from salerno.errors import InputError, StorageError
from salerno.model import Catalog, Entry, Event
from salerno.pipeline.decisions import acting, check_may_act
from salerno.signing import PrivateKey
from salerno.store import catalogs, clock, files, journal, ledger
from salerno.store.journal import Form, Journal, Step
from salerno.store.workspace import Workspace

Say = Callable[[str], None]
"""Tells a user what was found."""


@dataclass(frozen=True, slots=True)
class Change:
    """An event, and what becomes of the entry that it is on."""

    event: Event
    seen: Entry
    after: Entry


def record(
    workspace: Workspace,
    article: str,
    locale: str,
    changes: Sequence[Change],
    key: PrivateKey | None = None,
) -> list[Event]:
    """Write decisions on entries; raise InputError if one of the texts is not the one that was seen."""
    with workspace.lock():
        recover(workspace)
        path = workspace.catalog(article, locale)
        catalog = catalogs.read(workspace, path)
        for change in changes:
            _check_seen(catalog, change.seen, workspace.name(path))
        events = _placed(workspace, article, locale, [change.event for change in changes], key)
        steps = [_step(event, change) for event, change in zip(events, changes, strict=True)]
        _write(workspace, _journal(article, locale, events, steps), events)
    return events


def record_events(
    workspace: Workspace,
    article: str,
    locale: str,
    make: Callable[[], Sequence[Event]],
    key: PrivateKey | None = None,
) -> list[Event]:
    """Write events that change no entry, all or none.

    `make` is asked under the lock: what it goes by stays true until its events are written.
    """
    with workspace.lock():
        recover(workspace)
        made = make()
        if not made:
            return []
        events = _placed(workspace, article, locale, made, key)
        _write(workspace, _journal(article, locale, events), events)
    return events


def record_event(
    workspace: Workspace,
    article: str,
    locale: str,
    event: Event,
    key: PrivateKey | None = None,
) -> Event:
    """Write an event that changes no entry."""
    return record_events(workspace, article, locale, lambda: [event], key)[0]


def _write(workspace: Workspace, begun: Journal, events: Sequence[Event]) -> None:
    path, catalog = workspace.ledger(begun.article, begun.locale), _catalog(workspace, begun)
    journal.begin(workspace, begun)
    ledger.append(workspace, path, events)
    before = files.find_bytes(catalog)
    try:
        _apply(workspace, begun, begun.steps)
    except StorageError:
        # Where either was written meanwhile, the journal has the next command finish it.
        if files.find_bytes(catalog) == before and ledger.take_back(workspace, path, events):
            journal.end(workspace)
        raise
    journal.end(workspace)


def _apply(workspace: Workspace, begun: Journal, steps: Sequence[Step]) -> None:
    """Do steps to the catalog as it is at this moment: an editor knows nothing of our lock."""
    if steps:
        path = _catalog(workspace, begun)
        catalogs.change(workspace, path, lambda catalog: _applied(catalog, steps))


def _catalog(workspace: Workspace, begun: Journal) -> Path:
    return workspace.catalog(begun.article, begun.locale)


def _journal(
    article: str, locale: str, events: Sequence[Event], steps: Sequence[Step] = ()
) -> Journal:
    return Journal(article, locale, tuple(event.id for event in events), tuple(steps))


def _placed(
    workspace: Workspace,
    article: str,
    locale: str,
    events: Sequence[Event],
    key: PrivateKey | None,
) -> list[Event]:
    """Return events sealed, signed, and such that their reviewer may do them at that time."""
    at = clock.now()
    dated = [replace(event, article=article, locale=locale, at=at) for event in events]
    placed = ledger.place(workspace, workspace.ledger(article, locale), dated)
    for event in placed:
        if event.actor:
            check_may_act(event, acting(workspace, event.actor.id), workspace)
    return [signing.signed(event, key) if key else event for event in placed]


def _check_seen(catalog: Catalog, seen: Entry, where: str) -> None:
    current = next((e for e in catalog.entries if e.unit.identity == seen.unit.identity), None)
    if current is None or Form.of(current) != Form.of(seen):
        raise InputError(
            f"{seen.unit.source[:60]!r} was changed since it was shown; nothing was written",
            where=f"{where}:{current.line}" if current else where,
            help="look at the new text and decide again",
        )


def _step(event: Event, change: Change) -> Step:
    unit = change.seen.unit
    before, after = Form.of(change.seen), Form.of(change.after)
    return Step(event.id, unit.context, unit.source, before, after)


def _applied(catalog: Catalog, steps: Sequence[Step]) -> Catalog:
    by_identity = {(step.context, step.source): step for step in steps}

    def done(entry: Entry) -> Entry:
        step = by_identity.get(entry.unit.identity)
        return step.done(entry) if step else entry

    return replace(catalog, entries=tuple(map(done, catalog.entries)))


def recover(workspace: Workspace, say: Say = lambda _: None) -> None:
    """Finish what a killed command had begun; the caller holds the lock."""
    if not journal.is_open(workspace):
        return
    begun = journal.read(workspace)
    if begun is None:
        say(
            "a command was stopped, and its note of what it wrote is damaged: look at your last decision"
        )
    else:
        _finish(workspace, begun, say)
    journal.end(workspace)


def _finish(workspace: Workspace, begun: Journal, say: Say) -> None:
    mend(workspace, begun.article, begun.locale, say)
    path = workspace.ledger(begun.article, begun.locale)
    known = {event.id for event in ledger.load(workspace, path).events} & set(begun.events)
    _apply(workspace, begun, [step for step in begun.steps if step.event in known])
    say(
        f"a command was stopped while it wrote {len(begun.events)} decisions on {begun.article} in "
        f"{begun.locale}: {len(known)} had been recorded and were finished",
    )


def mend(workspace: Workspace, article: str, locale: str, say: Say = lambda _: None) -> None:
    """Set aside what is torn in a ledger, and say so; the caller holds the lock."""
    path = workspace.ledger(article, locale)
    for torn in ledger.mend(workspace, path):
        aside = workspace.name(path.with_suffix(".torn"))
        say(f"{workspace.name(path)}:{torn.line}: a torn line was moved to {aside}")
