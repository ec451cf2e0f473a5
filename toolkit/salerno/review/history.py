"""The decisions of one article in one locale, looked up by the text that they are on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from salerno.model import Event, EventType, Role, State
from salerno.review.order import Order

_RETRACTABLE = {
    EventType.APPROVE,
    EventType.REJECT,
    EventType.COMMENT,
    EventType.WAIVE,
    EventType.EDIT,
}


class History:
    """What was decided; a decision on any other text says nothing about this one."""

    def __init__(self, events: Sequence[Event], valid: Collection[str] = ()) -> None:
        """Take the events of a ledger; of the signed ones, those in `valid` count."""
        self.events = events
        self.order = Order(events)
        self.valid = frozenset(valid)
        known = {event.id: event for event in events}
        taken_back = {
            event.from_
            for event in events
            if event.type is EventType.RETRACT
            and self._takes_back(event, known.get(event.from_ or ""))
        }
        self._by_digest: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            if event.digest and event.id not in taken_back:
                self._by_digest[event.digest].append(event)

    def _takes_back(self, retract: Event, event: Event | None) -> bool:
        """Return whether a retract holds: its own author's, or a clinician's of a linguist's."""
        if event is None or event.type not in _RETRACTABLE or not (retract.actor and event.actor):
            return False
        is_own = retract.actor.id == event.actor.id
        outranks = retract.actor.role is Role.CLINICIAN and event.actor.role is Role.LINGUIST
        return (is_own or outranks) and self.order.precedes(event.id, retract.id)

    def on(self, digest: str, *types: EventType) -> list[Event]:
        """Return the events on a text, of some types, that nobody took back."""
        return [event for event in self._by_digest.get(digest, ()) if event.type in types]

    def verdict(self, digest: str) -> State | None:
        """Return `rejected`, `approved` or None; of concurrent decisions reject wins.

        A clinician's reject is lifted by a clinician only.
        """
        approvals = self.on(digest, EventType.APPROVE)
        rejects = self.on(digest, EventType.REJECT)
        if any(not self._is_lifted(reject, approvals) for reject in rejects):
            return State.REJECTED
        return State.APPROVED if approvals else None

    def _is_lifted(self, reject: Event, approvals: Iterable[Event]) -> bool:
        return any(
            self.order.precedes(reject.id, approval.id) and _may_lift(approval, reject)
            for approval in approvals
        )

    def waived(self, digest: str) -> dict[str, Event]:
        """Return the checks whose findings on this text somebody has answered for, with a signature."""
        waivers = self.on(digest, EventType.WAIVE)
        return {event.check: event for event in waivers if event.check and event.id in self.valid}

    def approval(self, digest: str) -> Event | None:
        """Return the last approval of a text, or None."""
        latest = self.order.latest(self.on(digest, EventType.APPROVE))
        return min(latest, key=lambda event: event.id) if latest else None

    def last_approved(self, unit: tuple[str | None, str | None]) -> Event | None:
        """Return the last approval of any text of a unit: what a reviewer has seen before."""
        found = [
            event
            for events in self._by_digest.values()
            for event in events
            if event.type is EventType.APPROVE and event.unit == unit
        ]
        latest = self.order.latest(found)
        return min(latest, key=lambda event: event.id) if latest else None

    def unknown_words(self, digest: str) -> tuple[str, ...]:
        """Return the words that the engine did not know which wrote this text."""
        drafts = self.on(digest, EventType.DRAFT)
        words = (word for event in drafts if event.engine for word in event.engine.unknown)
        return tuple(dict.fromkeys(words))


def _may_lift(approval: Event, reject: Event) -> bool:
    by_clinician = reject.actor is not None and reject.actor.role is Role.CLINICIAN
    return not by_clinician or (
        approval.actor is not None and approval.actor.role is Role.CLINICIAN
    )
