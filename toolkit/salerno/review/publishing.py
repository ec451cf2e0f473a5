"""Which edition stands, by the sign-offs and withdrawals of a ledger (DESIGN.md, section 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from salerno.model import Event, EventType, Meaning
from salerno.review.history import History


@dataclass(frozen=True, slots=True)
class Policy:
    """What a page needs: meanings, and whether they must come from two people."""

    required: tuple[Meaning, ...]
    two_person: bool = False

    def stricter(self, required: Iterable[Meaning], two_person: bool) -> Policy:  # noqa: FBT001
        """Return what this policy and another one ask for together."""
        both = tuple(dict.fromkeys((*self.required, *required)))
        return Policy(both, self.two_person or two_person)


@dataclass(frozen=True, slots=True)
class Standing:
    """The edition that may be published, with the sign-offs that count; else why there is none."""

    edition: str = ""
    signoffs: tuple[Event, ...] = ()
    reasons: tuple[str, ...] = ()
    signed: tuple[Meaning, ...] = ()
    """The meanings that the newest edition has been given so far."""


def standing(history: History, policy: Policy) -> Standing:
    """Return the latest edition that holds every required sign-off and is not withdrawn.

    Two editions that were completed in two clones at once stand against each other: until a person
    signs or withdraws one after the other, neither is published.
    """
    counting = _counting(history)
    signed = _given(counting, _latest(history, counting))
    complete = {
        edition: events for edition, events in counting.items() if is_complete(events, policy)
    }
    latest = _latest(history, complete)
    if len(latest) == 1:
        return Standing(latest[0], tuple(complete[latest[0]]), signed=signed)
    reason = _ambiguous(latest) if latest else _lacking(signed, policy)
    return Standing(reasons=(reason,), signed=signed)


def _ambiguous(editions: Sequence[str]) -> str:
    names = " and ".join(edition[:16] for edition in sorted(editions))
    return f"two editions were signed at the same time ({names}): sign or withdraw one of them"


def _counting(history: History) -> dict[str, list[Event]]:
    """Return, by edition, the valid sign-offs that no withdrawal has undone.

    A withdrawal is undone only by a sign-off that was made in the knowledge of it.
    """
    found: dict[str, list[Event]] = defaultdict(list)
    withdrawals = _signed(history, EventType.WITHDRAW)
    for event in _signed(history, EventType.SIGNOFF):
        undone = any(
            withdrawal.edition == event.edition
            and not history.order.precedes(withdrawal.id, event.id)
            for withdrawal in withdrawals
        )
        if not undone and event.edition:
            found[event.edition].append(event)
    return found


def _signed(history: History, kind: EventType) -> list[Event]:
    return [event for event in history.events if event.type is kind and event.id in history.valid]


def _given(
    counting: Mapping[str, Collection[Event]],
    editions: Sequence[str],
) -> tuple[Meaning, ...]:
    """Return the meanings that each of some editions was given."""
    given = [{m for event in counting[edition] for m in event.meanings} for edition in editions]
    return tuple(meaning for meaning in Meaning if given and all(meaning in g for g in given))


def is_complete(events: Sequence[Event], policy: Policy) -> bool:
    """Return whether the sign-offs give every required meaning, by two people where that is asked."""
    signers = [
        {event.actor.id for event in events if event.actor and meaning in event.meanings}
        for meaning in policy.required
    ]
    people = set().union(*signers)
    return all(signers) and (len(people) > 1 or not policy.two_person)


def _latest(history: History, editions: Mapping[str, Collection[Event]]) -> list[str]:
    """Return the editions with a sign-off that none of another edition was appended on."""
    latest = history.order.latest([event for events in editions.values() for event in events])
    return [name for name, events in editions.items() if any(event in latest for event in events)]


def _lacking(signed: Collection[Meaning], policy: Policy) -> str:
    lacking = [meaning for meaning in policy.required if meaning not in signed]
    if lacking:
        return f"not signed: {', '.join(lacking)}"
    return "the sign-offs must come from two people"
