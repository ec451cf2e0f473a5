"""The mail of the day: to whom, with what in it, and never twice."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import socket
from contextlib import contextmanager
from dataclasses import replace

import pytest

from mail_support import mail_server
from salerno.pipeline.build import build
from tests_support import clinic, register, write

MORNING = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)
ADDRESS = "https://review.example.org"


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace in which entries wait in two languages; the text is one that no mail may hold."""
    workspace = clinic(tmp_path / "clinic", ("es", "ar"))
    write(workspace, "source/fever.md", "# Fever\n\nRest for 3 days.\n\nDrink water.\n")
    build(workspace)
    register(workspace, "lin", "linguist", locales=("ar",))
    return workspace


@pytest.fixture
def post(server):
    """Return a real mail server that the review server hands its mails to."""
    from salerno.web.desk.refresh import refresh

    assert refresh(server.workspace) == []
    with mail_server() as found, handed_to(found.port):
        yield found


@contextmanager
def handed_to(port, **environment):
    from django.conf import settings
    from django.test import override_settings

    from salerno.web.environment import MailServer

    told = {"mail": MailServer("127.0.0.1", port, starts_tls=False), "address": ADDRESS}
    with override_settings(
        ENVIRONMENT=replace(settings.ENVIRONMENT, **told, **environment),
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_USE_TLS=False,
        EMAIL_TIMEOUT=5,
        DEFAULT_FROM_EMAIL="salerno@example.org",
    ):
        yield


@pytest.fixture
def at(monkeypatch):
    """Return what sets the clock of the keeper."""
    from django.utils import timezone

    def said(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    said(MORNING)
    return said


def go_round(server, times=1):
    """Go round as a keeper does that was just started, or several times as one that goes on."""
    from salerno.web.desk.mailing import Mailing

    mailing = Mailing()
    for _ in range(times):
        mailing(server.workspace)


def ana(server, **more):
    return server.account("clinician", locale="es", reviewer="ana", **more)


def lin(server, **more):
    return server.account("linguist", locale="ar", reviewer="lin", **more)


def recipients(post):
    return [to for to, _ in post.mails]


def parsed(post, number=0):
    return email.message_from_bytes(post.mails[number][1], policy=email.policy.default)


def test_who_may_decide_is_told_what_waits(server, post, at):
    from salerno.web.desk.models import Due

    person = ana(server, name="Ana López")
    Due.objects.create(article="fever", locale="es", day=dt.date(2026, 11, 2))
    Due.objects.create(article="fever", locale="ar", day=dt.date(2026, 11, 2))
    Due.objects.create(article="site", locale="es", day=dt.date(2026, 11, 23))
    go_round(server)

    mail = parsed(post)
    text = mail.get_content().replace("\r\n", "\n")
    assert recipients(post) == [person.email]
    assert mail["To"] == person.email
    assert mail.get_content_type() == "text/plain"
    assert text.startswith("Ana López,\n")
    assert "Spanish [es]: 1 (1 with a critical finding)\n\nLate:" in text
    assert "Late:\nfever in es, wanted by 2026-11-02\n\n" in text
    assert f"{ADDRESS}/queue/" in text
    assert mail["List-Unsubscribe"] == f"<{ADDRESS}/account/>"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_no_sentence_of_an_article_is_in_it(server, post, at):
    ana(server)
    go_round(server)

    assert b"Rest" not in post.mails[0][1]
    assert b"water" not in post.mails[0][1]


def test_languages_with_more_at_risk_come_first():
    from salerno.review import Risk
    from salerno.web.desk.daily_mail import Waits, words

    counts = {"es": {Risk.OTHER: 90}, "ar": {Risk.CRITICAL: 1}, "fr": {Risk.NUMBER: 2}}
    said = words(Waits(counts, (), dt.date(2026, 11, 23)), "Ana", ["es", "ar", "fr"], "")

    assert said.subject == "93 entries wait for review"
    order = [said.text.index(f"[{locale}]") for locale in ("ar", "fr", "es")]
    assert order == sorted(order)
    assert "http" not in said.text


def test_two_keepers_send_one_mail_a_day(server, post, at):
    ana(server)
    go_round(server)
    go_round(server, times=3)
    at(MORNING + dt.timedelta(hours=16))
    go_round(server)
    assert len(post.mails) == 1
    at(MORNING + dt.timedelta(days=1))
    go_round(server)

    assert len(post.mails) == 2


def test_who_comes_second_to_a_row_sends_nothing(server, post, at):
    from salerno.web.desk import mailing
    from salerno.web.desk.daily_mail import Words

    person, day = ana(server), MORNING.date()
    due = mailing._due(day, MORNING)
    go_round(server)

    assert due == [person]
    assert mailing._dealt_with(person, Words("again", "again"), day, mailing._Line())
    assert len(post.mails) == 1


def test_who_was_killed_while_sending_does_not_send_it_again(server, post, at):
    from salerno.web.people.models import DailyMail, Outcome

    DailyMail.objects.create(account=ana(server), day=MORNING.date(), outcome=Outcome.BEGUN)
    go_round(server)

    assert post.mails == []


def test_a_clock_that_goes_back_sends_nothing_twice(server, post, at):
    ana(server)
    go_round(server)
    at(MORNING - dt.timedelta(days=1))
    go_round(server)

    assert len(post.mails) == 1


@pytest.mark.parametrize(
    ("zone", "moment", "sent"),
    [
        ("UTC", MORNING - dt.timedelta(seconds=1), False),
        ("UTC", MORNING, True),
        ("Europe/Madrid", MORNING - dt.timedelta(hours=1), True),
        ("Europe/Madrid", MORNING - dt.timedelta(hours=1, seconds=1), False),
        ("America/Bogota", MORNING + dt.timedelta(hours=4, minutes=59), False),
    ],
)
def test_it_goes_at_the_time_that_it_is_where_the_server_is(server, post, at, zone, moment, sent):
    from zoneinfo import ZoneInfo

    ana(server)
    at(moment)
    with handed_to(post.port, zone=ZoneInfo(zone)):
        go_round(server)

    assert len(post.mails) == sent


@pytest.mark.parametrize(
    "more",
    [
        {"is_active": False},
        {"reviewer": ""},
        {"reviewer": "nobody"},
        {"reviewer": "lin"},
    ],
)
def test_who_may_not_decide_is_not_mailed(server, post, at, more):
    server.account("clinician", locale="es", **({"reviewer": "ana"} | more))
    server.account("owner", "editor", "observer")
    go_round(server)

    assert post.mails == []


@pytest.mark.parametrize(
    "more",
    [{"retired": "2026-01-01T00:00:00Z"}, {"valid_until": "2026-11-22"}, {"compromised": True}],
)
def test_who_reviews_no_longer_has_no_locales(server, more):
    from salerno.store import reviewers
    from salerno.web.desk.daily_mail import locales_of

    person, known = ana(server), reviewers.read(server.workspace)["ana"]

    assert locales_of(person, known, ["es", "ar"], MORNING.date()) == ["es"]
    assert locales_of(person, replace(known, **more), ["es", "ar"], MORNING.date()) == []


def test_nothing_is_mailed_where_nothing_waits(server, post, at):
    from salerno.web.desk.models import Waiting

    Waiting.objects.all().delete()
    ana(server)
    go_round(server)

    assert post.mails == []


def test_one_address_that_is_refused_keeps_nobody_elses_mail(server, post, at):
    from salerno.web.people.models import DailyMail

    refused, other = ana(server), lin(server)
    post.refused.add(refused.email)
    go_round(server)

    assert recipients(post) == [other.email]
    row = DailyMail.objects.get(account=refused)
    assert row.outcome == "failed"
    assert "no such person" in row.problem
    assert row.problem.isprintable()
    assert "no such person" in server.logged_in("owner").get("/people/").content.decode()


def test_a_refused_mail_is_tried_again_after_a_while(server, post, at):
    person = ana(server)
    post.refused.add(person.email)
    go_round(server)
    post.refused.clear()
    go_round(server)
    assert post.mails == []
    at(MORNING + dt.timedelta(minutes=6))
    go_round(server)
    go_round(server)

    assert recipients(post) == [person.email]
    assert "not sent" not in server.logged_in("owner").get("/people/").content.decode()


def test_each_refusal_doubles_the_wait(server, post, at):
    from salerno.web.people.models import DailyMail

    person = ana(server)
    post.refused.add(person.email)
    waits = []
    moment = MORNING
    for _ in range(4):
        at(moment)
        go_round(server)
        row = DailyMail.objects.get(account=person)
        waits.append((row.again_at - moment).total_seconds() / 60)
        moment = row.again_at

    assert waits == [5, 10, 20, 40]


def test_a_mail_server_that_hangs_up_on_the_text_is_not_given_it_twice(server, post, at):
    from salerno.web.people.models import DailyMail

    person, other = ana(server), lin(server)
    post.silent.add(person.email)
    go_round(server)
    post.silent.clear()
    at(MORNING + dt.timedelta(hours=6))
    go_round(server)

    assert recipients(post) == [other.email]
    assert DailyMail.objects.get(account=person).outcome == "unknown"
    assert "not known whether it went" in server.logged_in("owner").get("/people/").content.decode()


def test_a_mail_server_that_is_down_is_left_alone_for_a_while(server, post, at, caplog):
    from salerno.web.desk.mailing import Mailing

    ana(server)
    lin(server)
    mailing = Mailing()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with handed_to(port):
        for _ in range(3):
            mailing(server.workspace)
    assert len([each for each in caplog.records if "daily mail" in each.getMessage()]) == 1
    at(MORNING + dt.timedelta(minutes=6))
    mailing(server.workspace)

    assert len(post.mails) == 2


@pytest.mark.parametrize(
    "address", ["ana@example.org\nBcc: all@example.org", "ana", "a" * 300, "\ud800@x"]
)
def test_an_address_that_no_header_can_hold_keeps_nobody_elses_mail(server, post, at, address):
    from salerno.web.desk import mailing

    broken = ana(server)
    broken.email = address
    line = mailing._Line()
    result = line.send(mailing._message(broken, mailing.Words("s", "t")))
    line.close()

    assert result.outcome in {"failed", "sent"}
    assert recipients(post) in ([], [address])


def test_a_name_reaches_no_header(server, post, at):
    ana(server, name="Ana\r\nBcc: all@example.org")
    go_round(server)

    mail = parsed(post)
    assert mail["Bcc"] is None
    assert "Ana" not in "".join(mail.values())


def test_the_switch_on_ones_own_page_stops_it_and_starts_it(server, post, at):
    browser = server.verified(ana(server))
    assert "Stop these mails" in browser.get("/account/").content.decode()
    browser.post("/account/daily-mail/", {"wanted": "no"})
    go_round(server)
    assert post.mails == []
    browser.post("/account/daily-mail/", {"wanted": "yes"})
    go_round(server)

    assert len(post.mails) == 1
    assert "The last one went on 2026-11-23 07:00" in (
        server.logged_in("owner").get("/people/").content.decode()
    )


def test_a_round_sends_some_and_the_next_one_the_others(server, post, at, monkeypatch):
    monkeypatch.setattr("salerno.web.desk.mailing._MOST", 1)
    ana(server)
    lin(server)
    go_round(server)
    assert len(post.mails) == 1
    go_round(server)

    assert len(post.mails) == 2


def test_without_a_mail_server_nobody_is_mailed(server, at):
    from django.core import mail

    from salerno.web.people.models import DailyMail

    ana(server)
    mail.outbox = []
    go_round(server)

    assert mail.outbox == []
    assert not DailyMail.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"SALERNO_MAIL_AT": "7"},
        {"SALERNO_MAIL_AT": "24:00"},
        {"SALERNO_TIME_ZONE": "Europe/Nowhere"},
        {"SALERNO_TIME_ZONE": "../../etc/passwd"},
        {"SALERNO_ADDRESS": "review.example.org"},
        {"SALERNO_ADDRESS": "https://x/\nBcc: y"},
        {"SALERNO_ADDRESS": "javascript:alert(1)"},
        {"SALERNO_MAIL_URL": "console"},
    ],
)
def test_settings_that_cannot_be_meant_are_refused_by_name(workspace, said):
    from salerno.errors import InputError
    from salerno.web.environment import read

    with pytest.raises(InputError) as refused:
        read({"SALERNO_WORKSPACE": str(workspace.root)} | said)

    assert min(said) in str(refused.value)


def test_settings_say_when_and_where(workspace):
    from salerno.web.environment import read

    said = {"SALERNO_MAIL_AT": "06:30", "SALERNO_TIME_ZONE": "Europe/Madrid"}
    more = {"SALERNO_ADDRESS": f"{ADDRESS}/", "SALERNO_MAIL_URL": "console:"}
    found = read({"SALERNO_WORKSPACE": str(workspace.root)} | said | more)

    assert (found.mail_at, str(found.zone), found.address) == (
        dt.time(6, 30),
        "Europe/Madrid",
        ADDRESS,
    )
    assert found.mail.host == ""
