"""Sends the mails of the day: each at most once, however often keepers are started and how many there are.

A row of the database decides (`DailyMail`): who has moved it on to a day, by one statement, sends that day's
mail. What certainly did not go is tried again; what may have gone is not.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass, field
from smtplib import SMTPException, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q
from django.utils import timezone

from salerno.store import reviewers
from salerno.store.workspace import Workspace
from salerno.web.access import REVIEWERS
from salerno.web.desk.daily_mail import Waits, Words, locales_of, words
from salerno.web.people import mail
from salerno.web.people.models import Account, DailyMail, Outcome

_LOG = logging.getLogger("salerno.keeper")
_MOST = 10
"""Mails in one round: the queue is not kept waiting for long by a mail server that takes its time."""
_PAUSE = dt.timedelta(minutes=5)
"""Before the mail server is called again that could not be reached; after a refusal, twice as long each time."""
_DOUBLINGS = 8
_LONGEST = 300
"""Letters of a problem that are kept."""


@dataclass(slots=True)
class Mailing:
    """A keeper's step: sends what is due, some mails in each round."""

    _not_before: dt.datetime | None = field(default=None, init=False)
    """Until when the mail server is left alone."""

    def __call__(self, workspace: Workspace) -> None:
        """Send the next mails, if it is time."""
        now = timezone.now()
        if not mail.is_set() or (self._not_before and now < self._not_before):
            return
        local = now.astimezone(settings.ENVIRONMENT.zone)
        if local.time() < settings.ENVIRONMENT.mail_at:
            return
        due = _due(local.date(), now)
        if due and not _sent(workspace, due, local.date()):
            self._not_before = now + _PAUSE


def _due(day: dt.date, now: dt.datetime) -> list[Account]:
    """Return the next of those who may have a mail, and were not dealt with on a day."""
    rights = [right.value for right in REVIEWERS]
    dealt_with = DailyMail.objects.filter(~_open(day, now) | Q(is_wanted=False))
    found = Account.objects.filter(is_active=True, grant__right__in=rights).exclude(reviewer="")
    return list(
        found.exclude(pk__in=dealt_with.values("account")).distinct().order_by("pk")[:_MOST]
    )


def _open(day: dt.date, now: dt.datetime) -> Q:
    """Return which rows may be taken: those of an earlier day, and failures that have waited."""
    failed = Q(day=day, outcome=Outcome.FAILED, again_at__isnull=False, again_at__lte=now)
    return Q(day__isnull=True) | Q(day__isnull=False, day__lt=day) | failed


def _sent(workspace: Workspace, due: list[Account], day: dt.date) -> bool:
    """Deal with each of some people; return whether the mail server could be reached."""
    waits, known = Waits.on(day), reviewers.read(workspace)
    line = _Line()
    try:
        for account in due:
            locales = locales_of(
                account, known.get(account.reviewer), workspace.settings.locales, day
            )
            said = words(waits, account.name, locales, settings.ENVIRONMENT.address)
            if not _dealt_with(account, said, day, line):
                return False
    finally:
        line.close()
    return True


def _dealt_with(account: Account, said: Words | None, day: dt.date, line: _Line) -> bool:
    """Send one mail of a day, unless somebody else is at it; return whether the mail server was reached."""
    row, _ = DailyMail.objects.get_or_create(account=account)
    begun: dict[str, object] = {
        "day": day,
        "outcome": Outcome.BEGUN if said else Outcome.NOTHING,
        "again_at": None,
    }
    if row.day != day:
        begun["failures"] = 0
    mine = DailyMail.objects.filter(_open(day, timezone.now()), pk=row.pk, is_wanted=True)
    if not mine.update(**begun) or said is None:
        return True
    result = line.send(_message(account, said))
    if result.outcome is not Outcome.SENT:
        _LOG.warning("the daily mail of account %s: %s", account.pk, result.problem)
    _note(row.pk, result)
    return result.is_reached


@dataclass(frozen=True, slots=True)
class _Result:
    """What came of a try."""

    outcome: Outcome
    problem: str = ""
    is_reached: bool = True


class _Line:
    """The connection to the mail server: made when it is first needed, and anew after an error."""

    def __init__(self) -> None:
        self._backend: BaseEmailBackend | None = None

    def send(self, message: EmailMessage) -> _Result:
        """Hand over one mail; nothing that goes wrong with it is raised."""
        try:
            self._open()
        except OSError as error:
            self.close()
            return _Result(Outcome.FAILED, _line_of(error), is_reached=False)
        try:
            sent = self._backend.send_messages([message]) if self._backend else 0
            return _Result(Outcome.SENT) if sent else _Result(Outcome.FAILED, "it was not taken")
        except OSError as error:
            self.close()
            # What smtplib raises is an OSError too: a refusal is an answer, silence is none.
            is_answer = isinstance(error, SMTPException) and not isinstance(
                error, SMTPServerDisconnected
            )
            outcome = Outcome.FAILED if is_answer else Outcome.UNKNOWN
            return _Result(outcome, _line_of(error))
        except ValueError as error:  # an address, name or line that no header can hold
            self.close()
            return _Result(Outcome.FAILED, _line_of(error))

    def _open(self) -> None:
        if self._backend is None:
            self._backend = get_connection()
            self._backend.open()

    def close(self) -> None:
        """Hang up, however the other side takes it."""
        backend, self._backend = self._backend, None
        try:
            if backend:
                backend.close()
        except OSError as error:
            _LOG.warning("the mail server, on hanging up: %s", _line_of(error))


def _message(account: Account, said: Words) -> EmailMessage:
    """Return a mail; no name stands in its header, the address alone."""
    headers = {"Auto-Submitted": "auto-generated"}
    if settings.ENVIRONMENT.address:
        headers["List-Unsubscribe"] = f"<{settings.ENVIRONMENT.address}/account/>"
    return EmailMessage(said.subject, said.text, None, [account.email], headers=headers)


def _note(row: int, result: _Result) -> None:
    """Write down what came of a try."""
    now = timezone.now()
    mine = DailyMail.objects.filter(pk=row)
    told = {"outcome": result.outcome, "problem": result.problem}
    if result.outcome is Outcome.SENT:
        mine.update(**told, sent_at=now)
        return
    failures = mine.get().failures
    wait = _PAUSE * 2 ** min(failures, _DOUBLINGS)
    mine.update(**told, failures=failures + 1, again_at=now + wait)


def _line_of(error: Exception) -> str:
    """Return what went wrong on one line: a mail server may answer anything."""
    text = " ".join(str(error).split())
    return "".join(letter if letter.isprintable() else "?" for letter in text)[:_LONGEST]
