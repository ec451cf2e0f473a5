"""What a reviewer should know before signing: who looked at what, for how long, and what would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from salerno.differences import difference
from salerno.edition import changes, hash_of
from salerno.errors import LedgerError
from salerno.model import Difference, Edition, EditionUnit, Entry, Event, EventType, Role, State
from salerno.page.listing import Origin
from salerno.pipeline.content import Content, entries
from salerno.pipeline.decisions import Decisions, decisions, policy
from salerno.pipeline.deeds import Deed, deed
from salerno.pipeline.editions import edition_of, units_of_entries
from salerno.pipeline.origins import origin_of
from salerno.pipeline.signoff import obstacles
from salerno.pipeline.status import counted
from salerno.review import standing
from salerno.review.pace import seconds_per_entry
from salerno.store import editions
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What one reviewer did to the texts that stand now."""

    reviewer: str
    """The id."""
    name: str
    """As registered; empty for who is not."""
    roles: tuple[Role, ...]
    """In which the reviewer approved."""
    approved: int
    """Entries whose last approval is this reviewer's."""
    in_bulk: int
    """How many of them were approved together, without a look at each."""
    seconds: float | None
    """The median for an entry of this article, ever (see `review.pace`); None if no ledger can tell."""
    timed: int
    """How many entries that is the median of."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding's check that somebody has answered for, on a text that stands now."""

    key: str
    source: str
    deed: Deed


@dataclass(frozen=True, slots=True)
class Changed:
    """A unit that says something else than in the last edition, form by form."""

    before: EditionUnit
    after: EditionUnit
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What differs from the last edition that was signed."""

    edition: str = ""
    """Its hash; empty if none was signed."""
    stands: bool = False
    """Whether it has all its sign-offs and none was withdrawn, so that readers may have it now."""
    added: tuple[EditionUnit, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[EditionUnit, ...] = ()
    problem: str = ""
    """Why it cannot be compared."""


@dataclass(frozen=True, slots=True)
class Figures:
    """An article in a locale as it is now."""

    article: str
    locale: str
    counts: Mapping[State, int]
    reviewers: tuple[Reviewing, ...]
    """Who approved most comes first."""
    unchanged: int
    """Entries whose text is, to the letter, what a machine wrote."""
    waivers: tuple[Waiver, ...]
    reasons: tuple[str, ...]
    """Why nothing can be signed; empty if it can."""
    edition: Edition | None
    """What would be signed, or None while an entry has no translation."""
    name: str
    """The hash of that edition, or empty."""
    since: Since

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(self.counts.values())

    @property
    def unchanged_share(self) -> float:
        """The share, from 0 to 1, of entries whose text is the unchanged machine draft."""
        return self.unchanged / self.units if self.units else 0.0

    @property
    def in_bulk(self) -> int:
        """How many entries were approved together, without a look at each."""
        return sum(reviewing.in_bulk for reviewing in self.reviewers)


def figures(workspace: Workspace, content: Content, locale: str) -> Figures:
    """Return the figures of an article in a locale; every entry is checked, so it takes its time.

    Raises WorkspaceError if the workspace has no UUID that an edition could be bound to.
    """
    decided = decisions(workspace, content.slug, locale)
    found = entries(workspace, content, locale)
    is_whole = not any(entry.missing for entry in found)
    edition = edition_of(workspace, content, locale, found) if is_whole else None
    return Figures(
        article=content.slug,
        locale=locale,
        counts=counted(map(decided.state, found)),
        reviewers=tuple(_reviewers(found, decided)),
        unchanged=sum(_is_unchanged(entry, decided) for entry in found),
        waivers=tuple(_waivers(found, decided)),
        reasons=tuple(obstacles(workspace, content, decided, found)),
        edition=edition,
        name=hash_of(edition) if edition else "",
        since=_since(workspace, content, decided, found),
    )


def _is_unchanged(entry: Entry, decided: Decisions) -> bool:
    origin = origin_of(entry.unit.identity, decided.digest(entry), decided.history)
    return origin is Origin.MACHINE


def _reviewers(found: Sequence[Entry], decided: Decisions) -> list[Reviewing]:
    approvals: dict[str, list[Event]] = defaultdict(list)
    for entry in found:
        if decided.state(entry) is State.APPROVED:
            event = decided.history.approval(decided.digest(entry))
            if event and event.actor:
                approvals[event.actor.id].append(event)
    reviewing = [_reviewing(person, events, decided) for person, events in approvals.items()]
    return sorted(reviewing, key=lambda each: (-each.approved, each.reviewer))


def _reviewing(person: str, approvals: Sequence[Event], decided: Decisions) -> Reviewing:
    own = [event for event in decided.history.events if event.actor and event.actor.id == person]
    seconds = seconds_per_entry(own)
    reviewer = decided.reviewers.get(person)
    roles = {event.actor.role for event in approvals if event.actor}
    return Reviewing(
        person,
        reviewer.name if reviewer else "",
        tuple(role for role in Role if role in roles),
        len(approvals),
        sum(bool(event.bulk) for event in approvals),
        median(seconds) if seconds else None,
        len(seconds),
    )


def _waivers(found: Sequence[Entry], decided: Decisions) -> list[Waiver]:
    return [
        Waiver(entry.unit.key, entry.unit.source, deed(event, decided))
        for entry in found
        for event in decided.history.waived(decided.digest(entry)).values()
    ]


def _since(
    workspace: Workspace, content: Content, decided: Decisions, found: Sequence[Entry]
) -> Since:
    up = standing(decided.history, policy(workspace, content.slug)).edition
    name = up or _last_signed(decided)
    if not name:
        return Since()
    try:
        signed = editions.load(workspace, content.slug, decided.locale, name)
    except LedgerError as error:
        return Since(name, bool(up), problem=str(error))
    now = units_of_entries(found, content.slug, decided.locale)
    differs = changes(signed.units, now)
    return Since(
        name,
        bool(up),
        differs.added,
        tuple(_changed(before, after) for before, after in differs.changed),
        differs.removed,
    )


def _last_signed(decided: Decisions) -> str:
    """Return the edition of the last sign-off that holds, complete or withdrawn as it may be."""
    history = decided.history
    signed = [
        event
        for event in history.events
        if event.type is EventType.SIGNOFF and event.id in history.valid
    ]
    latest = min(history.order.latest(signed), key=lambda event: event.id, default=None)
    return (latest.edition or "") if latest else ""


def _changed(before: EditionUnit, after: EditionUnit) -> Changed:
    forms = max(len(before.targets), len(after.targets))
    sides = [(*unit.targets, *[""] * (forms - len(unit.targets))) for unit in (before, after)]
    differences = tuple(difference(then, now) for then, now in zip(*sides, strict=True))
    return Changed(before, after, differences)
