"""How often who did what on which day: what an overview needs of a ledger, so that it need not read them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from salerno.model import Event
from salerno.web.desk.models import Deeds, Part

_LONGEST = 100
"""Letters of a name that the table keeps."""


def deeds_of(part: Part, events: Iterable[Event]) -> list[Deeds]:
    """Return the deeds of a ledger, in order; what was taken back later was done all the same."""
    found = Counter((event.at[:10], who(event), event.type.value) for event in events)
    return [
        Deeds(part=part, locale=part.locale, day=day, who=name, kind=kind, times=times)
        for (day, name, kind), times in sorted(found.items())
    ]


def who(event: Event) -> str:
    """Return by which name an event's author is looked for."""
    if event.actor:
        return event.actor.id[:_LONGEST]
    return event.engine.name[:_LONGEST] if event.engine else ""
