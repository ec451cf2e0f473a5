"""What the keeper does once a day."""

from __future__ import annotations

import datetime as dt

import pytest

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
LONG_AGO, SOON = NOW - dt.timedelta(hours=1), NOW + dt.timedelta(hours=1)


@pytest.fixture
def kept(server):
    """Return a count of what there is: of each table a row that has run out, and one that has not."""
    from axes.models import AccessAttempt
    from django.contrib.sessions.models import Session

    from salerno.web.desk.models import Claim
    from salerno.web.people.models import Act, Deed, Failure, Invitation, Reading, note

    account = server.account("owner")
    for number, until in enumerate((LONG_AGO, SOON)):
        Session.objects.create(session_key=f"{number}", session_data="", expire_date=until)
        Claim.objects.create(
            article="a", locale="es", key=f"{number}", account=account, until=until
        )
        attempt = AccessAttempt.objects.create(username=f"{number}", failures_since_start=1)
        failure = Failure.objects.create(what="password", who=f"{number}")
        at = until - dt.timedelta(hours=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=at)
        Failure.objects.filter(pk=failure.pk).update(at=at)
    note(Deed.LOGGED_IN, by=account)
    Reading.objects.create(account=account, kind="desk:entry", article="a")
    Invitation.objects.create(
        name="Late",
        grants=[],
        made_by=account,
        expires_at=LONG_AGO,
        token_hash="x",  # noqa: S106 - of no secret
    )
    forever = (Act, Reading, Invitation)
    Act.objects.update(at=LONG_AGO)
    return lambda: (
        [each.objects.count() for each in (Session, Claim, AccessAttempt, Failure)],
        [each.objects.count() for each in forever],
    )


def test_what_has_run_out_is_dropped_and_the_logs_stay(server, kept, monkeypatch):
    from django.utils import timezone

    from salerno.web.chores import Sweeping

    monkeypatch.setattr(timezone, "now", lambda: NOW)
    assert kept() == ([2, 2, 2, 2], [1, 1, 1])
    Sweeping()(server.workspace)

    assert kept() == ([1, 1, 1, 1], [1, 1, 1])


def test_it_is_done_once_a_day(server, kept, monkeypatch):
    from django.utils import timezone

    from salerno.web.chores import Sweeping

    sweeping = Sweeping()
    monkeypatch.setattr(timezone, "now", lambda: NOW - dt.timedelta(days=1))
    sweeping(server.workspace)
    monkeypatch.setattr(timezone, "now", lambda: NOW - dt.timedelta(seconds=1))
    sweeping(server.workspace)
    assert kept()[0] == [2, 2, 2, 2]
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    sweeping(server.workspace)

    assert kept()[0] == [1, 1, 1, 1]


def test_a_keeper_that_is_started_does_all_of_it(server):
    from salerno.web.chores import Sweeping, chores
    from salerno.web.desk.mailing import Mailing

    assert [type(step) for step in chores()] == [Mailing, Sweeping]
