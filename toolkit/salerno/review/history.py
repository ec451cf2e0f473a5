"""The decisions of one article in one locale, looked up by the text that they are on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from salerno.model import Event, EventType, Role, State
from salerno.review.order import Order

_RETRACTABLE = {
    EventType.APPROVE,
    EventType.REJECT,
    EventType.COMMENT,
    EventType.WAIVE,
    EventType.EDIT,
}

_Unit = tuple[str | None, str | None]
"""A unit's (context, source)."""


class History:
    """What was decided; a decision on any other text says nothing about this one."""

    def __init__(self, events: Sequence[Event], valid: Collection[str] = ()) -> None:
        """Take the events of a ledger, in any order; of the signed ones, those in `valid` count."""
        self.order = Order(events)
        self.events = self.order.events
        self.valid = frozenset(valid)
        self._taken_back = self._retracted()
        self._by_digest: dict[str, list[Event]] = defaultdict(list)
        self._by_unit: dict[_Unit, list[Event]] = defaultdict(list)
        units: dict[str, _Unit] = {}
        for event in self.events:
            if event.digest and event.id not in self._taken_back:
                self._by_digest[event.digest].append(event)
            unit = event.unit if event.source is not None else units.get(event.from_ or "")
            if unit:
                units[event.id] = unit
                self._by_unit[unit].append(event)

    def _retracted(self) -> set[str]:
        retracts = [event for event in self.events if event.type is EventType.RETRACT]
        known = {event.id: event for event in self.events}
        return {
            retract.from_
            for retract in retracts
            if retract.from_ in known and self._takes_back(retract, known[retract.from_])
        }

    def _takes_back(self, retract: Event, event: Event) -> bool:
        """Return whether a retract holds: its own author's, or a clinician's of a linguist's."""
        if event.type not in _RETRACTABLE or not (retract.actor and event.actor):
            return False
        is_own = retract.actor.id == event.actor.id
        outranks = retract.actor.role is Role.CLINICIAN and event.actor.role is Role.LINGUIST
        return (is_own or outranks) and self.order.precedes(event.id, retract.id)

    def of(self, unit: _Unit) -> Sequence[Event]:
        """Return the events on any text of a unit, in order, with what was taken back, and by what."""
        return self._by_unit.get(unit, ())

    def is_taken_back(self, event: Event) -> bool:
        """Return whether somebody who may has taken an event back."""
        return event.id in self._taken_back

    def on(self, digest: str, *types: EventType) -> list[Event]:
        """Return the events on a text, of some types, that nobody took back."""
        return [event for event in self._by_digest.get(digest, ()) if event.type in types]

    def verdict(self, digest: str) -> State | None:
        """Return `rejected`, `approved` or None; of concurrent decisions reject wins.

        A clinician's reject is lifted by a clinician only.
        """
        approvals = self.on(digest, EventType.APPROVE)
        rejects = self.on(digest, EventType.REJECT)
        if self.order.unanswered(rejects, approvals) or self.order.unanswered(
            _by_clinicians(rejects), _by_clinicians(approvals)
        ):
            return State.REJECTED
        return State.APPROVED if approvals else None

    def waived(self, digest: str) -> dict[str, Event]:
        """Return the checks whose findings on this text somebody has answered for, with a signature."""
        waivers = self.on(digest, EventType.WAIVE)
        return {event.check: event for event in waivers if event.check and event.id in self.valid}

    def approval(self, digest: str) -> Event | None:
        """Return the last approval of a text, or None."""
        return self._last(self.on(digest, EventType.APPROVE))

    def last_approved(self, unit: _Unit) -> Event | None:
        """Return the last approval of any text of a unit: what a reviewer has seen before."""
        return self._last_of(unit, EventType.APPROVE)

    def last_draft(self, unit: _Unit) -> Event | None:
        """Return the last draft of a unit that an engine or the memory wrote."""
        return self._last_of(unit, EventType.DRAFT)

    def _last_of(self, unit: _Unit, kind: EventType) -> Event | None:
        found = [event for event in self.of(unit) if event.type is kind and event.digest]
        return self._last([event for event in found if not self.is_taken_back(event)])

    def approvals(self) -> Iterator[Event]:
        """Yield, of each unit that has one, the last approval of a text that nobody refused since."""
        for events in self._by_unit.values():
            found = [
                event
                for event in events
                if event.type is EventType.APPROVE
                and not self.is_taken_back(event)
                and self.verdict(event.digest or "") is State.APPROVED
            ]
            if last := self._last(found):
                yield last

    def _last(self, events: Sequence[Event]) -> Event | None:
        """Return the latest of some events; of concurrent ones always the same."""
        return min(self.order.latest(events), key=lambda event: event.id, default=None)

    def unknown_words(self, digest: str) -> tuple[str, ...]:
        """Return the words that the engine did not know which wrote this text."""
        drafts = self.on(digest, EventType.DRAFT)
        words = (word for event in drafts if event.engine for word in event.engine.unknown)
        return tuple(dict.fromkeys(words))


def _by_clinicians(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.actor and event.actor.role is Role.CLINICIAN]
