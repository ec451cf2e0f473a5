"""How long a reviewer took for an entry, as far as a ledger can tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from salerno.model import Event, EventType

SITTING = 600
"""Seconds; who decides nothing for longer was away."""
_WORK = {
    EventType.APPROVE,
    EventType.REJECT,
    EventType.EDIT,
    EventType.COMMENT,
    EventType.WAIVE,
}


def seconds_per_entry(events: Iterable[Event]) -> list[float]:
    """Return the seconds between one entry's last decision and the next one's, of one reviewer's events.

    Ledgers know when something was decided, and not when it was opened: so the first entry of a sitting
    has no time, and a gap of more than 10 minutes begins a new sitting. What is done to one entry in a
    row counts as one decision, at the time of the last; what was approved in bulk does not count, for
    nobody looked at it. Times are in whole seconds, of the clock of whoever wrote them.
    """
    work = [event for event in events if event.type in _WORK and not event.bulk]
    work.sort(key=lambda event: event.at)
    times = [
        dt.datetime.fromisoformat(event.at)
        for number, event in enumerate(work)
        if number + 1 == len(work) or work[number + 1].unit != event.unit
    ]
    gaps = [(after - before).total_seconds() for before, after in pairwise(times)]
    return [gap for gap in gaps if gap <= SITTING]
