"""Which event came before which: by their parents alone, never by their times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from salerno.model import Event


class Order:
    """The partial order of the events of a ledger.

    Events that each stand alone on the one before make a run; runs that come before a run are the bits
    of a number. A ledger that was never merged is one run, however long; one that was merged after
    every event still takes no more than a bit for each pair of events.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        """Sort out the events, in any order; a parent that is missing counts as none."""
        self.events = in_order(events)
        """Each event once, parents before children, and otherwise by id."""
        self._place: dict[str, tuple[int, int]] = {}
        """Of an event: its run, and how far along it."""
        self._before: list[int] = []
        """Of a run: the runs before it."""
        children = Counter(parent for event in self.events for parent in set(event.parents))
        for event in self.events:
            self._place[event.id] = self._place_on(_known(event, self._place), children)

    def _place_on(self, parents: Collection[str], children: Mapping[str, int]) -> tuple[int, int]:
        if len(parents) == 1:
            (parent,) = parents
            if children[parent] == 1:
                run, position = self._place[parent]
                return run, position + 1
        before = 0
        for parent in parents:
            run, _ = self._place[parent]
            before |= self._before[run] | 1 << run
        self._before.append(before)
        return len(self._before) - 1, 0

    def precedes(self, first: str, second: str) -> bool:
        """Return whether `second` was appended, be it at some distance, on `first`."""
        run, position = self._place[first]
        own_run, own_position = self._place[second]
        if run == own_run:
            return position < own_position
        return bool(self._before[own_run] >> run & 1)

    def latest(self, events: Collection[Event]) -> list[Event]:
        """Return those of some events that none of the others was appended on."""
        return self.unanswered(events, events)

    def unanswered(self, events: Iterable[Event], answers: Iterable[Event]) -> list[Event]:
        """Return those of some events that none of the answers was appended on."""
        before = 0
        furthest: dict[int, int] = {}
        for answer in answers:
            run, position = self._place[answer.id]
            before |= self._before[run]
            furthest[run] = max(position, furthest.get(run, 0))
        return [
            event
            for event in events
            for run, position in [self._place[event.id]]
            if not before >> run & 1 and position >= furthest.get(run, 0)
        ]


def _known(event: Event, known: Collection[str]) -> set[str]:
    return {parent for parent in event.parents if parent in known}


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return the events with parents before children, and otherwise by id: one order for one set."""
    known = {event.id: event for event in events}
    children: dict[str, list[str]] = {}
    waiting: dict[str, int] = {}
    for event in known.values():
        parents = _known(event, known)
        waiting[event.id] = len(parents)
        for parent in parents:
            children.setdefault(parent, []).append(event.id)
    ready = sorted(event for event, count in waiting.items() if not count)
    found: list[Event] = []
    while ready:
        event_id = heappop(ready)
        found.append(known[event_id])
        for child in children.get(event_id, ()):
            waiting[child] -= 1
            if not waiting[child]:
                heappush(ready, child)
    return found
