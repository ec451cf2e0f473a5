"""Forms that come after their session has ended: nothing is saved, and no typed word is lost."""

from __future__ import annotations

import html
import re

import pytest

from salerno.pipeline.build import build
from salerno.store import catalogs
from tests_support import PASSPHRASE, clinic, write

SCRIPT = '</textarea><script>alert(1)</script>"&'
ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def workspace(tmp_path):
    workspace = clinic(tmp_path / "clinic", ("es",))
    write(workspace, "source/fever.md", "# Fever\n\nRest for 2 days.\n\nDrink 2 l of water.\n")
    build(workspace)
    return workspace


@pytest.fixture
def shown(workspace):
    """Return the entry that is on the page."""
    catalog = catalogs.read(workspace, workspace.catalog("fever", "es"))
    return next(e for e in catalog.entries if e.unit.source == "Drink 2 l of water.")


def address(shown):
    return f"/review/es/fever/{shown.unit.key}/"


def form(shown, verb="mend", **said):
    known = {"verb": verb, "digest": shown.digest("fever", "es"), "seen": shown.targets}
    return known | {"target": shown.targets, "reason": "", "passphrase": PASSPHRASE} | said


def texts_in(page):
    found = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page.content.decode(), re.DOTALL)
    return [html.unescape(text) for text in found]


def test_what_was_typed_is_shown_to_who_sent_it(server, workspace, shown):
    before = workspace.catalog("fever", "es").read_bytes()
    typed = f"\n {SCRIPT}\r\nmore"
    page = server.client().post(
        f"{address(shown)}decide/?locale=es", form(shown, target=[typed], reason="Why & how")
    )

    assert page.status_code == 403
    assert texts_in(page) == [f"\n {SCRIPT}\nmore", "Why & how"]
    assert SCRIPT not in page.content.decode()
    assert PASSPHRASE not in page.content.decode()
    assert "/login/?next=%2Freview%2Fes%2Ffever%2F" in page.content.decode()
    assert "%3Flocale%3Des" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"
    assert workspace.catalog("fever", "es").read_bytes() == before


def test_the_way_on_leads_back_to_the_page(server, shown):
    from web_support import PASSWORD

    account = server.account("clinician", reviewer="ana", password=PASSWORD)
    client = server.client()
    page = client.post(f"{address(shown)}decide/", form(shown, reason="Why"))
    way_in = html.unescape(re.search(r'class="button" href="([^"]*)"', page.content.decode())[1])
    found = re.search(r"next=(\S+)", way_in)[1]
    device = server.device(account)
    client.post(
        "/login/", {"username": account.email, "password": PASSWORD, "next": address(shown)}
    )
    back = client.post("/second-factor/", {"code": server.code(device)})

    assert found == address(shown).replace("/", "%2F")
    assert back.headers["Location"] == address(shown)


def test_without_words_it_leads_straight_to_the_log_in(server, shown):
    page = server.client().post(f"{address(shown)}decide/", form(shown, "approve"))

    assert page.status_code == 302
    assert page.headers["Location"].startswith("/login/?next=%2Freview%2Fes%2Ffever%2F")


@pytest.mark.parametrize("act", ["classify", "withdraw"])
def test_reasons_on_other_pages_are_kept_too(server, act):
    said = {"reason": "A day more.", "passphrase": PASSPHRASE}
    page = server.client().post(f"/articles/es/fever/{act}/", said)

    assert texts_in(page) == ["A day more."]
    assert "next=%2Farticles%2Fes%2Ffever%2F" in page.content.decode()


def test_the_words_of_who_settles_a_conflict_are_kept_too(server):
    page = server.client().post("/git/conflicts/x1/", {"side": "own", "target": ["Beba agua."]})

    assert texts_in(page) == ["Beba agua."]
    assert "next=%2Fgit%2F" in page.content.decode()


def test_a_page_older_than_the_session_shows_what_was_typed(server, workspace, shown):
    before = workspace.catalog("fever", "es").read_bytes()
    browser = server.verified(
        server.account("clinician", reviewer="ana"), enforce_csrf_checks=True, **ORIGIN
    )
    page = browser.post(f"{address(shown)}decide/", form(shown, target=["Otra."]))

    assert page.status_code == 403
    assert texts_in(page) == ["Otra."]
    assert workspace.catalog("fever", "es").read_bytes() == before


@pytest.mark.parametrize(
    "origin", [{}, {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}]
)
def test_words_of_another_site_are_not_shown_as_ones_own(server, shown, origin):
    browser = server.client(enforce_csrf_checks=True, **origin)
    page = browser.post(f"{address(shown)}decide/", form(shown, reason="Call this number"))

    assert page.status_code == 403
    assert "Call this number" not in page.content.decode()


def test_who_may_not_decide_saves_nothing(server, workspace, shown):
    before = workspace.catalog("fever", "es").read_bytes()
    page = server.logged_in("observer").post(
        f"{address(shown)}decide/", form(shown, target=["Otra."])
    )

    assert page.status_code == 403
    assert workspace.catalog("fever", "es").read_bytes() == before


class Tab:
    """A tab of a browser, in which people come and go."""

    def __init__(self, chromium, live):
        self.live = live
        self.page = chromium.new_context().new_page()
        self.page.set_default_timeout(20_000)
        self.wrong = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def come_in(self, account):
        cookie = self.live.verified(account).cookies["salerno_session"].value
        told = {"name": "salerno_session", "value": cookie, "url": self.live.address}
        self.page.context.add_cookies([told])

    def leave(self):
        self.page.context.clear_cookies(name="salerno_session")

    def go(self, path):
        self.page.goto(self.live.address + path)

    def type_late(self, shown, words):
        """Mend an entry after the session has ended."""
        self.go(address(shown))
        self.page.get_by_text("Mend and approve").first.click()
        self.page.get_by_label("Text").fill(words)
        self.leave()
        self.page.get_by_role("button", name="Save and approve this text").click()
        self.page.get_by_text("Nothing was saved.").wait_for()


@pytest.fixture
def tab(chromium, live):
    found = Tab(chromium, live)
    yield found
    found.page.context.close()
    assert found.wrong == []


@pytest.mark.chromium
@pytest.mark.one_database
def test_who_typed_them_gets_them_back_into_the_field(tab, live, shown):
    account = live.account("clinician", "linguist", reviewer="ana")
    tab.come_in(account)
    tab.type_late(shown, f"Beba {SCRIPT}")
    assert tab.page.get_by_label("What you typed").input_value() == f"Beba {SCRIPT}"
    tab.come_in(account)
    tab.go(address(shown))
    tab.page.get_by_role("button", name="Put my words back").click()

    assert tab.page.get_by_label("Text").input_value() == f"Beba {SCRIPT}"
    tab.go(address(shown))
    assert tab.page.get_by_text("It was not saved").count() == 0


@pytest.mark.chromium
@pytest.mark.one_database
def test_nobody_else_in_the_same_tab_sees_them(tab, live, shown):
    account = live.account("clinician", "linguist", reviewer="ana")
    tab.come_in(account)
    tab.type_late(shown, "Palabras de Ana")
    tab.come_in(live.account("clinician", "linguist"))
    tab.go(address(shown))
    tab.come_in(live.account("clinician", reviewer="other"))
    tab.go(address(shown))

    assert "Palabras de Ana" not in tab.page.content()
    assert tab.page.evaluate("sessionStorage.length") == 0
    assert tab.page.get_by_text("It was not saved").count() == 0


@pytest.mark.chromium
@pytest.mark.one_database
def test_words_that_were_saved_are_not_offered(tab, live, shown):
    tab.come_in(live.account("clinician", "linguist", reviewer="ana"))
    tab.go(address(shown))
    tab.page.get_by_text("Reject, or comment").click()
    tab.page.get_by_label("Why", exact=True).fill("A comment")
    tab.page.get_by_role("button", name="Only comment").click()
    tab.page.get_by_text("The comment is kept.").wait_for()

    assert tab.page.get_by_text("It was not saved").count() == 0
    assert tab.page.evaluate("sessionStorage.length") == 0
