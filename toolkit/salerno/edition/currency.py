"""Whether an edition's source has moved on, and what that means for its readers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from salerno.model import Asset, Change, Event, EventType


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a source text matters to its translations: reformatting alone changes nothing here."""

    units: tuple[tuple[str | None, str], ...]
    links: tuple[str, ...] = ()
    assets: tuple[Asset, ...] = ()


class Consequence(StrEnum):
    """What happens to the page of an edition."""

    CURRENT = "current"
    AS_IT_IS = "as it is"
    WITH_NOTICE = "with a notice"
    GIVES_WAY = "gives way to a notice"


_CONSEQUENCES = {
    Change.EDITORIAL: Consequence.AS_IT_IS,
    Change.SUBSTANTIVE: Consequence.WITH_NOTICE,
    Change.SAFETY: Consequence.GIVES_WAY,
}


def consequence(
    signed: Shape, current: Shape, change: Change | None, risks: Collection[str]
) -> Consequence:
    """Return what an edition comes to, given its source's shape then and now.

    A change that nobody has classified counts as `safety` if either the edition or the article is
    critical, and as `substantive` otherwise.
    """
    if signed == current:
        return Consequence.CURRENT
    unclassified = Change.SUBSTANTIVE if set(risks) == {"standard"} else Change.SAFETY
    return _CONSEQUENCES[change or unclassified]


def classified(
    latest: Sequence[Event],
    before: str,
    after: str,
) -> Change | None:
    """Return what clinicians said of one change of a source; of concurrent words the strictest.

    `latest` are the valid classify events that no other one on the same pair was appended on.
    """
    said = {
        Change(event.category)
        for event in latest
        if event.type is EventType.CLASSIFY
        and (event.from_, event.to) == (before, after)
        and event.category in set(Change)
    }
    return next((change for change in reversed(Change) if change in said), None)
