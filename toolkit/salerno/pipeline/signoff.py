"""`signoff`, `withdraw`, `classify`: what counts only with a signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from salerno.edition import Shape, digest_of_text
from salerno.errors import InputError
from salerno.model import Change, Entry, Event, EventType, Meaning, State
from salerno.page.localized import localized
from salerno.page.provable import is_provable
from salerno.pipeline.content import Content, contents
from salerno.pipeline.decide import (
    Desk,
    check_key,
    check_ledger,
    check_reason,
    open_findings,
)
from salerno.pipeline.decisions import Decisions, acting, check_may_act, decisions, policy
from salerno.pipeline.editions import current_shape, edition_of, shape_of
from salerno.pipeline.recording import Say, record_events
from salerno.pipeline.showing import changes_when_sanitised
from salerno.review import History, is_complete, standing
from salerno.signing import PrivateKey
from salerno.store import editions
from salerno.store.workspace import Workspace

_UNPROVABLE = (
    "nobody could prove a page of it: it has more tags than any article, or a title, a description, "
    "an attribute or a word that goes on for ever"
)


@dataclass(frozen=True, slots=True)
class SignOff:
    """What a sign-off came to: an event, or the reasons why it was refused."""

    edition: str = ""
    meanings: tuple[Meaning, ...] = ()
    event: Event | None = None
    reasons: tuple[str, ...] = ()


def sign_off(seat: Desk, key: PrivateKey, meanings: Sequence[Meaning] = ()) -> SignOff:
    """Sign the article as it is now, for the named meanings or all that the reviewer may give.

    Nobody can decide otherwise between the look at the entries and the signature, and the edition is
    on the disk before the event that names it.
    """
    given = _meanings(seat, meanings)
    check_key(seat, key)
    event = seat.event(EventType.SIGNOFF, meanings=given)
    check_may_act(event, seat.reviewer, seat.workspace)
    reasons: list[str] = []

    def made() -> list[Event]:
        entries = seat.entries()
        reasons.extend(reasons_against(seat, entries))
        if reasons:
            return []
        edition = edition_of(seat.workspace, seat.content, seat.locale, entries)
        return [replace(event, edition=editions.write(seat.workspace, edition))]

    for signed in record_events(seat.workspace, seat.article, seat.locale, made, key):
        return SignOff(signed.edition or "", given, signed)
    return SignOff(reasons=tuple(reasons))


def _meanings(seat: Desk, wanted: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """Return the meanings of a sign-off; those that this article needs, unless others are named."""
    needed = policy(seat.workspace, seat.article).required
    may = tuple(role.gives for role in seat.reviewer.roles)
    for meaning in wanted:
        if meaning not in may:
            raise InputError(
                f"{seat.reviewer.id} may not give {meaning}", where="locales/reviewers.toml"
            )
    given = tuple(meaning for meaning in Meaning if meaning in (wanted or set(needed) & set(may)))
    if not given:
        raise InputError(f"{seat.reviewer.id} may give none of {', '.join(needed)}")
    return given


def reasons_against(seat: Desk, entries: Sequence[Entry]) -> list[str]:
    """Return why these entries of an article cannot be signed."""
    return obstacles(seat.workspace, seat.content, seat.decisions(), entries)


def obstacles(
    workspace: Workspace, content: Content, decided: Decisions, entries: Sequence[Entry]
) -> list[str]:
    """Return the same for who only wants to know it and signs nothing."""
    reasons = list(decided.problems)
    for entry in entries:
        reasons += _reasons(entry, decided)
    return reasons + _structure_reasons(workspace, content, decided.locale, entries)


def _reasons(entry: Entry, decided: Decisions) -> list[str]:
    words = f"{entry.unit.key} {entry.unit.source[:50]!r}"
    state = decided.state(entry)
    if state is not State.APPROVED:
        return [f"{words} is {state}"]
    blocking = [finding for finding in open_findings(entry, decided) if finding.severity.blocks]
    reasons = [f"{words}: {f.severity} finding of {f.check}: {f.message}" for f in blocking]
    if any(changes_when_sanitised(target, entry.unit) for target in entry.targets):
        reasons.append(f"{words} holds HTML that no page may show")
    return reasons


def _structure_reasons(
    workspace: Workspace, content: Content, locale: str, entries: Sequence[Entry]
) -> list[str]:
    """Return whether the localization has the blocks of its source, and a page of it can be proved."""
    article = content.article
    if article is None or any(entry.missing for entry in entries):
        return []
    edition = edition_of(workspace, content, locale, entries)
    source = article.format.render(edition.source)
    target = article.format.render(edition.target, source=edition.source)
    levels = [[heading.level for heading in made.headings] for made in (source, target)]
    reasons = []
    if levels[0] != levels[1]:  # a format has to see to that
        reasons.append("the localization has other headings than its source")
    if not is_provable(localized(edition), locale, edition.source_locale):
        reasons.append(_UNPROVABLE)
    return reasons


def withdraw(seat: Desk, *, reason: str, key: PrivateKey) -> list[Event]:
    """Take down all editions that could be up; the pages go with the next `pages`.

    Were the latest alone withdrawn, the one before it would stand again.
    """
    check_reason(reason)
    check_key(seat, key)

    def made() -> list[Event]:
        names = _editions_up(seat)
        return [seat.event(EventType.WITHDRAW, edition=name, reason=reason) for name in names]

    events = record_events(seat.workspace, seat.article, seat.locale, made, key)
    if not events:
        raise InputError(f"no edition of {seat.article} in {seat.locale} is signed")
    return events


def _editions_up(seat: Desk) -> list[str]:
    """Return the complete editions, the one that stands first; or else all that have a sign-off."""
    history, needs = seat.decisions().history, policy(seat.workspace, seat.article)
    signed: dict[str, list[Event]] = {}
    for event in history.events:
        if event.type is EventType.SIGNOFF and event.edition and not _is_withdrawn(event, history):
            signed.setdefault(event.edition, []).append(event)
    complete = [name for name, events in signed.items() if is_complete(events, needs)]
    up = standing(history, needs).edition
    return sorted(complete or signed, key=lambda name: (name != up, name))


def _is_withdrawn(signoff: Event, history: History) -> bool:
    return any(
        event.type is EventType.WITHDRAW
        and event.edition == signoff.edition
        and event.id in history.valid
        and not history.order.precedes(event.id, signoff.id)
        for event in history.events
    )


def source_desk(
    workspace: Workspace, article: str, identifier: str, say: Say = lambda _: None
) -> Desk:
    """Seat a clinician before the source of an article."""
    reviewer = acting(workspace, identifier)
    content = next(iter(contents(workspace, [article])))
    seat = Desk(workspace, content, workspace.settings.source_locale, reviewer)
    check_may_act(seat.event(EventType.CLASSIFY), reviewer, workspace)
    check_ledger(seat, say)
    return seat


def classify(seat: Desk, change: Change, *, reason: str, key: PrivateKey) -> list[Event]:
    """Say what a change of the source was, for every edition that it made out of date."""
    check_reason(reason)
    check_key(seat, key)
    shape, digest = current_shape(seat.workspace, seat.content)
    before = sorted(_outdated_sources(seat, shape) - {digest})
    if not before:
        raise InputError(f"no edition of {seat.article} is out of date")
    said = seat.event(EventType.CLASSIFY, category=change.value, reason=reason, to=digest)
    events = [replace(said, from_=source) for source in before]
    return record_events(seat.workspace, seat.article, seat.locale, lambda: events, key)


def _outdated_sources(seat: Desk, current: Shape) -> set[str]:
    """Return the digests of the sources that the editions which stand were made from."""
    found = set()
    needs = policy(seat.workspace, seat.article)
    for locale in seat.workspace.settings.locales:
        history = decisions(seat.workspace, seat.article, locale).history
        name = standing(history, needs).edition
        if not name:
            continue
        edition = editions.load(seat.workspace, seat.article, locale, name)
        if shape_of(edition.format, edition.source, edition.assets) != current:
            found.add(digest_of_text(edition.source))
    return found
