"""The overview in a real browser: by the rules of WCAG and by eye, on a phone and on a desk.

The dossier comes in a sandbox that runs nothing: axe's own timers would never fire there, so it is looked at without.
"""

from __future__ import annotations

import datetime as dt

import pytest
from test_people_pages import Visitor, axe

from salerno.pipeline import decide
from salerno.pipeline.build import build
from tests_support import ARTICLES, PASSPHRASE, clinic, desk_of, register, write

pytestmark = [pytest.mark.chromium, pytest.mark.one_database]
__all__ = ["axe"]


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace with something in every state, and an edition that is out of date."""
    workspace = clinic(tmp_path / "clinic", ("es", "ar"))
    write(workspace, "source/fever.md", "# Fever\n\nRest for 3 days.\n\nDrink water.\n")
    write(workspace, "source/cough-and-a-rather-long-name-of-an-article.md", ARTICLES["cough"])
    build(workspace)
    register(workspace, "lin", "linguist", locales=("ar",), name="Lin Long-Name-Of-A-Reviewer")
    seat = desk_of(workspace, "cough-and-a-rather-long-name-of-an-article")
    one, other, *_ = seat.entries()
    decide.approve(seat, [one.unit.key])
    decide.reject(seat, other, reason="Wrong word.", category="accuracy", severity="major")
    return workspace


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_pages_of_the_overview(chromium, axe, live, width, scheme):
    from salerno.web.desk.models import Due
    from salerno.web.desk.refresh import refresh

    refresh(live.workspace)
    Due.objects.create(article="fever", locale="es", day=dt.date(2020, 1, 31))
    ana = visitor(chromium, axe, live, width, scheme)
    ana.page.route("**/dossier/", without_sandbox)
    for path, name in (
        ("/articles/", "progress"),
        ("/articles/es/fever/", "part"),
        ("/load/", "load"),
        ("/trail/", "trail"),
        ("/trail/ar/fever/", "record"),
        ("/trail/es/fever/dossier/", "dossier"),
    ):
        ana.go(path)
        ana.look(name)
    ana.go("/articles/es/fever/")
    ana.page.get_by_text("substantive: the page stays").click()
    ana.page.get_by_label("Why").first.fill("A day more.")
    ana.page.get_by_label("Passphrase of your signing key").first.fill("wrong")
    ana.refused("Sign the classification")
    ana.look("part-refused")
    ana.page.get_by_label("Passphrase of your signing key").first.fill(PASSPHRASE)
    ana.press("Sign the classification")
    ana.page.get_by_text("The change is classified: substantive.").wait_for()
    ana.go("/trail/es/fever/")
    ana.press("Verify this ledger")
    ana.look("verified")
    assert (live.workspace.site / "es" / "fever" / "review.json").exists()


def without_sandbox(route):
    """Answer as the server does, but for the policy."""
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if "security" not in name}
    route.fulfill(response=answer, headers=headers)


def visitor(chromium, axe, live, width, scheme):
    """Return the browser of somebody who may do anything, and has come in."""
    account = live.account("editor", "clinician", "linguist", "observer", reviewer="ana")
    found = Visitor(chromium, axe, live, width=width, scheme=scheme)
    cookie = live.verified(account).cookies["salerno_session"].value
    found.page.context.add_cookies(
        [{"name": "salerno_session", "value": cookie, "url": live.address}]
    )
    return found
