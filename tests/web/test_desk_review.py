"""Decisions by browser: on exactly the text that was shown, by the same verbs as the command line's."""

from __future__ import annotations

import re

import pytest

from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from salerno.pipeline.verify import ground_of, verify
from salerno.store import catalogs
from tests_support import PASSPHRASE, clinic, register, write


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace in which the article `fever` has been changed since it was signed."""
    from salerno.pipeline.build import build

    workspace = clinic(tmp_path / "clinic", ("es",))
    write(workspace, "source/fever.md", "# Fever\n\nRest for 2 days.\n\nDrink 2 l of water.\n")
    build(workspace)
    return workspace


@pytest.fixture
def ana(server):
    """Return the browser of a reviewer who may do anything."""
    return server.logged_in("clinician", "linguist", reviewer="ana")


def entry(workspace, source="Drink 2 l of water.", article="fever", locale="es"):
    catalog = catalogs.read(workspace, workspace.catalog(article, locale))
    return next(e for e in catalog.entries if e.unit.source == source)


def address(found, article="fever", locale="es"):
    return f"/review/{locale}/{article}/{found.unit.key}/"


def send(browser, found, verb, **said):
    digest = said.pop("digest", found.digest("fever", "es"))
    form = {"verb": verb, "digest": digest, "seen": found.targets} | said
    return browser.post(f"{address(found)}decide/", form)


def events(workspace, article="fever", locale="es"):
    return decisions(workspace, article, locale).history.events


def last(workspace):
    return events(workspace)[-1]


def test_the_page_shows_the_article_in_order_with_one_entry_open(ana, workspace):
    html = ana.get(address(entry(workspace))).content.decode()

    sources = re.findall(
        r'class="source" lang="en">(?:<h2>Source</h2><p class="text">)?([^<]*)<', html
    )
    assert [text for text in sources if text][:2] == ["Fever", "Rest for 2 days."]
    assert html.count('<section class="open') == 1
    assert 'name="verb" value="approve"' in html


def test_an_approval_is_an_event_on_the_text_that_was_shown(ana, workspace):
    found = entry(workspace)
    answer = send(ana, found, "approve")

    assert answer.status_code == 302
    assert (last(workspace).type, last(workspace).digest) == (
        "approve",
        found.digest("fever", "es"),
    )
    assert last(workspace).actor.id == "ana"
    assert last(workspace).bulk is None
    assert not entry(workspace).fuzzy


def test_mending_writes_the_words_and_approves_them(ana, workspace):
    send(ana, entry(workspace), "mend", target="Beba 2 l\r\nde agua.")

    edit, approve = events(workspace)[-2:]
    assert (edit.type, approve.type) == ("edit", "approve")
    assert entry(workspace).targets == edit.targets == approve.targets == ("Beba 2 l\nde agua.",)
    assert decisions(workspace, "fever", "es").state(entry(workspace)) == "approved"


def test_a_reject_carries_its_category_and_tells_the_translator(ana, workspace):
    said = {"reason": "Wrong dose.", "category": "accuracy", "severity": "critical"}
    send(ana, entry(workspace), "reject", **said)

    assert (last(workspace).reason, last(workspace).category) == ("Wrong dose.", "accuracy")
    assert "Wrong dose." in entry(workspace).comment


def test_a_text_that_was_changed_meanwhile_is_not_decided_on(ana, workspace):
    found, before = entry(workspace), len(events(workspace))
    path = workspace.catalog("fever", "es")
    (before_text,) = found.targets
    path.write_text(path.read_text("utf-8").replace(before_text, "⟦Beba.⟧"), "utf-8")
    answer = send(ana, found, "mend", target="Beba <b>2 l</b> de agua.")
    html = answer.content.decode()

    assert answer.status_code == 409
    assert len(events(workspace)) == before
    assert "Nothing was saved" in html
    assert "<del>Đŕîîñķ ŵåååţééŕ</del><ins>Beba</ins>" in html
    assert "Beba &lt;b&gt;2 l&lt;/b&gt; de agua.</textarea>" in html


def test_words_that_were_typed_are_not_lost_by_approving_the_old_ones(ana, workspace):
    before = len(events(workspace))
    answer = send(ana, entry(workspace), "approve", target="Beba dos litros de agua.")

    assert answer.status_code == 400
    assert "Beba dos litros de agua.</textarea>" in answer.content.decode()
    assert len(events(workspace)) == before


@pytest.mark.parametrize("verb", ["approve", "mend", "reject", "comment", "waive"])
def test_what_was_decided_can_be_taken_back(ana, workspace, verb):
    write(
        workspace, "locales/es/LC_MESSAGES/fever.po", catalog_with(workspace, "Beba 20 l de agua.")
    )
    found = entry(workspace)
    said = {"target": "Beba agua."} if verb == "mend" else {}
    reason = {"reason": "Why.", "category": "accuracy", "severity": "major", "check": "numbers"}
    said |= reason | {"passphrase": PASSPHRASE}
    assert send(ana, found, verb, **said).status_code == 302
    ana.post("/review/undo/")

    assert entry(workspace).targets == found.targets
    assert entry(workspace).fuzzy == found.fuzzy
    assert entry(workspace).comment == found.comment
    assert last(workspace).type == "retract"
    assert decisions(workspace, "fever", "es").state(entry(workspace)) == "translated"
    assert [flaw for flaw in verify_ledgers(workspace) if "fever" in flaw.file] == []


def catalog_with(workspace, target):
    path = workspace.catalog("fever", "es")
    text = re.sub(
        r'(msgid "Drink 2 l of water."\nmsgstr ").*"', rf'\1{target}"', path.read_text("utf-8")
    )
    block = text.index('msgid "Drink 2 l of water."')
    start = text.rindex("\n\n", 0, block)
    head = text[start:block].replace("#, fuzzy\n", "")
    return text[:start] + re.sub(r"#\|.*\n", "", head) + text[block:]


def test_a_waiver_needs_the_passphrase_and_is_signed(ana, workspace):
    write(
        workspace, "locales/es/LC_MESSAGES/fever.po", catalog_with(workspace, "Beba 20 l de agua.")
    )
    found, said = entry(workspace), {"check": "numbers", "reason": "A joke."}
    refused = send(ana, found, "waive", **said | {"passphrase": "wrong"})
    done = send(ana, found, "waive", passphrase=PASSPHRASE, **said)

    assert (refused.status_code, done.status_code) == (400, 302)
    assert (
        "wrong" not in re.sub(r"<[^>]*>", "", refused.content.decode()).split("passphrase")[0][-30:]
    )
    assert decisions(workspace, "fever", "es").history.waived(found.digest("fever", "es"))


@pytest.mark.parametrize(
    ("verb", "said", "status"),
    [
        ("approve", {"digest": "0" * 64}, 409),
        ("approve-all", {}, 400),
        ("", {}, 400),
        ("mend", {"target": ""}, 400),
        ("mend", {"target": ["one", "two"]}, 400),
        ("mend", {"target": "a\0b"}, 400),
        ("reject", {"reason": " ", "category": "accuracy", "severity": "major"}, 400),
        ("reject", {"reason": "x", "category": "murder", "severity": "major"}, 400),
        ("waive", {"check": "nothing", "reason": "x", "passphrase": PASSPHRASE}, 400),
        ("waive", {"check": "numbers", "reason": "x"}, 400),
    ],
)
def test_what_cannot_be_decided_writes_nothing(ana, workspace, verb, said, status):
    before = workspace.ledger("fever", "es").read_bytes()
    catalog = workspace.catalog("fever", "es").read_bytes()

    assert send(ana, entry(workspace), verb, **said).status_code == status
    assert workspace.ledger("fever", "es").read_bytes() == before
    assert workspace.catalog("fever", "es").read_bytes() == catalog


def test_whoever_is_no_reviewer_of_the_file_decides_nothing(server, workspace):
    register(workspace, "bob", "linguist", locales=("fr",))
    for browser in (server.logged_in("clinician"), server.logged_in("linguist", reviewer="bob")):
        answer = send(browser, entry(workspace), "approve")

        assert answer.status_code == 400
        assert "Nothing was saved" in answer.content.decode()


def test_hostile_texts_are_shown_as_text(ana, workspace):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    write(workspace, "locales/es/LC_MESSAGES/fever.po", catalog_with(workspace, hostile))
    send(ana, entry(workspace), "comment", reason=hostile)
    html = ana.get(address(entry(workspace))).content.decode()
    queue = ana.get("/queue/").content.decode()

    assert "<script>alert" not in html + queue
    assert "<img src=x" not in html + queue
    assert html.count("&lt;script&gt;alert(1)") >= 2


@pytest.mark.parametrize(
    "path",
    [
        "/review/es/nothing/0123456789ab/",
        "/review/xx/fever/0123456789ab/",
        "/review/es/fever/0123456789ab/",
    ],
)
def test_what_is_not_there_is_not_found(ana, path):
    assert ana.get(path).status_code == 404


def test_a_signature_publishes_the_edition_that_was_seen(ana, workspace):
    for source in ("Drink 2 l of water.", "Rest for 2 days.", "Fever"):
        found = entry(workspace, source)
        if decisions(workspace, "fever", "es").state(found) != "approved":
            send(ana, found, "mend", target="Beba 2 l de agua.")
    page = ana.get("/sign-off/es/fever/page/")
    html = ana.get("/sign-off/es/fever/").content.decode()
    form = {"meaning": ["linguistic-review", "medical-review"], "passphrase": PASSPHRASE}
    assert ana.post("/sign-off/es/fever/", form | {"passphrase": "wrong"}).status_code == 400
    assert ana.post("/sign-off/es/fever/", {"passphrase": PASSPHRASE}).status_code == 400
    answer = ana.post("/sign-off/es/fever/", form)

    from salerno.web.keeper import Keeper

    Keeper().round()
    published = (workspace.site / "es" / "fever" / "index.html").read_text("utf-8")
    assert answer.status_code == 302
    assert "medically correct" in html
    assert "Beba 2 l" in re.sub("<[^>]*>", "", page.content.decode())
    assert page.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "Beba 2 l" in re.sub("<[^>]*>", "", published)
    assert all(found.ok for found in verify(workspace.site, ground_of(workspace)))


def test_what_is_not_all_approved_is_not_signed(ana, workspace):
    form = {"meaning": "medical-review", "passphrase": PASSPHRASE}
    answer = ana.post("/sign-off/es/fever/", form)
    before = [event for event in events(workspace) if event.type == "signoff"]

    assert answer.status_code == 409
    assert len(before) == 1
    assert "is draft" in answer.content.decode() or "is stale" in answer.content.decode()


def test_an_observer_reads_and_decides_nothing(server, workspace):
    browser = server.logged_in("observer")
    html = browser.get(address(entry(workspace))).content.decode()

    assert 'name="verb"' not in html
    assert send(browser, entry(workspace), "approve").status_code == 403
    assert browser.post("/sign-off/es/fever/", {"passphrase": PASSPHRASE}).status_code in {
        400,
        403,
        409,
    }
    assert browser.post("/review/undo/").status_code == 403


FORMS_THAT_SIGN = ("/sign-off/es/site/", "/articles/es/fever/", "review")


@pytest.mark.parametrize("page", FORMS_THAT_SIGN)
def test_a_passphrase_is_not_kept_under_the_name_of_the_account(ana, workspace, page):
    from salerno.web.desk.refresh import refresh

    write(
        workspace, "locales/es/LC_MESSAGES/fever.po", catalog_with(workspace, "Beba 20 l de agua.")
    )
    refresh(workspace)
    path = address(entry(workspace)) if page == "review" else page
    html = ana.get(path).content.decode()
    forms = [
        form for form in re.findall("<form.*?</form>", html, re.DOTALL) if "passphrase" in form
    ]

    assert forms
    for form in forms:
        before = form[: form.index('name="passphrase"')]
        assert re.findall('<input type="text"[^>]*>', before) == [
            '<input type="text" autocomplete="username" value="ana (signing key)" readonly hidden>'
        ]
        assert 'type="password" autocomplete="current-password"' in form


@pytest.mark.parametrize("verb", ["approve", "mend", "reject", "comment", "waive"])
def test_a_form_that_comes_twice_is_one_decision(ana, workspace, verb):
    write(
        workspace, "locales/es/LC_MESSAGES/fever.po", catalog_with(workspace, "Beba 20 l de agua.")
    )
    found = entry(workspace)
    said = {"target": "Beba agua."} if verb == "mend" else {}
    reason = {"reason": "Why.", "category": "accuracy", "severity": "major", "check": "numbers"}
    said |= reason | {"passphrase": PASSPHRASE}
    assert send(ana, found, verb, **said).status_code == 302
    before = events(workspace)
    answer = send(ana, found, verb, **said)

    assert answer.status_code == 302
    assert events(workspace) == before


def test_who_approves_again_what_was_flagged_meanwhile_decides_anew(ana, workspace):
    send(ana, entry(workspace), "approve")
    path = workspace.catalog("fever", "es")
    said = 'msgid "Drink 2 l of water."'
    path.write_text(path.read_text("utf-8").replace(said, f"#, fuzzy\n{said}"), "utf-8")
    assert entry(workspace).fuzzy
    send(ana, entry(workspace), "approve")

    assert [event.type for event in events(workspace)[-2:]] == ["approve", "approve"]
    assert decisions(workspace, "fever", "es").state(entry(workspace)) == "approved"


def test_a_passphrase_is_looked_at_while_others_decide(ana, workspace):
    before = len(events(workspace))
    said = {"passphrase": "a wrong one", "reason": "Why."}
    with workspace.lock("deciding.lock"):
        answer = send(ana, entry(workspace), "waive", **said)

    assert "passphrase" in answer.content.decode()
    assert len(events(workspace)) == before


def test_who_approves_again_what_was_rejected_meanwhile_decides_anew(ana, server, workspace):
    register(workspace, "bea", "clinician")
    bea = server.logged_in("clinician", reviewer="bea")
    found = entry(workspace)
    said = {"reason": "Why.", "category": "accuracy", "severity": "major"}
    send(ana, found, "approve")
    send(bea, found, "reject", **said)
    send(ana, found, "approve")

    assert [event.type for event in events(workspace)[-3:]] == ["approve", "reject", "approve"]
