"""Which edition stands, by the sign-offs and withdrawals of a ledger (DESIGN.md, section 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

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
    withdrawn: bool = False
    """Whether something stood here once and was taken down."""


def standing(history: History, policy: Policy) -> Standing:
    """Return the latest edition that holds every required sign-off and is not withdrawn.

    Two editions that were completed in two clones at once stand against each other: until a person
    signs or withdraws one after the other, neither is published.
    """
    counting = _counting(history)
    signed = {edition: _meanings(events) for edition, events in counting.items()}
    complete = {
        edition: events for edition, events in counting.items() if is_complete(events, policy)
    }
    latest = _latest(history, complete)
    if len(latest) == 1:
        (edition,) = latest
        return Standing(edition, tuple(complete[edition]), signed=signed[edition])
    newest = _latest(history, counting)
    withdrawn = any(event.type is EventType.WITHDRAW for event in history.events)
    meanings = signed[newest[0]] if newest else ()
    reasons = (_ambiguous(latest),) if latest else _lacking(counting, newest, policy)
    return Standing(reasons=reasons, signed=meanings, withdrawn=withdrawn)


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


def _meanings(events: Iterable[Event]) -> tuple[Meaning, ...]:
    given = {meaning for event in events for meaning in event.meanings}
    return tuple(meaning for meaning in Meaning if meaning in given)


def is_complete(events: Sequence[Event], policy: Policy) -> bool:
    """Return whether the sign-offs give every required meaning, by two people where that is asked."""
    signers = [
        {event.actor.id for event in events if event.actor and meaning in event.meanings}
        for meaning in policy.required
    ]
    if not all(signers):
        return False
    return not policy.two_person or any(len(set(people)) > 1 for people in product(*signers))


def _latest(history: History, editions: Mapping[str, Collection[Event]]) -> list[str]:
    """Return the editions with a sign-off that none of another edition was appended on."""
    events = [event for events in editions.values() for event in events]
    return sorted({event.edition or "" for event in history.order.latest(events)})


def _lacking(
    counting: Mapping[str, Collection[Event]],
    newest: Sequence[str],
    policy: Policy,
) -> tuple[str, ...]:
    given = {meaning for edition in newest for meaning in _meanings(counting[edition])}
    lacking = [meaning for meaning in policy.required if meaning not in given]
    if lacking:
        return (f"not signed: {', '.join(lacking)}",)
    return ("the sign-offs must come from two people",)
