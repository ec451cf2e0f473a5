"""How often who did what on which day: what an overview needs of a ledger, so that it need not read them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from salerno.model import Event


class Deeds(NamedTuple):
    """What one person or engine did of one kind on one day (UTC), as the table keeps it."""

    day: str
    who: str
    """The id of a reviewer, or the name of an engine."""
    kind: str
    times: int


def counted_deeds(events: Iterable[Event]) -> list[Deeds]:
    """Return the deeds of a ledger, in order; what was taken back later was done all the same."""
    found = Counter((event.at[:10], who(event), event.type.value) for event in events)
    return [Deeds(*key, count) for key, count in sorted(found.items())]


def who(event: Event) -> str:
    """Return by which name an event's author is looked for."""
    if event.actor:
        return event.actor.id
    return event.engine.name if event.engine else ""
