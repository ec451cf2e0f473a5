"""What an attacker would try on the pages of people."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from web_support import PASSWORD

NOBODY, HALF_IN, ANYBODY, OWNER = "nobody", "half in", "anybody", "owner"
TO_LOGIN, TO_FACTOR, FORBIDDEN = "/login/", "/second-factor/", 403
pytestmark = pytest.mark.one_database
OPEN = {"login", "invitation", "reset"}
FOR_HALF = {"logout", "second-factor"}
FOR_OWNERS = {"list", "invite", "take-back", "person", "readings", "acts"}
ALL = [
    "login", "logout", "second-factor", "invitation", "reset", "self", "confirm", "password",
    "new-factor", "recovery-codes", "everywhere", "daily-mail", "key", "token", "revoke-token", "list",
    "invite", "take-back", "person", "readings", "acts",
]  # fmt: skip
ARGUMENTS = {
    "invitation": {"token": "x"},
    "reset": {"number": "x", "token": "x"},
    "revoke-token": {"number": 1},
    "take-back": {"number": 1},
    "person": {"number": 1},
}
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def address(name):
    from django.urls import reverse

    return reverse(f"people:{name}", kwargs=ARGUMENTS.get(name))


def test_the_table_names_every_page_of_people(server):
    from salerno.web.people.urls import urlpatterns

    assert {pattern.name for pattern in urlpatterns} == set(ALL)


def answers(server, who):
    if who == NOBODY:
        return server.client()
    if who == HALF_IN:
        return server.half_in(server.account("owner"))
    return server.logged_in(*(["owner"] if who == OWNER else []))


def expected(name, who):
    """Return where somebody is sent, or 403, or None for who may see the page."""
    if name in OPEN or who == OWNER:
        return None
    if who == NOBODY:
        return TO_LOGIN
    if who == HALF_IN:
        return None if name in FOR_HALF else TO_FACTOR
    return FORBIDDEN if name in FOR_OWNERS else None


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", [NOBODY, HALF_IN, ANYBODY, OWNER])
@pytest.mark.parametrize("name", ALL)
def test_every_page_answers_those_alone_whose_it_is(server, name, who, method):
    client = answers(server, who)
    page = getattr(client, method)(address(name))

    wanted = expected(name, who)
    if wanted == FORBIDDEN:
        assert page.status_code == 403
    elif wanted:
        assert page["Location"].startswith(wanted)
    else:
        assert page.status_code in {200, 302, 400, 404, 405}
        assert not page.get("Location", "").startswith(TO_LOGIN) or name == "logout"


def test_a_view_that_says_nothing_of_itself_answers_nobody(server):
    from django.http import HttpResponse
    from django.test import override_settings
    from django.urls import path

    import salerno.web.urls as ours

    class Addresses:
        urlpatterns = (path("silent/", lambda request: HttpResponse("secret")), *ours.urlpatterns)
        handler403 = ours.handler403

    with override_settings(ROOT_URLCONF=Addresses):
        page = server.logged_in("owner").get("/silent/")

    assert page.status_code == 403
    assert "secret" not in page.content.decode()


@pytest.mark.parametrize("name", sorted(set(ALL) - {"list", "readings", "acts"}))
def test_a_form_from_elsewhere_is_refused(server, name):
    owner = server.account("owner", password=PASSWORD)
    client = server.verified(owner, enforce_csrf_checks=True)
    page = client.post(address(name), {"act": "deactivate", "current": PASSWORD})

    assert page.status_code == 403
    assert "The form was not accepted" in page.content.decode()


def test_the_log_in_of_somebody_else_is_refused_too(server):
    """Else an attacker could have a victim work, and sign, in the attacker's account."""
    account = server.account(password=PASSWORD)
    client = server.client(enforce_csrf_checks=True)
    said = {"username": account.email, "password": PASSWORD}
    assert client.post("/login/", said).status_code == 403
    client.get("/login/")
    token = client.cookies["csrftoken"].value

    assert client.post("/login/", said | {"csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize("name", ["login", "list", "self", "invite"])
def test_no_page_may_be_framed_stored_or_made_to_run_anything(server, name):
    headers = server.logged_in("owner").get(address(name)).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_pages_that_refuse_have_the_headers_too(server):
    for page in (server.client().get("/nowhere/"), server.logged_in().get("/people/")):
        assert "default-src 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "evil.example:80", "", "a b"]
)
def test_other_hosts_are_refused(server, host):
    page = server.client().get("/login/", headers={"host": host})

    assert page.status_code == 400
    assert host not in page.content.decode() or not host


def test_a_link_names_no_host_that_a_request_made_up(server):
    from test_people_joining import GIVEN

    page = server.logged_in("owner").post(
        "/people/invite/", GIVEN, headers={"x-forwarded-host": "evil.example"}
    )

    assert "evil.example" not in page.content.decode()


@pytest.mark.parametrize("field", ["name", "credential", "organisation"])
def test_names_are_shown_never_run(server, field):
    from test_people_joining import GIVEN

    owner = server.logged_in("owner")
    said = GIVEN | {field: SCRIPT}
    pages = [owner.post("/people/invite/", said), owner.get("/people/"), owner.get("/people/done/")]
    path = pages[0].context["link"].removeprefix("http://testserver")
    pages.append(server.client().get(path))

    assert all("<script>alert" not in page.content.decode() for page in pages)
    assert all("<img" not in page.content.decode() for page in pages)


def test_names_are_shown_never_run_in_messages(server):
    account = server.account("observer", name=SCRIPT, email="x@example.org")
    owner = server.logged_in("owner")
    for said in (
        {"act": "rights", "editor": ["es"]},
        {"act": "remove-factor"},
        {"act": "deactivate"},
    ):
        page = owner.post(f"/people/{account.pk}/", said, follow=True).content.decode()
        assert "&lt;script&gt;alert" in page
        assert "<script>alert" not in page


@pytest.mark.parametrize(
    "path", ["/login/", "/account/confirm/", "/people/read/?person=", "/people/done/?before="]
)
def test_what_stands_in_an_address_is_never_run(server, path):
    from urllib.parse import quote

    page = server.logged_in("owner").get(
        f"{path}?next=/{quote(SCRIPT)}&x={quote(SCRIPT)}", follow=True
    )

    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("name", ["Ana\u202eanA", "Ana\x07", "Ana\u2066", "Ana\nBob"])
def test_names_that_turn_others_words_round_are_refused(server, name):
    from test_people_joining import GIVEN

    page = server.logged_in("owner").post("/people/invite/", GIVEN | {"name": name})

    assert page.status_code == 400


@pytest.mark.parametrize("number", [0, 10**30, 2**63])
def test_numbers_that_are_none_find_nobody(server, number):
    owner = server.logged_in("owner")

    assert owner.get(f"/people/{number}/").status_code == 404
    assert owner.post(f"/people/invitation/{number}/take-back/").status_code == 404
    assert owner.get(f"/people/read/?person={number}&before={number}").status_code == 200


@pytest.mark.parametrize("path", ["/people/1/", "/account/password/", "/people/invite/", "/login/"])
def test_what_no_form_sends_breaks_nothing(server, path):
    owner = server.logged_in("owner")
    said = {name: ["x\0", "\ud800".encode("utf-8", "surrogatepass"), "é" * 5000] for name in
            ("act", "name", "email", "username", "password", "current", "reviewer", "clinician", "next", "valid_until", "again")}  # fmt: skip

    assert owner.post(path, said).status_code < 500


def elsewhere(tmp_path, code, **environment):
    """Run Python with a server's environment of its own; return what it printed."""
    from tests_support import make_workspace

    root = make_workspace(tmp_path / "clinic").root
    inherited = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    said = {"DJANGO_SETTINGS_MODULE": "salerno.web.settings", "SALERNO_WORKSPACE": str(root)}
    return subprocess.run(
        [sys.executable, "-W", "error", *code],
        env=inherited | said | environment,
        capture_output=True,
        text=True,
        check=False,
    )


TEAM = {"SALERNO_HOSTS": "review.example.org", "SALERNO_HTTPS": "1", "SALERNO_PROXIES": "1"}
PROBE = """
import django, json
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
client = Client(headers={"host": "review.example.org"})
plain = client.get("/login/")
page = client.get("/login/", headers={"x-forwarded-proto": "https"})
client.post("/login/", {"username": "x@example.org", "password": "x"}, headers={"x-forwarded-proto": "https"})
session = client.session
session["x"] = 1
from django.conf import settings
print(json.dumps({
    "plain": [plain.status_code, plain.get("Location")],
    "csrf": {key: client.cookies["csrftoken"][key] for key in ("secure", "httponly", "samesite")},
    "session": [settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE],
    "hsts": page["Strict-Transport-Security"],
}))
"""


def test_over_https_cookies_are_kept_to_it(tmp_path):
    ran = elsewhere(tmp_path, ["-c", PROBE], **TEAM)
    said = json.loads(ran.stdout or ran.stderr)

    assert said["plain"] == [301, "https://review.example.org/login/"]
    assert said["csrf"] == {"secure": True, "httponly": True, "samesite": "Strict"}
    assert said["session"] == [True, True, "Lax"]
    assert said["hsts"].startswith("max-age=31536000")


def test_django_finds_nothing_to_say_of_a_teams_server(tmp_path):
    ran = elsewhere(
        tmp_path, ["-m", "salerno.web", "check", "--deploy", "--fail-level", "INFO"], **TEAM
    )

    assert ran.returncode == 0, ran.stderr
    assert "no issues" in ran.stdout


def test_the_migrations_are_those_of_the_models(tmp_path):
    ran = elsewhere(
        tmp_path, ["-m", "salerno.web", "makemigrations", "--check", "--dry-run", "people"]
    )

    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("smtp://ana:p%40ss@mail.example:2525", ("mail.example", 2525, "ana", "p@ss", True, False)),
        ("smtps://mail.example", ("mail.example", 465, "", "", False, True)),
        ("smtp+plain://localhost", ("localhost", 25, "", "", False, False)),
    ],
)
def test_a_mail_server_is_read_from_its_address(workspace, url, found):
    from dataclasses import astuple

    from salerno.web.environment import read

    mail = read({"SALERNO_WORKSPACE": str(workspace.root), "SALERNO_MAIL_URL": url}).mail

    assert astuple(mail) == found


@pytest.mark.parametrize(
    "url", ["mail.example", "http://mail.example", "smtp://", "smtp://x:pass word@h:99999"]
)
def test_a_mail_server_that_is_none_is_refused_without_its_password(workspace, url):
    from salerno.errors import InputError
    from salerno.web.environment import read

    with pytest.raises(InputError) as raised:
        read({"SALERNO_WORKSPACE": str(workspace.root), "SALERNO_MAIL_URL": url})
    assert "pass word" not in str(raised.value)
