"""The decisions on an article in a locale, read from its ledger with the reviewers at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from salerno import signing
from salerno.checks import findings_of
from salerno.errors import InputError
from salerno.model import SITE, Entry, Event, Finding, Meaning, Reviewer, State
from salerno.review import History, Policy, state_of
from salerno.store import clock, ledger, reviewers, termbases
from salerno.store.ledger import Torn
from salerno.store.workspace import Workspace
from salerno.termbase import Termbase


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided on one article in one locale, and what is wrong with the record of it."""

    article: str
    locale: str
    history: History
    reviewers: dict[str, Reviewer]
    problems: tuple[str, ...] = ()
    """Why nothing may be published from this ledger, until somebody has looked."""
    torn: tuple[Torn, ...] = ()
    terms: Callable[[], Termbase] = field(default=Termbase, compare=False)
    """The workspace's termbase, read when a check first asks for it."""

    def findings(self, entry: Entry) -> Iterator[tuple[int, Finding]]:
        """Yield (plural form, finding) for an entry of this article; raise TermbaseError for a broken termbase."""
        return findings_of(entry, self.locale, termbase=self.terms() or None)

    def state(self, entry: Entry) -> State:
        """Return the state of an entry of this article."""
        return state_of(entry, self.history, self.article, self.locale)

    def digest(self, entry: Entry) -> str:
        """Return what a decision on an entry is bound to."""
        return entry.digest(self.article, self.locale)


def decisions(workspace: Workspace, article: str, locale: str) -> Decisions:
    """Return what was decided; a ledger that somebody edited gives no decisions, but a problem."""
    path = workspace.ledger(article, locale)
    try:
        data = ledger.bytes_of(workspace, path)
    except InputError as error:
        known = reviewers.read(workspace)
        return Decisions(article, locale, History(()), known, (str(error),))
    place = _Place(article, locale, workspace.settings.source_locale, workspace.name(path))
    who = (reviewers.text_of(workspace), workspace.name(reviewers.path_of(workspace)))
    return replace(_decided(data, place, *who), terms=partial(termbases.read, workspace))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a ledger stands, and so whose events may be in it."""

    article: str
    locale: str
    source_locale: str
    name: str


@lru_cache(maxsize=32)
def _decided(data: bytes, place: _Place, people: str, people_name: str) -> Decisions:
    """Return what the bytes of a ledger decide: to prove signatures takes time, so each is once."""
    article, locale, name = place.article, place.locale, place.name
    known = reviewers.parse(people, people_name)
    try:
        found = ledger.parse(data, name)
    except InputError as error:
        return Decisions(article, locale, History(()), known, (str(error),))
    wrong = [
        f"{name}: event {problem.event[:12]}: {problem.what}"
        if problem.event
        else f"{name}: {problem.what}"
        for problem in signing.problems_of(
            found.events,
            known,
            article=article,
            locale=locale,
            source_locale=place.source_locale,
        )
        if problem.holds_back
    ]
    wrong += [f"{name}:{torn.line}: a torn line" for torn in found.torn if not torn.is_tail]
    valid = signing.valid_ids(found.events, known, place.source_locale)
    history = History(found.events, valid)
    return Decisions(article, locale, history, known, tuple(wrong), found.torn)


def policy(workspace: Workspace, article: str) -> Policy:
    """Return what an article needs; for the page chrome, linguistic review suffices."""
    review = workspace.settings.review
    if article == SITE:
        return Policy((Meaning.LINGUISTIC,))
    return Policy(tuple(map(Meaning, review.required)), review.two_person)


def acting(workspace: Workspace, identifier: str) -> Reviewer:
    """Return the reviewer that somebody says to be; raise InputError for an unknown id."""
    known = reviewers.read(workspace)
    if identifier not in known:
        listed = ", ".join(sorted(known)) or "none"
        raise InputError(
            f"no reviewer {identifier!r}",
            where=workspace.name(reviewers.path_of(workspace)),
            help=f"reviewers here: {listed}; `salerno reviewer add` adds one",
        )
    return known[identifier]


def check_may_act(event: Event, reviewer: Reviewer, workspace: Workspace) -> None:
    """Raise InputError if an event is beyond what its reviewer may do, now or at its time.

    An event is never older than the ledger's last one, so a clock that was once wrong can move it.
    """
    now = clock.now()
    why = "whose key is compromised" if reviewer.compromised else ""
    why = why or ("who is retired" if reviewer.retired else "")
    for at in (now, event.at or now):
        why = why or signing.outside(
            replace(event, at=at), reviewer, workspace.settings.source_locale
        )
    if why:
        moved = f"the ledger's last event is of {event.at}" if event.at > now else ""
        raise InputError(
            f"{reviewer.id} is a reviewer {why}", where="locales/reviewers.toml", help=moved
        )
