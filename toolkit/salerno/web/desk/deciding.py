"""A decision that came from a form: by the same verbs as the command line's, on exactly what was shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, QueryDict

from salerno.differences import difference
from salerno.errors import InputError
from salerno.model import Entry, Event, EventType, State
from salerno.pipeline import decide as steps
from salerno.pipeline.decide import Desk
from salerno.pipeline.recording import recover
from salerno.signing import PrivateKey
from salerno.store.journal import Form
from salerno.web import here
from salerno.web.access import who
from salerno.web.desk.claims import release
from salerno.web.people.keys import opened, reviewer_of

if TYPE_CHECKING:
    from salerno.web.people.models import Account

VERBS = ("approve", "mend", "reject", "comment", "waive")
_KINDS = {
    "approve": EventType.APPROVE,
    "mend": EventType.APPROVE,
    "reject": EventType.REJECT,
    "comment": EventType.COMMENT,
    "waive": EventType.WAIVE,
}
"""What each verb writes, the last thing it does."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody sent with a decision."""

    verb: str = ""
    digest: str = ""
    """Of the entry that was shown."""
    seen: tuple[str, ...] = ()
    """Its texts, to show the difference by if it was changed meanwhile."""
    targets: tuple[str, ...] = ()
    reason: str = ""
    category: str = ""
    severity: str = ""
    check: str = ""

    @property
    def settles(self) -> bool:
        """Whether the entry waits no longer after it."""
        return self.verb in {"approve", "mend", "reject"}

    @classmethod
    def of(cls, said: QueryDict) -> Typed:
        """Return what a form says; browsers write line breaks as CR LF, catalogs as LF."""
        return cls(
            said.get("verb", ""),
            said.get("digest", ""),
            tuple(map(_lines, said.getlist("seen"))),
            tuple(map(_lines, said.getlist("target"))),
            _lines(said.get("reason", "")).strip(),
            said.get("category", ""),
            said.get("severity", ""),
            said.get("check", ""),
        )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


class Conflict(Exception):
    """The entry is not what was shown: nothing was written."""

    def __init__(self, entry: Entry, typed: Typed) -> None:
        """Keep what became of each of the texts that were seen."""
        super().__init__("the text was changed meanwhile")
        self.differences = [
            difference(seen, now) for seen, now in zip(typed.seen, entry.targets, strict=False)
        ]


def decided(request: HttpRequest, place: tuple[str, str, str], typed: Typed) -> str:
    """Write a decision and return what to tell its author; raise Conflict if the text was changed.

    `place` is an article, a locale and the key of an entry.
    """
    article, locale, key = place
    account = who(request)
    seat = _seat(account, article, locale)
    # A passphrase takes its time: nobody else's decision waits for it.
    private = opened(request, seat.reviewer.id) if typed.verb == "waive" else None
    with seat.workspace.lock("deciding.lock"):
        with seat.workspace.lock():
            recover(seat.workspace)
        entry = seat.entry(key)
        events: list[Event] = []
        said = "This is saved already."
        if not _is_done(seat, entry, typed):
            if entry.digest(article, locale) != typed.digest:
                raise Conflict(entry, typed)
            _check_nothing_lost(entry, typed)
            events, said = _written(seat, entry, typed, private)
    if events:
        _remember(request, seat, entry, events)
    if typed.settles:
        release(account, article, locale, key)
    return said


def _is_done(seat: Desk, entry: Entry, typed: Typed) -> bool:
    """Return whether a decision stands already: its form came twice, and the first time nobody was told.

    It stands if nobody has decided otherwise since. A text that was mended is by then the text itself.
    """
    digest = entry.digest(seat.article, seat.locale)
    is_this = entry.targets == typed.targets if typed.verb == "mend" else digest == typed.digest
    kind = _KINDS.get(typed.verb)
    if not is_this or kind is None:
        return False
    # A flag that somebody set, or a reject that another clone sent, is answered by a new approval.
    if kind is EventType.APPROVE and seat.decisions().state(entry) is not State.APPROVED:
        return False
    for event in reversed(seat.decisions().history.on(digest, *_KINDS.values())):
        if event.type is not kind:
            return False
        is_theirs = event.actor is not None and event.actor.id == seat.reviewer.id
        if is_theirs and _said_by(event) == _wanted(typed):
            return True
    return False


def _said_by(event: Event) -> tuple[str, ...]:
    return tuple(said or "" for said in (event.reason, event.category, event.severity, event.check))


def _wanted(typed: Typed) -> tuple[str, ...]:
    """Return what the event of a decision says; a form sends fields that are for other verbs too."""
    match typed.verb:
        case "reject":
            return (typed.reason, typed.category, typed.severity, "")
        case "comment":
            return (typed.reason, "", "", "")
        case "waive":
            return (typed.reason, "", "", typed.check)
        case _:
            return ("",) * 4


def _check_nothing_lost(entry: Entry, typed: Typed) -> None:
    """Raise InputError if somebody typed a new text, and then decided on the old one."""
    if typed.verb != "mend" and typed.targets and typed.targets != entry.targets:
        raise InputError(
            "you changed the text, and this decision is on the text as it was",
            help="save it with “Mend and approve”, or put the words back as they were",
        )


def _seat(account: Account, article: str, locale: str) -> Desk:
    return steps.desk(here.workspace(), article, locale, reviewer_of(account))


def _written(
    seat: Desk, entry: Entry, typed: Typed, key: PrivateKey | None
) -> tuple[list[Event], str]:
    match typed.verb:
        case "approve":
            return steps.approve(seat, [entry.unit.key]).events, "Approved."
        case "mend":
            return steps.approve_as(seat, entry, typed.targets), "Mended and approved."
        case "reject":
            told = {"category": typed.category, "severity": typed.severity}
            return [steps.reject(seat, entry, reason=typed.reason, **told)], "Rejected."
        case "comment":
            return [steps.comment(seat, entry, reason=typed.reason)], "The comment is kept."
        case "waive" if key:
            waived = steps.waive(seat, entry, check=typed.check, reason=typed.reason, key=key)
            return [waived], "The finding is waived, with your signature."
        case _:
            raise InputError("no decision was chosen")


def _remember(request: HttpRequest, seat: Desk, before: Entry, events: list[Event]) -> None:
    """Keep in the session what the last decision was, so that it can be taken back."""
    request.session["last"] = {
        "article": seat.article,
        "locale": seat.locale,
        "key": before.unit.key,
        "events": [event.id for event in events],
        "before": asdict(Form.of(before)),
    }


def undo(request: HttpRequest) -> tuple[str, str, str]:
    """Take back the last decision; return its locale, article and key."""
    last: Mapping[str, Any] | None = request.session.pop("last", None)
    if last is None:
        raise InputError("there is no decision of this session to take back")
    seat = _seat(who(request), last["article"], last["locale"])
    said = last["before"]
    previous = tuple(said["previous"]) if said["previous"] else None
    form = Form(tuple(said["targets"]), said["fuzzy"], previous, said["comment"])
    before = form.given_to(seat.entry(last["key"]))
    known = {event.id: event for event in seat.decisions().history.events}
    steps.undo(seat, before, *(known[name] for name in last["events"]))
    return last["locale"], last["article"], last["key"]
