"""Which event came before which: by their parents alone, never by their times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from salerno.model import Event


class Order:
    """The partial order of the events of a ledger.

    Every event belongs to a chain (a run of events each appended on the one before) and has a clock:
    how far along each chain its ancestors reach. A ledger that was never merged is one chain, and all
    of its clocks are one shared, growing thing; a merge adds a chain.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        """Sort out the events, in any order; a parent that is missing counts as none."""
        self._place: dict[str, tuple[int, int]] = {}
        self._clock: dict[str, dict[int, int]] = {}
        lengths: list[int] = []
        for event in in_order(events):
            self._add(event, lengths)

    def _add(self, event: Event, lengths: list[int]) -> None:
        parents = [parent for parent in event.parents if parent in self._place]
        chain = next(
            (self._place[p][0] for p in parents if self._is_last(p, lengths)), len(lengths)
        )
        if chain == len(lengths):
            lengths.append(0)
        # The clock that a chain's first event starts is copied only where a merge changes it.
        clock = self._clock[parents[0]] if parents else {}
        if len(parents) > 1 or (parents and self._place[parents[0]][0] != chain):
            clock = dict(clock)
            for parent in parents:
                self._reach(clock, parent)
        self._clock[event.id] = clock
        self._place[event.id] = (chain, lengths[chain])
        lengths[chain] += 1

    def _is_last(self, event: str, lengths: list[int]) -> bool:
        chain, position = self._place[event]
        return position == lengths[chain] - 1

    def _reach(self, clock: dict[int, int], event: str) -> None:
        """Take into a clock what an event and its ancestors are."""
        for chain, position in (*self._clock[event].items(), self._place[event]):
            clock[chain] = max(clock.get(chain, -1), position)

    def precedes(self, first: str, second: str) -> bool:
        """Return whether `second` was appended, be it at some distance, on `first`."""
        chain, position = self._place[first]
        own_chain, own_position = self._place[second]
        if chain == own_chain:
            return position < own_position
        return position <= self._clock[second].get(chain, -1)

    def latest(self, events: Iterable[Event]) -> list[Event]:
        """Return those of some events that none of the others was appended on."""
        given = list(events)
        return [
            event
            for event in given
            if not any(self.precedes(event.id, other.id) for other in given if other is not event)
        ]


def in_order(events: Sequence[Event]) -> list[Event]:
    """Return the events with parents before children, and otherwise by id: one order for one set."""
    known = {event.id: event for event in events}
    waiting = {event.id: sum(parent in known for parent in set(event.parents)) for event in events}
    children: dict[str, list[str]] = {}
    for event in known.values():
        for parent in set(event.parents) & known.keys():
            children.setdefault(parent, []).append(event.id)
    return _sorted(known, waiting, children)


def _sorted(
    known: dict[str, Event],
    waiting: dict[str, int],
    children: dict[str, list[str]],
) -> list[Event]:
    import heapq

    ready = sorted(event for event, count in waiting.items() if not count)
    found: list[Event] = []
    while ready:
        event = heapq.heappop(ready)
        found.append(known[event])
        for child in children.get(event, ()):
            waiting[child] -= 1
            if not waiting[child]:
                heapq.heappush(ready, child)
    return found
