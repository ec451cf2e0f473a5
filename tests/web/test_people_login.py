"""The log-in, the lock, and how sessions end."""

from __future__ import annotations

import datetime as dt
import statistics
import time

import pytest

from web_support import PASSWORD

WRONG = "The e-mail address or the password is wrong."


def log_in(client, email, password=PASSWORD, **more):
    return client.post("/login/", {"username": email, "password": password} | more)


def words_of(page):
    import re

    return re.sub(r'(value|href)="[^"]*"', "", page.content.decode())


def test_a_password_alone_opens_nothing_but_the_second_step(server):
    account = server.account("owner", password=PASSWORD)
    client = server.client()

    assert log_in(client, account.email)["Location"] == "/second-factor/"
    for path in ("/", "/people/", "/account/", "/account/password/"):
        assert client.get(path)["Location"] == "/second-factor/"


def test_the_address_is_the_same_whatever_its_case(server):
    server.account(email="ana@example.org", password=PASSWORD)

    assert log_in(server.client(), " ANA@Example.ORG ").status_code == 302


def test_nobody_learns_who_has_an_account(server):
    known = server.account(password=PASSWORD)
    gone = server.account(password=PASSWORD, is_active=False)
    without = server.account()
    pages = [
        log_in(server.client(), known.email, "not this one"),
        log_in(server.client(), gone.email),
        log_in(server.client(), without.email),
        log_in(server.client(), "nobody@example.org"),
    ]

    assert {page.status_code for page in pages} == {400}
    assert all(WRONG in page.content.decode() for page in pages)
    assert len({words_of(page) for page in pages}) == 1


def test_refusals_take_about_the_same_time(server, settings_of):
    """With the real hasher, which is most of a log-in's time; a missing account must cost one too."""
    with settings_of(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"]):
        known = server.account(password=PASSWORD)
        medians = [
            statistics.median(took(server, email, number) for number in range(4))
            for email in (known.email, "nobody@example.org")
        ]

    assert 0.5 < medians[0] / medians[1] < 2


def took(server, email, number):
    started = time.perf_counter()
    log_in(server.client(REMOTE_ADDR=f"192.0.2.{number}"), email, "not this one")
    return time.perf_counter() - started


@pytest.fixture
def settings_of():
    from django.test import override_settings

    return override_settings


def test_passwords_are_kept_with_argon2(server, settings_of):
    from django.conf import settings

    with settings_of(PASSWORD_HASHERS=settings.PASSWORD_HASHERS[1:]):
        assert server.account(password=PASSWORD).password.startswith("argon2$argon2id$")


def test_an_account_is_locked_after_five_failures_even_for_the_right_password(server):
    account = server.account(password=PASSWORD)
    client = server.client()
    failed = [log_in(client, account.email, f"wrong {n}").status_code for n in range(5)]
    page = log_in(client, account.email)

    assert failed == [400, 400, 400, 400, 429]
    assert (page.status_code, page["Retry-After"]) == (429, "900")
    assert "Too many attempts" in page.content.decode()


def test_the_lock_is_the_same_for_accounts_that_are_not_there(server):
    server.account(email="ana@example.org", password=PASSWORD)
    for email in ("ana@example.org", "nobody@example.org"):
        failed = [log_in(server.client(), email, f"wrong {n}") for n in range(5)]
        assert [page.status_code for page in failed] == [400, 400, 400, 400, 429]
        assert "ana" not in failed[-1].content.decode()


def test_another_case_of_the_address_is_no_way_round_the_lock(server):
    server.account(email="ana@example.org", password=PASSWORD)
    failed = [
        log_in(server.client(), email, "wrong").status_code
        for email in (
            "ana@example.org",
            "Ana@example.org",
            "ANA@EXAMPLE.ORG",
            " ana@example.org",
            "aNa@example.org",
        )
    ]

    assert failed[-1] == 429


def test_the_lock_opens_after_a_quarter_of_an_hour(server):
    from axes.models import AccessAttempt
    from django.utils import timezone

    account = server.account(password=PASSWORD)
    for n in range(7):
        log_in(server.client(), account.email, f"wrong {n}")
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=16))

    assert log_in(server.client(), account.email).status_code == 302


def test_a_lock_is_written_down_once(server):
    from salerno.web.people.models import Act, Deed

    account = server.account(password=PASSWORD)
    for n in range(9):
        log_in(server.client(), account.email, f"wrong {n}")

    assert [act.whom for act in Act.objects.filter(what=Deed.LOCKED_OUT.value)] == [account]


def test_passwords_that_were_typed_are_kept_nowhere(server):
    from axes.models import AccessAttempt

    log_in(server.client(), "nobody@example.org", "a heron at the weir")

    kept = [str(value) for row in AccessAttempt.objects.values() for value in row.values()]
    assert kept
    assert not any("heron" in value or ("csrf" in value and "*" not in value) for value in kept)


def test_one_machine_cannot_try_many_accounts(server):
    tried = [log_in(server.client(), f"p{n}@example.org", "x").status_code for n in range(31)]

    assert tried == [400] * 30 + [429]
    elsewhere = log_in(server.client(REMOTE_ADDR="192.0.2.7"), "p@example.org", "x")
    assert elsewhere.status_code == 400


def test_a_client_cannot_choose_its_own_address(server, settings_of):
    from dataclasses import replace

    from django.conf import settings
    from django.test import RequestFactory

    from salerno.web.people.machine import machine_of

    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="192.0.2.1, 198.51.100.2, 203.0.113.3")
    assert machine_of(request) == "127.0.0.1"
    for proxies, found in ((1, "203.0.113.3"), (2, "198.51.100.2"), (4, "127.0.0.1")):
        with settings_of(ENVIRONMENT=replace(settings.ENVIRONMENT, proxies=proxies)):
            assert machine_of(request) == found


def test_an_address_that_is_none_breaks_nothing(server, settings_of):
    from dataclasses import replace

    from django.conf import settings
    from django.test import RequestFactory

    from salerno.web.people.machine import machine_of

    with settings_of(ENVIRONMENT=replace(settings.ENVIRONMENT, proxies=1)):
        for said in ("unknown", "1.2.3.4.5", "", "é", "[::1]:80", "x" * 5000):
            request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=said)
            assert machine_of(request) == ""
            client = server.client(REMOTE_ADDR="", HTTP_X_FORWARDED_FOR=said)
            assert log_in(client, "nobody@example.org", "x").status_code == 400


@pytest.mark.parametrize(
    "email",
    ["", "x", "a" * 300 + "@example.org", "a@b\0.org", "ａ@example.org", "a'--@example.org"],
)
def test_odd_addresses_are_refused_like_any(server, email):
    assert log_in(server.client(), email, "x").status_code == 400


def test_a_huge_password_costs_nothing(server):
    account = server.account(password=PASSWORD)
    started = time.perf_counter()

    assert log_in(server.client(), account.email, "x" * 1_000_000).status_code == 400
    assert time.perf_counter() - started < 1


def test_the_session_key_changes_at_the_log_in_and_at_the_second_step(server):
    account = server.account("observer", password=PASSWORD)
    device = server.device(account)
    client = server.client()
    client.get("/login/")
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["salerno_session"] = planted = session.session_key
    log_in(client, account.email)
    logged_in = client.session.session_key
    client.post("/second-factor/", {"code": server.code(device)})
    verified = client.session.session_key

    assert len({planted, logged_in, verified}) == 3
    assert "planted" not in client.session
    assert server_sessions() == {verified}


def server_sessions():
    from django.contrib.sessions.models import Session

    return set(Session.objects.values_list("session_key", flat=True))


def test_another_log_in_in_the_same_browser_has_to_show_its_own_second_factor(server):
    client = server.logged_in("owner")
    log_in(client, server.account("owner", password=PASSWORD).email)

    assert client.get("/people/")["Location"] == "/second-factor/"


def test_the_same_account_has_to_show_its_second_factor_again(server):
    account = server.account("owner", password=PASSWORD)
    client = server.verified(account)
    log_in(client, account.email)

    assert client.get("/people/")["Location"] == "/second-factor/"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        "https:///evil.example",
        "\x08//evil.example",
    ],
)
def test_a_log_in_leads_to_no_other_site(server, url):
    account = server.account("owner", password=PASSWORD)
    client = server.client()
    client.get("/login/", {"next": url})
    log_in(client, account.email, next=url)
    page = client.post("/second-factor/", {"code": server.code(server.device(account))})

    assert page["Location"] == "/"


def test_a_log_in_leads_back_to_the_page_that_was_asked_for(server):
    account = server.account("owner", password=PASSWORD)
    client = server.client()
    asked = client.get("/people/read/?person=3")
    page = client.get(asked["Location"])
    log_in(client, account.email, next=page.context["next"])
    page = client.post("/second-factor/", {"code": server.code(server.device(account))})

    assert page["Location"] == "/people/read/?person=3"


def test_who_logs_out_is_out(server):
    client = server.logged_in("owner")

    assert client.get("/logout/").status_code == 405
    assert client.post("/logout/").status_code == 302
    assert client.get("/people/")["Location"].startswith("/login/")
    assert not server_sessions()


def test_a_session_ends_after_an_hour_without_a_click(server):
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    client = server.logged_in("owner")
    assert client.get("/people/").status_code == 200
    left = Session.objects.get().expire_date - timezone.now()
    assert dt.timedelta(minutes=59) < left <= dt.timedelta(hours=1)
    Session.objects.update(expire_date=timezone.now())

    assert client.get("/people/")["Location"].startswith("/login/")


def test_a_session_ends_after_half_a_day_in_any_case(server):
    client = server.logged_in("owner")
    client.get("/people/")
    session = client.session
    session["began"] -= 12 * 3600 + 1
    session.save()

    assert client.get("/people/")["Location"].startswith("/login/")
    assert not server_sessions()


def test_a_new_password_ends_all_other_sessions(server):
    account = server.account("observer", password=PASSWORD)
    here, elsewhere = server.verified(account), server.verified(account)
    said = {"current": PASSWORD, "password": "eight dry lanterns", "again": "eight dry lanterns"}
    assert here.post("/account/password/", said).status_code == 302

    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/")["Location"].startswith("/login/")
    assert log_in(server.client(), account.email).status_code == 400
    assert log_in(server.client(), account.email, "eight dry lanterns").status_code == 302


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"current": "not it"}, "This is not your password"),
        ({"again": "eight wet lanterns"}, "not the same"),
        ({"password": "short", "again": "short"}, "too short"),
        ({"password": "password12345678", "again": "password12345678"}, ""),
        ({"password": "4711471147114711", "again": "4711471147114711"}, "entirely numeric"),
        ({"password": "person@example.org", "again": "person@example.org"}, "too similar"),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(server, said, why):
    account = server.account("observer", password=PASSWORD, email="person@example.org")
    good = {"current": PASSWORD, "password": "eight dry lanterns", "again": "eight dry lanterns"}
    page = server.verified(account).post("/account/password/", good | said)
    account.refresh_from_db()

    if why:
        assert page.status_code == 400
        assert why in page.content.decode()
        assert account.check_password(PASSWORD)


def test_guessing_the_password_of_a_screen_left_open_is_slow(server):
    client = server.verified(server.account("observer", password=PASSWORD))
    for _ in range(5):
        client.post("/account/confirm/", {"current": "not it"})
    page = client.post("/account/confirm/", {"current": PASSWORD})

    assert "wait a quarter of an hour" in page.content.decode()


def test_what_changes_how_people_come_in_asks_for_the_password_again(server):
    account = server.account("owner", password=PASSWORD)
    client = server.verified(account)
    forget_proof(client)
    paths = [
        "/people/invite/",
        f"/people/{account.pk}/",
        "/account/second-factor/",
        "/account/token/",
    ]
    for path in paths:
        for page in (client.get(path), client.post(path, {"act": "deactivate"})):
            assert page["Location"].startswith("/account/confirm/?next="), path
    page = client.post("/account/confirm/", {"current": PASSWORD, "next": paths[0]})

    assert page["Location"] == paths[0]
    assert client.get(paths[0]).status_code == 200


def forget_proof(client):
    session = client.session
    session["proved"] -= 15 * 60 + 1
    session.save()


def test_logging_out_everywhere_keeps_this_session_alone(server):
    account = server.account("observer")
    here, elsewhere = server.verified(account), server.verified(account)
    here.post("/account/everywhere/")

    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/")["Location"].startswith("/login/")
