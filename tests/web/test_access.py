"""Every address of the review server × everybody who may come: who is refused, and nobody is forgotten."""

from __future__ import annotations

import pytest

from tests_support import clinic

pytestmark = pytest.mark.one_database
ALL = {"owner", "editor", "linguist", "clinician", "observer"}
REVIEWERS = {"linguist", "clinician"}
MAY = {
    "desk:home": ALL,
    "desk:queue": ALL,
    "desk:next": REVIEWERS,
    "desk:article": ALL,
    "desk:entry": ALL,
    "desk:decide": REVIEWERS,
    "desk:undo": REVIEWERS,
    "desk:sign-off": ALL,
    "desk:shown-page": ALL,
    "desk:shown-asset": ALL,
    "overview:progress": ALL,
    "overview:part": ALL,
    "overview:due": {"editor"},
    "overview:withdraw": REVIEWERS,
    "overview:classify": {"clinician"},
    "overview:load": {"owner", "editor", "observer"},
    "overview:trail": ALL,
    "overview:record": ALL,
    "overview:csv": ALL,
    "overview:dossier": ALL,
    "overview:verify": ALL,
    "clone:clone": {"owner", "editor", "observer"},
    "clone:exchange": {"owner", "editor"},
    "clone:choose": {"owner", "editor"},
}
"""Who may see each page of the desk and the overview, in the locales of their right."""
OF_A_LOCALE = {
    "desk:article",
    "desk:entry",
    "desk:decide",
    "desk:sign-off",
    "desk:shown-page",
    "desk:shown-asset",
    "overview:part",
    "overview:due",
    "overview:withdraw",
    "overview:classify",
    "overview:record",
    "overview:csv",
    "overview:dossier",
    "overview:verify",
}
POST = {
    "desk:decide",
    "desk:undo",
    "overview:due",
    "overview:withdraw",
    "overview:classify",
    "overview:verify",
    "clone:exchange",
    "clone:choose",
}
OPEN = {"api:status", "api:queue", "api:openapi", "api:health"}
"""Open to who has no session: two of them ask for a token instead (test_api.py)."""
KEY = "0123456789ab"


@pytest.fixture
def workspace(tmp_path):
    return clinic(tmp_path / "clinic", ("es", "fr"))


def patterns():
    """Yield the name of every address, with what it takes."""
    from django.urls import get_resolver

    for included in get_resolver().url_patterns:
        for pattern in included.url_patterns:
            yield f"{included.app_name}:{pattern.name}", pattern


def address(name, locale="es"):
    from django.urls import reverse

    known = {"locale": locale, "article": "fever", "key": KEY, "name": "x.png", "conflict": KEY}
    takes = dict(patterns())[name].pattern.converters
    return reverse(name, kwargs={each: known[each] for each in takes})


def answer(browser, name, locale="es"):
    send = browser.post if name in POST else browser.get
    return send(address(name, locale)).status_code


def test_every_address_is_in_a_table(server):
    known = {name for name, _ in patterns() if not name.startswith("people:")}

    assert known == MAY.keys() | OPEN


def test_no_other_address_is_open(server):
    theirs = {name for name, each in patterns() if each.callback.need.is_open}

    assert {name for name in theirs if not name.startswith("people:")} == OPEN


def test_every_view_says_who_may_see_it(server):
    assert [name for name, each in patterns() if not hasattr(each.callback, "need")] == []


@pytest.mark.parametrize("right", sorted(ALL))
@pytest.mark.parametrize("name", MAY)
def test_who_lacks_the_right_is_refused(server, name, right):
    status = answer(server.logged_in(right), name)

    assert (status != 403) == (right in MAY[name])


@pytest.mark.parametrize("right", sorted(ALL))
@pytest.mark.parametrize("name", sorted(OF_A_LOCALE))
def test_a_right_in_one_locale_is_none_in_another(server, name, right):
    browser = server.logged_in(right, locale="fr")

    assert answer(browser, name, "es") == 403
    assert (answer(browser, name, "fr") != 403) == (right in MAY[name])


@pytest.mark.parametrize("name", MAY)
def test_who_has_not_logged_in_is_led_to_the_door(server, name):
    send = server.client().post if name in POST else server.client().get
    found = send(address(name))

    assert found.status_code == 302
    assert (
        found.headers["Location"].endswith(("/login/", "people:login"))
        or "login" in found.headers["Location"]
    )


@pytest.mark.parametrize("name", MAY)
def test_a_password_alone_is_not_enough(server, name):
    browser = server.client()
    browser.force_login(server.account(*ALL), backend="django.contrib.auth.backends.ModelBackend")
    found = (browser.post if name in POST else browser.get)(address(name))

    assert found.status_code == 302
    assert "second-factor" in found.headers["Location"]


@pytest.mark.parametrize("name", sorted(POST))
def test_a_form_from_elsewhere_is_refused(server, name):
    account = server.account(*ALL, reviewer="ana")
    browser = server.verified(account, enforce_csrf_checks=True)

    assert browser.post(address(name)).status_code == 403


@pytest.mark.parametrize(
    "name",
    [
        "desk:queue",
        "desk:sign-off",
        "overview:progress",
        "overview:part",
        "overview:load",
        "overview:trail",
        "overview:record",
    ],
)
def test_every_answer_says_what_browsers_may_do(server, name):
    found = server.logged_in("owner").get(address(name))
    policy = found.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert found.headers["X-Frame-Options"] == "DENY"
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert found.headers["Cache-Control"] == "no-store"
    assert "<script>" not in found.content.decode()
    assert ' style="' not in found.content.decode()


@pytest.mark.parametrize(
    "path",
    ["../../../etc/passwd", "x/../../../salerno.toml", "%2e%2e%2fsalerno.toml", "/etc/passwd"],
)
def test_no_address_leads_out_of_the_workspace(server, path):
    browser = server.logged_in("owner")

    assert browser.get(f"/sign-off/es/fever/page/{path}").status_code in {301, 404}
    assert browser.get(f"/review/es/{path}/{KEY}/").status_code == 404
