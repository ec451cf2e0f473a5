"""What the machine cannot do is told from what somebody did wrong, in plain words, and no password comes back."""

from __future__ import annotations

import errno
import sqlite3

import pytest

pytestmark = pytest.mark.one_database


@pytest.fixture
def out_of_order(server, monkeypatch):
    """Have the queue and the log-in meet a database that is away; return a browser."""
    from django.db import OperationalError

    def away(*_):
        raise OperationalError("the connection is lost")

    monkeypatch.setattr("salerno.web.people.models.Account.may", away)
    monkeypatch.setattr("salerno.web.people.login.authenticate", lambda *_, **__: away())
    client = server.logged_in("clinician", reviewer="ana")
    client.raise_request_exception = False
    return client


def test_a_database_that_is_away_is_said_with_what_to_do(out_of_order):
    found = out_of_order.get("/queue/")
    html = found.content.decode()

    assert found.status_code == 503
    assert found.headers["Retry-After"]
    assert "database does not answer" in html
    assert "Wait a minute" in html
    assert "Traceback" not in html


def test_the_words_that_were_typed_come_back_and_can_be_sent_again(out_of_order):
    form = {"verb": "mend", "digest": "d", "seen": "a", "target": "Beba <b>2 l</b>", "reason": ""}
    found = out_of_order.post("/review/es/fever/0123456789ab/decide/", form)
    html = found.content.decode()

    assert found.status_code == 503
    assert html.count("Beba &lt;b&gt;2 l&lt;/b&gt;") == 2
    assert '<input type="hidden" name="verb" value="mend">' in html
    assert "csrfmiddlewaretoken" not in html


def test_a_passphrase_does_not_come_back_and_its_form_is_not_sent_again(out_of_order):
    form = {
        "verb": "waive",
        "digest": "d",
        "check": "numbers",
        "reason": "A reason.",
        "passphrase": "a heron",
    }
    html = out_of_order.post("/review/es/fever/0123456789ab/decide/", form).content.decode()

    assert "A reason." in html
    assert "heron" not in html
    assert "Send it again" not in html


def test_words_that_another_site_sent_are_not_taken_for_ours(out_of_order):
    form = {"verb": "mend", "digest": "d", "target": "Beba 9 l de agua."}
    found = out_of_order.post(
        "/review/es/fever/0123456789ab/decide/", form, headers={"Origin": "https://example.com"}
    )

    assert found.status_code == 503
    assert "Beba" not in found.content.decode()


def test_a_password_does_not_come_back(server, out_of_order):
    client = server.client(raise_request_exception=False)
    html = client.post(
        "/login/", {"username": "a@example.org", "password": "wet umbrellas"}
    ).content

    assert b"database does not answer" in html
    assert b"umbrellas" not in html


def test_a_session_that_cannot_be_saved_is_no_fault_of_its_owner(server, monkeypatch):
    from django.contrib.sessions.backends.base import UpdateError
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import OperationalError

    def full(*_, **__):
        error = UpdateError()
        error.__context__ = OperationalError("disk")
        error.__context__.__cause__ = OSError(errno.ENOSPC, "no room")
        raise error

    client = server.logged_in("observer")
    client.raise_request_exception = False
    monkeypatch.setattr(SessionStore, "save", full)
    found = client.get("/queue/")

    assert found.status_code == 503
    assert b"disk is full" in found.content


def test_a_program_is_told_in_json(server, monkeypatch):
    from django.db import OperationalError

    def away(*_):
        raise OperationalError("the connection is lost")

    monkeypatch.setattr("salerno.web.api.programs.account_of_token", away)
    found = server.client(raise_request_exception=False).get("/api/status")

    assert found.status_code == 503
    assert found.json() == {"error": "The server's database does not answer"}


def errors():
    from django.db import InterfaceError, OperationalError
    from psycopg.errors import DiskFull

    from salerno.errors import InputError, StorageError
    from salerno.web.trouble import AWAY, FULL, REFUSED

    def made(error, cause=None):
        error.__cause__ = cause
        return error

    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    refused = sqlite3.OperationalError("disk I/O error")
    refused.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    return [
        (made(OperationalError(), refused), REFUSED),
        (made(OperationalError(), full), FULL),
        (made(OperationalError(), DiskFull()), FULL),
        (made(StorageError("cannot write"), OSError(errno.ENOSPC, "")), FULL),
        (made(StorageError("cannot write"), OSError(errno.EROFS, "")), REFUSED),
        (InterfaceError(), AWAY),
        (made(OperationalError(), sqlite3.OperationalError("locked")), AWAY),
        (InputError("a passphrase is needed"), None),
        (None, None),
    ]


def test_each_error_is_told_from_the_others(server):
    from salerno.web.trouble import trouble_of

    for error, trouble in errors():
        assert trouble_of(error) is trouble
