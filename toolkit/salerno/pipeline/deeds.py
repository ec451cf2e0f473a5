"""What was done to a unit, by whom, and whether it still counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salerno.model import Event, Reviewer
from salerno.pipeline.decisions import Decisions


@dataclass(frozen=True, slots=True)
class Deed:
    """An event of a ledger as a person reads it; its type, time, reason and texts are the event's."""

    event: Event
    who: str
    """The id, role, name and credential of a person; name, pair and version of an engine."""
    counts: bool
    """False if it was taken back, or its signature does not hold."""


def deed(event: Event, decided: Decisions) -> Deed:
    """Return an event with what the rest of its ledger says of it."""
    history = decided.history
    holds = event.id in history.valid if event.type.is_signed else True
    return Deed(
        event, who_did(event, decided.reviewers), holds and not history.is_taken_back(event)
    )


def who_did(event: Event, known: Mapping[str, Reviewer]) -> str:
    """Return who did it; a colleague or an inspector sees the name, which a page may not show."""
    if event.engine:
        return f"{event.engine.name} ({event.engine.pair}; {event.engine.version})"
    if event.actor is None:
        return "nobody"
    reviewer = known.get(event.actor.id)
    name = f"{reviewer.name}, {reviewer.credential}" if reviewer else "not registered"
    return f"{event.actor.id} ({event.actor.role}; {name})"


def what_of(event: Event, decided: Decisions) -> str:
    """Return what an event is; of a signed one, whether it counts."""
    bulk = " in bulk" if event.bulk else ""
    if not event.type.is_signed:
        return f"{event.type}{bulk}"
    return (
        f"{event.type}, signature {'valid' if event.id in decided.history.valid else 'NOT VALID'}"
    )


def details_of(event: Event) -> Iterable[str]:
    """Yield what an event says beside that, each in a few words."""
    if event.meanings:
        yield " and ".join(event.meanings)
    if event.edition:
        yield f"of edition {event.edition[:16]}"
    if event.check:
        yield f"findings of {event.check}"
    if event.category:
        yield f"{event.category}, {event.severity}" if event.severity else event.category
    if event.reason:
        yield f"“{event.reason}”"
