"""The API: the command line's documents, for who brings a token, of the locales that its account may read."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import replace

import pytest

from salerno.pipeline.build import build
from tests_support import ARTICLES, clinic, write

PATHS = ("/api/status", "/api/queue")
MEANINGLESS = [
    "limit=0", "limit=201", "limit=x", "limit=-1", "limit=٣", "state=approved", "stat=draft",
    "locale=", "locale=es&locale=fr", "after=%00", "article=a%0Ab",
]  # fmt: skip


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace in which one article is published and another one waits."""
    workspace = clinic(tmp_path / "clinic", ("es", "fr"))
    write(workspace, "source/cough.md", ARTICLES["cough"])
    build(workspace)
    return workspace


@pytest.fixture
def desk(server):
    from salerno.web.desk.refresh import refresh

    assert refresh(server.workspace) == []
    return server


def token_of(account):
    from salerno.web.people import secrets
    from salerno.web.people.models import ApiToken
    from salerno.web.people.tokens import PREFIX

    text = PREFIX + secrets.token()
    ApiToken.objects.create(account=account, name="test", token_hash=secrets.digest(text))
    return text


def ask(desk, path, *rights, locale="", token=""):
    """Ask with the token of a new account."""
    token = token or token_of(desk.account(*rights, locale=locale))
    return desk.client().get(path, headers={"Authorization": f"Bearer {token}"})


def test_status_is_what_the_command_line_prints(desk, salerno):
    printed = json.loads(salerno("-C", desk.workspace.root, "status", "--json").out)
    found = ask(desk, "/api/status", "observer").json()

    assert found == printed
    assert [row["publishable"] for row in found["articles"]].count(True) == 4


def test_queue_is_what_the_command_line_prints(desk, salerno):
    printed = json.loads(salerno("-C", desk.workspace.root, "queue", "--json").out)["entries"]
    found = ask(desk, "/api/queue?limit=200", "observer").json()

    assert list(found) == ["entries"]
    assert sorted(map(json.dumps, found["entries"])) == sorted(map(json.dumps, printed))
    order = [row["risk"] for row in printed]
    assert [row["risk"] for row in found["entries"]] == order
    assert len(printed) > 5


def test_what_is_withdrawn_by_hand_is_not_publishable_at_once(desk):
    next(desk.workspace.editions("fever", "es").glob("*.json")).unlink()

    rows = ask(desk, "/api/status?locale=es", "observer").json()["articles"]
    assert {row["article"]: row["publishable"] for row in rows} == {
        "cough": False,
        "fever": False,
        "site": True,
    }


def test_paging_shows_every_entry_once(desk):
    token, path, seen = token_of(desk.account("observer")), "/api/queue?limit=2", []
    while path:
        found = ask(desk, path, token=token)
        seen += [(row["locale"], row["article"], row["key"]) for row in found.json()["entries"]]
        path = found.get("Link", "").partition(">")[0].removeprefix("<")
    whole = ask(desk, "/api/queue?limit=200", token=token).json()["entries"]

    assert seen == [(row["locale"], row["article"], row["key"]) for row in whole]
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("right", ["owner", "editor", "linguist", "clinician", "observer"])
def test_a_right_in_one_locale_reads_that_locale_alone(desk, path, right):
    token = token_of(desk.account(right, locale="fr"))
    (rows,) = ask(desk, path, token=token).json().values()

    assert {row["locale"] for row in rows} == {"fr"}
    assert ask(desk, f"{path}?locale=es", token=token).status_code == 403
    assert ask(desk, f"{path}?locale=xx", token=token).status_code == 403
    assert ask(desk, f"{path}?locale=fr", token=token).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_an_account_without_rights_is_refused_in_json(desk, path):
    found = ask(desk, path)

    assert found.status_code == 403
    assert list(found.json()) == ["error"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "said", ["", "Bearer", "Bearer salerno_x", "Basic YTpi", "Bearer \xe9", "bearer  ", "x" * 5000]
)
def test_who_brings_no_token_is_refused_in_json(desk, path, said):
    found = desk.client().get(path, headers={"Authorization": said} if said else {})

    assert found.status_code == 401
    assert list(found.json()) == ["error"]
    assert found.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", PATHS)
def test_a_browser_that_is_logged_in_is_no_program(desk, path):
    assert desk.logged_in("owner").get(path).status_code == 401


def test_a_revoked_token_and_one_of_a_deactivated_account_open_nothing(desk):
    from django.utils import timezone

    account = desk.account("observer")
    token = token_of(account)
    assert ask(desk, "/api/status", token=token).status_code == 200
    account.tokens.update(revoked_at=timezone.now())
    assert ask(desk, "/api/status", token=token).status_code == 401
    account.tokens.update(revoked_at=None)
    type(account).objects.filter(pk=account.pk).update(is_active=False)
    assert ask(desk, "/api/status", token=token).status_code == 401


@pytest.mark.parametrize("query", MEANINGLESS)
def test_what_a_parameter_cannot_mean_is_told(desk, query):
    found = ask(desk, f"/api/queue?{query}", "observer")

    assert found.status_code == 400
    assert list(found.json()) == ["error"]


@pytest.mark.parametrize("path", [*PATHS, "/healthz", "/api/openapi.json"])
def test_nothing_can_be_written_and_no_cookie_is_set(desk, path):
    token = token_of(desk.account("owner"))
    send = {"Authorization": f"Bearer {token}"}

    assert desk.client(enforce_csrf_checks=True).post(path, headers=send).status_code == 405
    assert not desk.client().get(path, headers=send).cookies


def test_who_asks_too_often_has_to_wait(desk, monkeypatch):
    from django.utils import timezone

    from salerno.web.api import programs
    from salerno.web.people.models.failures import Failure
    from salerno.web.people.tokens import PREFIX

    monkeypatch.setattr(programs, "REQUESTS", replace(programs.REQUESTS, times=3))
    token = token_of(desk.account("observer"))
    answers = [ask(desk, "/api/status", token=token).status_code for _ in range(4)]
    wrong = [ask(desk, "/api/status", token=PREFIX).status_code for _ in range(4)]

    assert answers == [200, 200, 200, 429]
    assert wrong == [401, 401, 401, 429]
    assert ask(desk, "/api/status", "observer").status_code == 200
    Failure.objects.update(at=timezone.now() - dt.timedelta(seconds=61))
    assert ask(desk, "/api/status", token=token).status_code == 200


def test_health_tells_that_all_is_well_and_nothing_else(desk):
    from salerno.web.environment import folder_of
    from salerno.web.keeper import Keeper

    before = desk.client().get("/healthz")
    Keeper().round()
    after = desk.client().get("/healthz").json()

    assert before.status_code == 200
    assert before.json() == {
        "ok": True, "database": True, "workspace": True, "writable": True, "keeper": None,
    }  # fmt: skip
    assert after["keeper"].endswith("Z")
    assert str(folder_of(desk.workspace)) not in json.dumps(after)


def test_health_tells_that_the_workspace_is_gone(desk):
    (desk.workspace.root / "salerno.toml").rename(desk.workspace.root / "gone.toml")
    found = desk.client().get("/healthz")

    assert found.status_code == 503
    assert found.json()["workspace"] is False


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_health_tells_that_nothing_can_be_written(desk):
    folder = desk.workspace.root / "locales"
    folder.chmod(0o500)
    found = desk.client().get("/healthz")
    folder.chmod(0o700)

    assert (found.status_code, found.json()["writable"]) == (503, False)


def test_health_tells_that_the_database_is_gone(desk, monkeypatch):
    from django.db import OperationalError

    from salerno.web.api import health

    def gone():
        raise OperationalError("password authentication failed for user clinic")

    monkeypatch.setattr(health.connection, "cursor", gone)
    found = desk.client().get("/healthz")

    assert (found.status_code, found.json()["database"]) == (503, False)
    assert b"clinic" not in found.content
