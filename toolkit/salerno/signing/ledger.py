"""Verification: what is wrong with the events of one article in one locale, and with whose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from salerno.model import Entry, Event, EventType, Reviewer, Role, Unit
from salerno.signing.keys import is_signed_by


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not hold, and the event in which, if it is one's."""

    what: str
    event: str = ""
    holds_back: bool = True
    """Whether nothing at all can be built on such a ledger; else the event merely does not count."""


def problems_of(
    events: Sequence[Event],
    reviewers: Mapping[str, Reviewer],
    *,
    article: str,
    locale: str,
    source_locale: str,
) -> Iterator[Problem]:
    """Yield what is wrong; each event's own bytes were proved when its line was parsed."""
    known = {event.id: event for event in events}
    if len(known) < len(events):
        yield Problem("an event stands in it twice")
    for event in events:
        if (event.article, event.locale) != (article, locale):
            yield Problem(f"belongs to {event.article} in {event.locale}", event.id)
        yield from _parentage(event, known)
        yield from _authorship(event, reviewers, source_locale)


def _authorship(
    event: Event,
    reviewers: Mapping[str, Reviewer],
    source_locale: str,
) -> Iterator[Problem]:
    """Yield why an event may not be its author's; an engine drafts, and all else is people's."""
    if event.type is EventType.DRAFT:
        if event.engine is None or event.actor:
            yield Problem("a draft that is not an engine's", event.id)
    elif event.actor is None or event.engine:
        yield Problem(f"{event.type} without an actor", event.id)
    else:
        yield from authority_problems(event, reviewers, source_locale)


def _parentage(event: Event, known: Mapping[str, Event]) -> Iterator[Problem]:
    for parent in event.parents:
        if parent not in known:
            yield Problem(f"its parent {parent[:12]} is missing", event.id)
        elif known[parent].at > event.at:
            yield Problem("is older than the event that it was appended on", event.id)


def authority_problems(
    event: Event,
    reviewers: Mapping[str, Reviewer],
    source_locale: str,
) -> Iterator[Problem]:
    """Yield why the actor may not have done it, and what is wrong with the signature it needs."""
    actor = event.actor
    reviewer = reviewers.get(actor.id) if actor else None
    if reviewer is None:
        who = actor.id if actor else "nobody"
        yield Problem(f"by {who}, who is no reviewer here", event.id, _is_unproved(event, None))
        return
    why = outside(event, reviewer, source_locale)
    if why:
        yield Problem(f"by {reviewer.id}, {why}", event.id, holds_back=False)
    if event.type.is_signed and (wrong := invalid_signature(event, reviewer)):
        yield Problem(wrong, event.id, _is_unproved(event, reviewer))


def _is_unproved(event: Event, reviewer: Reviewer | None) -> bool:
    """Return whether an event is a withdrawal that does not count: a page could be up against it.

    Any other signed event is needed for a page, so that one which does not count holds back enough.
    """
    is_signed = reviewer is not None and is_signed_by(event, reviewer.public_key)
    return event.type is EventType.WITHDRAW and not is_signed


def outside(event: Event, reviewer: Reviewer, source_locale: str) -> str:
    """Return why an event is beyond what its reviewer may do at its time, or an empty text.

    Decisions on a source (in the source locale) are anybody's who reviews translations of it.
    """
    return next(_reasons(event, reviewer, source_locale), "")


def _reasons(event: Event, reviewer: Reviewer, source_locale: str) -> Iterator[str]:
    day = event.at[:10]
    needed = {role for role in Role for meaning in event.meanings if role.gives is meaning}
    if event.actor:
        needed.add(event.actor.role)
    if event.type is EventType.CLASSIFY:
        needed.add(Role.CLINICIAN)
    if lacking := sorted(needed - set(reviewer.roles)):
        yield f"who is no {' and no '.join(lacking)}"
    if event.locale != source_locale and event.locale not in reviewer.locales:
        yield f"who does not review {event.locale}"
    if reviewer.valid_from and day < reviewer.valid_from:
        yield f"who is valid from {reviewer.valid_from} only"
    if reviewer.valid_until and day > reviewer.valid_until:
        yield f"whose validity ended on {reviewer.valid_until}"
    if reviewer.retired and event.at > reviewer.retired:
        yield f"who retired on {reviewer.retired[:10]}"


def invalid_signature(event: Event, reviewer: Reviewer) -> str:
    """Return what is wrong with the signature of an event that needs one, or an empty text."""
    if reviewer.compromised:
        return f"the key of {reviewer.id} is compromised: nothing that it signed counts"
    if not event.signature:
        return f"{event.type} without a signature"
    if not is_signed_by(event, reviewer.public_key):
        return f"the signature is not that of {reviewer.id}'s key"
    return ""


def misread(events: Iterable[Event]) -> Iterator[Problem]:
    """Yield events whose digest is not that of the texts that they show.

    Such a one decides on a text that the trail does not tell of. It takes a hash for each event, so
    that `ledger verify` asks for it and the daily commands do not.
    """
    for event in events:
        if event.digest and event.digest != _digest_of_texts(event):
            yield Problem("its digest is not that of its texts", event.id)


def _digest_of_texts(event: Event) -> str | None:
    if event.source is None:
        return None
    unit = Unit(event.source, event.context, event.source_plural)
    return Entry(unit, event.targets).digest(event.article, event.locale)


def valid_ids(
    events: Sequence[Event],
    reviewers: Mapping[str, Reviewer],
    source_locale: str,
) -> Collection[str]:
    """Return the ids of the signed events that count.

    A withdrawal needs its signature alone: it goes on counting when its author's key is retired or
    compromised later, for to publish a page again is the greater risk.
    """
    return {
        event.id
        for event in events
        if event.type.is_signed and _counts(event, reviewers, source_locale)
    }


def _counts(event: Event, reviewers: Mapping[str, Reviewer], source_locale: str) -> bool:
    if event.type is EventType.WITHDRAW:
        return not _is_unproved(event, reviewers.get(event.actor.id) if event.actor else None)
    return not list(authority_problems(event, reviewers, source_locale))
