"""The whole way in a real browser: invited, reviewed by keyboard, signed, published, proved."""

from __future__ import annotations

import base64
import re

import pytest

from salerno.pipeline.build import build
from salerno.pipeline.decisions import decisions
from salerno.pipeline.verify import ground_of, verify
from tests_support import make_workspace, register, sign, write

pytestmark = pytest.mark.chromium
PHRASE, SECRET = "nine green teapots on a shelf", "seven wet umbrellas"
ITEMS = "\n".join(f"- Take {n} tablets of {n} mg." for n in range(2, 12))


@pytest.fixture
def workspace(tmp_path):
    workspace = make_workspace(tmp_path / "clinic", ("es",), engines=("pseudo",))
    write(workspace, "source/fever.md", f"# Fever\n\n{ITEMS}\n")
    build(workspace)
    register(workspace, "ana", "clinician", "linguist")
    sign(workspace, "site")
    return workspace


@pytest.fixture
def page(chromium, live):
    context = chromium.new_context(viewport={"width": 1000, "height": 800})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.wrong = []
    page.on("console", lambda said: page.wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page
    context.close()


def joined(page, live):
    """Take up an invitation: password, second factor, signing key."""
    from django_otp.oath import totp

    from salerno.web.access import Right
    from salerno.web.people.inviting import Details, Offered, invite

    both = [(Right.CLINICIAN, "es"), (Right.LINGUIST, "es")]
    details = Details("rosa", ("clinician", "linguist"), ("es",), "MD", public_name=True)
    link = invite(Offered("rosa@example.org", "Rosa Roca", both, details), by=None)
    page.goto(live.address + link)
    page.get_by_label("Password", exact=True).fill(SECRET)
    page.get_by_label("The same password again").fill(SECRET)
    page.get_by_role("button", name="Make my account").click()
    secret = page.locator("code.secret").inner_text().replace(" ", "")
    code = totp(base64.b32decode(secret + "=" * (-len(secret) % 8)))
    page.get_by_label("Code from your app").fill(f"{code:06}")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("heading", name="recovery codes").wait_for()
    page.goto(live.address + "/account/signing-key/")
    page.get_by_label("Passphrase", exact=True).fill(PHRASE)
    page.get_by_label("The same passphrase again").fill(PHRASE)
    page.get_by_role("button", name="Make my key").click()


def decided(page, key, said=""):
    """Press a key that sends a form, and see that it was done."""
    with page.expect_navigation():
        page.keyboard.press(key)
    page.locator(".message.success", has_text=said).wait_for()


def test_from_an_invitation_to_a_page_that_is_proved(page, live, workspace):
    from salerno.web.desk.refresh import refresh
    from salerno.web.keeper import Keeper

    refresh(workspace)
    joined(page, live)
    page.goto(live.address + "/queue/next/?article=fever")
    for _ in range(9):
        decided(page, "a")
    page.keyboard.press("m")
    page.keyboard.press("Control+a")
    number, dose = re.findall(r"\d+", page.locator(".open .source .text").inner_text())
    page.keyboard.type(f"Tome {number} pastillas de {dose} mg.")
    page.keyboard.press("Tab")
    decided(page, "Enter")
    page.keyboard.press("r")
    page.keyboard.type("Fever is not what this says.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    decided(page, "Enter")
    page.goto(live.address + "/review/es/fever/")
    decided(page, "u", said="Taken back.")
    decided(page, "a")

    page.goto(live.address + "/sign-off/es/fever/")
    for statement in page.get_by_role("checkbox").all():
        statement.check()
    phrase = page.get_by_label("Passphrase of your signing key")
    phrase.fill(PHRASE)
    assert phrase.evaluate("field => [...new FormData(field.form).keys()]") == [
        "csrfmiddlewaretoken",
        "meaning",
        "meaning",
        "passphrase",
    ]
    assert not page.locator("[autocomplete=username]").is_visible()
    page.get_by_role("button", name="Sign as rosa").click()
    page.get_by_text("Signed: ").wait_for()
    Keeper().round()

    history = decisions(workspace, "fever", "es").history
    assert not (workspace.site / "es" / "fever" / "review.json").read_text("utf-8").count("ana")
    assert [event.type for event in history.events].count("reject") == 1
    assert "Rosa Roca" in (workspace.site / "es" / "fever" / "index.html").read_text("utf-8")
    assert all(found.ok for found in verify(workspace.site, ground_of(workspace)))
    assert page.wrong == []
