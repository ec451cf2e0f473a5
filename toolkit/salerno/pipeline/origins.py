"""Where the parts of an edition come from, counted from the ledger: machine, memory or person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from salerno.model import Edition, EditionUnit, EventType
from salerno.page.listing import Origin
from salerno.review import History

_MEMORY = "memory"


def origins_of(edition: Edition, history: History) -> Mapping[Origin, int]:
    """Return how many units of an edition come from where; the numbers add up to all of them."""
    drafted = {event.unit for event in history.events if event.type is EventType.DRAFT}
    return Counter(_origin(unit, history, drafted) for unit in edition.units)


def _origin(
    unit: EditionUnit, history: History, drafted: set[tuple[str | None, str | None]]
) -> Origin:
    drafts = history.on(unit.digest, EventType.DRAFT)
    if drafts:
        is_memory = any(event.engine and event.engine.name == _MEMORY for event in drafts)
        return Origin.MEMORY if is_memory else Origin.MACHINE
    return Origin.EDITED if (unit.context, unit.source) in drafted else Origin.PERSON
