"""The one-step decisions: approve, reject, edit, comment, waive, retract."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from salerno.errors import InputError, LedgerError
from salerno.model import (
    Actor,
    Entry,
    Event,
    EventType,
    Finding,
    Reviewer,
    Role,
)
from salerno.pipeline.content import (
    Content,
    all_entries,
    contents,
    entries,
    entry_of,
    listed,
)
from salerno.pipeline.decisions import Decisions, acting, check_may_act, decisions
from salerno.pipeline.notes import Notes
from salerno.pipeline.recording import Change, Say, mend, record, record_event
from salerno.signing import PrivateKey
from salerno.store import files
from salerno.store.workspace import Workspace

MQM = (
    "terminology",
    "accuracy",
    "linguistic-conventions",
    "style",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
)
"""MQM's top level (ISO 5060): what a reject may call an error."""
MQM_SEVERITIES = ("neutral", "minor", "major", "critical")


@dataclass(frozen=True, slots=True)
class Desk:
    """A reviewer at work on one article in one locale."""

    workspace: Workspace
    content: Content
    locale: str
    reviewer: Reviewer

    @property
    def article(self) -> str:
        """The slug of the article."""
        return self.content.slug

    @property
    def actor(self) -> Actor:
        """The reviewer as an event names one."""
        return Actor(self.reviewer.id, self.reviewer.strongest_role)

    def decisions(self) -> Decisions:
        """Return what was decided so far."""
        return decisions(self.workspace, self.article, self.locale)

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries as they are now, in reading order."""
        return entries(self.workspace, self.content, self.locale)

    def entry(self, key: str) -> Entry:
        """Return the entry with a KEY; raise InputError if there is none."""
        everything = all_entries(self.workspace, self.content, self.locale)
        return entry_of(everything, key, self.article)

    def event(self, kind: EventType, entry: Entry | None = None, **details: object) -> Event:
        """Return an event of this reviewer, on an entry if one is given."""
        event = Event(kind, self.article, self.locale, actor=self.actor)
        if entry:
            event = replace(
                event,
                context=entry.unit.context,
                source=entry.unit.source,
                source_plural=entry.unit.source_plural,
                targets=entry.targets,
                digest=entry.digest(self.article, self.locale),
            )
        return replace(event, **details)  # type: ignore[arg-type]


def desk(
    workspace: Workspace,
    article: str,
    locale: str,
    identifier: str,
    say: Say = lambda _: None,
) -> Desk:
    """Seat a reviewer; raise InputError if they may not review this locale now.

    A torn line in the ledger is moved out of it first, and `say` is told.
    """
    workspace.chosen([locale])
    reviewer = acting(workspace, identifier)
    content = next(iter(contents(workspace, [article])))
    seat = Desk(workspace, content, locale, reviewer)
    check_may_act(seat.event(EventType.COMMENT), reviewer, workspace)
    check_ledger(seat, say)
    return seat


def check_ledger(seat: Desk, say: Say) -> None:
    """Mend what was torn in the seat's ledger; raise LedgerError if somebody edited it."""
    if seat.decisions().torn:
        with seat.workspace.lock():
            mend(seat.workspace, seat.article, seat.locale, say)
    for problem in seat.decisions().problems:
        raise LedgerError(
            problem, help="`salerno ledger verify` tells all; restore the file from git"
        )


@dataclass(slots=True)
class Approved:
    """What an approval came to."""

    entries: list[Entry] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    skipped: list[tuple[Entry, str]] = field(default_factory=list)


def approve(seat: Desk, keys: Collection[str]) -> Approved:
    """Approve the named entries, each as it is now; its fuzzy flag goes."""
    chosen = [seat.entry(key) for key in keys]
    for entry in chosen:
        if entry.missing:
            raise InputError(f"{entry.unit.source[:60]!r} has no translation to approve")
    return approve_entries(seat, chosen)


def approve_entries(seat: Desk, chosen: Sequence[Entry]) -> Approved:
    """Approve entries that somebody has seen."""
    notes = Notes(seat.decisions().history.events)
    changes = [_approval(seat, entry, notes, bulk=None) for entry in chosen]
    events = record(seat.workspace, seat.article, seat.locale, changes)
    return Approved(list(chosen), events)


def approve_all(seat: Desk) -> Approved:
    """Approve, in bulk, what is not missing, not refused, and has no finding to answer for."""
    decided = seat.decisions()
    result = Approved()
    for entry in seat.entries():
        state = decided.state(entry)
        why = _why_not_in_bulk(entry, decided, open_findings(entry, decided))
        if why:
            result.skipped.append((entry, why))
        elif state != "approved":
            result.entries.append(entry)
    notes = Notes(decided.history.events)
    changes = [_approval(seat, entry, notes, bulk=True) for entry in result.entries]
    if changes:
        result.events = record(seat.workspace, seat.article, seat.locale, changes)
    return result


def _why_not_in_bulk(entry: Entry, decided: Decisions, findings: Sequence[Finding]) -> str:
    if entry.missing:
        return "it has no translation"
    if decided.history.verdict(decided.digest(entry)) == "rejected":
        return "somebody rejected it"
    blocking = [finding for finding in findings if finding.severity.blocks]
    return f"{blocking[0].severity} finding: {blocking[0].message}" if blocking else ""


def open_findings(entry: Entry, decided: Decisions) -> list[Finding]:
    """Return the findings on an entry that nobody has answered for."""
    waived = decided.history.waived(decided.digest(entry))
    found = decided.findings(entry)
    return [finding for _, finding in found if finding.check not in waived]


def _approval(seat: Desk, entry: Entry, notes: Notes, *, bulk: bool | None) -> Change:
    after = replace(entry, fuzzy=False, previous=None, comment=notes.comment_of(entry))
    return Change(seat.event(EventType.APPROVE, entry, bulk=bulk), entry, after)


def edit(seat: Desk, entry: Entry, targets: Sequence[str]) -> Event:
    """Replace the text of an entry; that is no approval of it."""
    change = _edited(seat, entry, targets)
    return record(seat.workspace, seat.article, seat.locale, [change])[0]


def approve_as(seat: Desk, entry: Entry, targets: Sequence[str]) -> list[Event]:
    """Replace the text of an entry and approve the new one: two events, both or neither."""
    edited = _edited(seat, entry, targets)
    approved = seat.event(EventType.APPROVE, edited.after)
    changes = [edited, replace(edited, event=approved)]
    return record(seat.workspace, seat.article, seat.locale, changes)


def _edited(seat: Desk, entry: Entry, targets: Sequence[str]) -> Change:
    if len(targets) != len(entry.targets):
        forms = len(entry.targets)
        raise InputError(
            f"this entry has {forms} plural forms", help=f"give --target {forms} times"
        )
    if not all(target.strip() for target in targets):
        raise InputError("a translation needs words")
    for target in targets:
        files.check_text(target)
    after = replace(entry, targets=tuple(targets), fuzzy=False, previous=None)
    after = replace(after, comment=Notes(seat.decisions().history.events).comment_of(after))
    return Change(seat.event(EventType.EDIT, after), entry, after)


def reject(seat: Desk, entry: Entry, *, reason: str, category: str, severity: str) -> Event:
    """Say no to the text of an entry, and tell the translator why in its comment."""
    check_reason(reason)
    if category not in MQM or severity not in MQM_SEVERITIES:
        raise InputError(
            f"{category}/{severity} is not MQM's", help=f"categories: {', '.join(MQM)}"
        )
    event = seat.event(EventType.REJECT, entry, reason=reason, category=category, severity=severity)
    note = f"rejected by a {seat.actor.role} ({category}, {severity}): {_line(reason)}"
    return _noted(seat, event, entry, note)


def comment(seat: Desk, entry: Entry, *, reason: str) -> Event:
    """Leave a comment for the translator."""
    check_reason(reason)
    event = seat.event(EventType.COMMENT, entry, reason=reason)
    return _noted(seat, event, entry, f"{seat.actor.role}: {_line(reason)}")


def _noted(seat: Desk, event: Event, entry: Entry, note: str) -> Event:
    after = replace(entry, comment="\n".join(line for line in (entry.comment, note) if line))
    return record(seat.workspace, seat.article, seat.locale, [Change(event, entry, after)])[0]


def _line(text: str) -> str:
    return " ".join(text.split())


def check_reason(reason: str) -> None:
    """Raise InputError for a reason that says nothing."""
    if not reason.strip():
        raise InputError("a decision like this needs a reason")
    files.check_text(reason)


def waive(seat: Desk, entry: Entry, *, check: str, reason: str, key: PrivateKey) -> Event:
    """Answer for a check's findings on exactly this text, with a signature."""
    check_reason(reason)
    found = {finding.check for _, finding in seat.decisions().findings(entry)}
    if check not in found:
        listed = ", ".join(sorted(found)) or "none"
        raise InputError(f"no finding of {check!r} on this text", help=f"findings of: {listed}")
    event = seat.event(EventType.WAIVE, entry, check=check, reason=reason)
    check_key(seat, key)
    return record_event(seat.workspace, seat.article, seat.locale, event, key)


def check_key(seat: Desk, key: PrivateKey) -> None:
    """Raise InputError if a private key is not the half of the reviewer's public one."""
    if key.public != seat.reviewer.public_key:
        raise InputError(
            f"the private key here is not the one that reviewers.toml has for {seat.reviewer.id}",
            where="locales/reviewers.toml",
        )


def retract(seat: Desk, identifier: str) -> Event:
    """Take back a decision: one's own, or as a clinician a linguist's."""
    decided = seat.decisions()
    event = _event_of(decided, identifier)
    if event.actor is None or (event.type.is_signed and event.type is not EventType.WAIVE):
        raise InputError(
            f"a {event.type} cannot be taken back", help="withdraw the edition instead"
        )
    is_own = event.actor.id == seat.reviewer.id
    if not is_own and not (seat.actor.role is Role.CLINICIAN and event.actor.role is Role.LINGUIST):
        raise InputError(f"this decision is {event.actor.id}'s to take back")
    return record_event(
        seat.workspace,
        seat.article,
        seat.locale,
        seat.event(EventType.RETRACT, from_=event.id),
    )


def undo(seat: Desk, before: Entry, *events: Event) -> list[Event]:
    """Take back what was decided just now, and give the entry its former text and flags."""
    current = seat.entry(before.unit.key)
    if any(current.targets != event.targets for event in events):
        raise InputError(f"{before.unit.source[:60]!r} was changed since; it stays as it is")
    retractions = [seat.event(EventType.RETRACT, current, from_=event.id) for event in events]
    changes = [Change(retraction, current, before) for retraction in retractions]
    return record(seat.workspace, seat.article, seat.locale, changes)


def find_event(
    workspace: Workspace,
    identifier: str,
    article: str | None,
    locale: str | None,
) -> tuple[str, str]:
    """Return the article and locale of the ledger that holds an event; raise InputError if none does."""
    for slug in [article] if article else listed(workspace):
        for tag in [locale] if locale else workspace.settings.locales:
            history = decisions(workspace, slug, tag).history
            if any(event.id.startswith(identifier) for event in history.events):
                return slug, tag
    raise InputError(f"no event {identifier!r} in any ledger")


def _event_of(decided: Decisions, identifier: str) -> Event:
    found = [event for event in decided.history.events if event.id.startswith(identifier)]
    if len(found) != 1 or len(identifier) < _SHORTEST:
        raise InputError(
            f"no event {identifier!r} in this ledger", help="give 8 or more of its digits"
        )
    return found[0]


_SHORTEST = 8
