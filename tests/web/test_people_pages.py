"""The pages of people in a real browser: from an invitation to a registered key, by keyboard and by eye."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from salerno.store import reviewers
from web_support import PASSWORD

pytestmark = [pytest.mark.chromium, pytest.mark.one_database]

PASSPHRASE = "a heron at the weir"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHOTS = os.environ.get("SALERNO_TEST_SHOTS", "")
"""A folder, for who wants to look at the pages themselves."""


@pytest.fixture(scope="session")
def axe():
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe()


class Visitor:
    """Somebody with a browser, and an app for codes."""

    def __init__(self, chromium, axe, live, *, width=1280, scheme="light"):
        size = {"width": width, "height": 800}
        context = chromium.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        self.page = context.new_page()
        self.looks = f"{width}-{scheme}"
        self.wrong = []
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self._axe, self._live = axe, live

    def go(self, path):
        self.page.goto(self._live.address + path)

    def look(self, name):
        """Let the rules of WCAG look at the page, and see that nothing sticks out of it."""
        found = self._axe.run(self.page, options={"runOnly": WCAG}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], name
        sticks_out = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert sticks_out <= 0, name
        assert self.wrong == [], name
        if SHOTS:
            self.page.screenshot(path=Path(SHOTS) / f"{name}-{self.looks}.png", full_page=True)

    def fill(self, **said):
        """Fill fields, found as a screen reader names them."""
        for label, words in said.items():
            self.page.get_by_label(label.replace("_", " "), exact=True).fill(words)

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).press("Enter")
        self.page.wait_for_load_state()

    def refused(self, name):
        """Press a button that refuses what was typed: browsers log such an answer."""
        self.press(name)
        self.wrong = [words for words in self.wrong if "400 (Bad Request)" not in words]

    def code(self):
        """Type the code of the secret on the page."""
        from test_people_joining import code_for

        link = self.page.locator("a[href^=otpauth]").get_attribute("href")
        self.fill(Code_from_your_app=code_for(re.search("secret=([A-Z2-7]+)", link)[1]))


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_from_the_first_link_to_a_registered_reviewer(chromium, axe, live, width, scheme):
    from salerno.web.people.first import first_link

    owner = Visitor(chromium, axe, live, width=width, scheme=scheme)
    owner.go(first_link())
    own_account(owner)
    link = invitation(owner)
    ana = Visitor(chromium, axe, live, width=width, scheme=scheme)
    ana.go(link.removeprefix(live.address))
    reviewers_account(ana)
    assert reviewers.read(live.workspace)["ana.lopez"].name == "Ana López"
    own_page(ana)
    come_in(ana)
    run_the_place(owner)


def own_account(owner):
    owner.look("first")
    owner.refused("Make my account")
    owner.look("first-refused")
    owner.fill(**{"E-mail address": "owner@example.org", "Your name": "Olga Owner"})
    owner.fill(Password=PASSWORD, The_same_password_again=PASSWORD)
    owner.press("Make my account")
    owner.look("set-up")
    owner.code()
    owner.press("Confirm")
    owner.look("codes")
    owner.page.get_by_role("link", name="I have kept them: go on").click()


def invitation(owner):
    owner.go("/people/invite/")
    owner.look("invite")
    owner.fill(Name="Ana López", **{"E-mail address": "ana@example.org"})
    owner.page.get_by_role("group", name=re.compile("^Clinician")).get_by_label("es").check()
    owner.refused("Make the invitation")
    owner.look("invite-refused")
    owner.page.get_by_label("Reviewer’s id").fill("ana.lopez")
    owner.page.get_by_label("Credential").fill("MD")
    owner.press("Make the invitation")
    owner.look("link")
    link = owner.page.get_by_label("Link").input_value()
    owner.go("/people/")
    owner.look("people-invited")
    return link


def reviewers_account(ana):
    ana.look("join")
    ana.fill(Password=PASSWORD, The_same_password_again=PASSWORD)
    ana.press("Make my account")
    ana.code()
    ana.press("Confirm")
    ana.page.get_by_role("link", name="I have kept them: go on").click()
    ana.look("key")
    ana.fill(Passphrase=PASSWORD, The_same_passphrase_again=PASSWORD)
    ana.refused("Make my key")
    ana.look("key-refused")
    ana.fill(Passphrase=PASSPHRASE, The_same_passphrase_again=PASSPHRASE)
    ana.press("Make my key")


def own_page(ana):
    ana.go("/account/")
    ana.page.get_by_role("link", name="Make a token").click()
    ana.fill(What_it_is_for="A program" + " of a long name" * 5)
    ana.press("Make it")
    ana.look("token")
    ana.go("/account/")
    ana.look("own")
    ana.go("/account/password/")
    ana.look("password")


def come_in(ana):
    ana.page.context.clear_cookies()
    ana.go("/people/")
    ana.look("login")
    ana.fill(**{"E-mail address": "ana@example.org", "Password": "wrong"})
    ana.refused("Log in")
    ana.look("login-refused")
    ana.fill(**{"E-mail address": "ana@example.org", "Password": PASSWORD})
    ana.press("Log in")
    ana.look("code")
    ana.fill(Code_from_your_app="000000")
    ana.refused("Go on")
    ana.look("code-refused")
    ana.go("/second-factor/?recovery")
    ana.look("recovery")


def run_the_place(owner):
    from salerno.web.people.models import Account

    ana = Account.objects.get(email="ana@example.org")
    for path, name in (
        ("/people/", "people"),
        (f"/people/{ana.pk}/", "person"),
        ("/people/read/", "readings"),
        ("/people/done/", "acts"),
        ("/account/confirm/", "confirm"),
    ):
        owner.go(path)
        owner.look(name)
