"""Decisions into ledger and catalog: the event first, then the entry, and both or neither.

A decision is on the text that its author saw. If that changed meanwhile, nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from salerno import signing
from salerno.errors import InputError
from salerno.model import Catalog, Entry, Event
from salerno.signing import PrivateKey
from salerno.store import catalogs, clock, journal, ledger
from salerno.store.journal import Form, Step
from salerno.store.workspace import Workspace


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
        journal.begin(workspace, article, locale, steps)
        ledger.append(workspace, workspace.ledger(article, locale), events)
        catalogs.write(workspace, path, _applied(catalog, steps))
        journal.end(workspace)
    return events


def record_event(
    workspace: Workspace,
    article: str,
    locale: str,
    event: Event,
    key: PrivateKey | None = None,
) -> Event:
    """Write an event that changes no entry."""
    with workspace.lock():
        recover(workspace)
        (placed,) = _placed(workspace, article, locale, [event], key)
        ledger.append(workspace, workspace.ledger(article, locale), [placed])
    return placed


def _placed(
    workspace: Workspace,
    article: str,
    locale: str,
    events: Sequence[Event],
    key: PrivateKey | None,
) -> list[Event]:
    at = clock.now()
    dated = [replace(event, article=article, locale=locale, at=at) for event in events]
    placed = ledger.place(workspace, workspace.ledger(article, locale), dated)
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


def recover(workspace: Workspace, say: Callable[[str], None] = lambda _: None) -> None:
    """Finish what a killed command had begun; the caller holds the lock."""
    if not journal.is_open(workspace):
        return
    begun = journal.read(workspace)
    if begun is None:
        say("a command was stopped before it had written anything")
    else:
        path = workspace.ledger(begun.article, begun.locale)
        known = {event.id for event in ledger.load(workspace, path).events}
        steps = [step for step in begun.steps if step.event in known]
        catalog_path = workspace.catalog(begun.article, begun.locale)
        catalog = catalogs.read(workspace, catalog_path)
        catalogs.write(workspace, catalog_path, _applied(catalog, steps))
        say(
            f"a command was stopped while it wrote {len(begun.steps)} decisions on {begun.article} in "
            f"{begun.locale}: {len(steps)} had been recorded and were finished",
        )
    journal.end(workspace)
