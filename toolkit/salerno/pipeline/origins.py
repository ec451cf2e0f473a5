"""Where the parts of an edition come from, counted from the ledger: machine, memory or person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from salerno.model import Edition, EventType
from salerno.page.listing import Origin
from salerno.review import History

_MEMORY = "memory"


def origins_of(edition: Edition, history: History) -> Mapping[Origin, int]:
    """Return how many units of an edition come from where; the numbers add up to all of them."""
    return Counter(
        origin_of((unit.context, unit.source), unit.digest, history) for unit in edition.units
    )


def origin_of(unit: tuple[str | None, str], digest: str, history: History) -> Origin:
    """Return where the text of a unit with this digest comes from."""
    drafts = history.on(digest, EventType.DRAFT)
    if drafts:
        is_memory = any(event.engine and event.engine.name == _MEMORY for event in drafts)
        return Origin.MEMORY if is_memory else Origin.MACHINE
    drafted = any(event.type is EventType.DRAFT for event in history.of(unit))
    return Origin.EDITED if drafted else Origin.PERSON
