"""What reviewers do is committed in their names and exchanged; where two clones differ, an editor decides."""

from __future__ import annotations

import re

import pytest

from checkout_support import (
    DRINK,
    KEYS,
    REST,
    check_sound,
    clones,
    git,
    pull,
    push,
    subjects,
    targets,
    word,
)
from salerno.pipeline import checkout, decide
from tests_support import PASSPHRASE, desk_of, register

SIGN = {"meaning": ["linguistic-review", "medical-review"], "passphrase": PASSPHRASE}


@pytest.fixture
def pair(tmp_path):
    return clones(tmp_path / "there")


@pytest.fixture
def workspace(pair):
    return pair[0]


@pytest.fixture
def desk(pair):
    return pair[1]


@pytest.fixture
def editor(server):
    return server.logged_in("editor", locale="es", name="Eva Editor")


def edited(workspace, source=DRINK, target="Beba agua.", by="ana"):
    seat = desk_of(workspace, by=by)
    decide.edit(seat, seat.entry(KEYS[source]), [target])


def exchange():
    from salerno.web.clone.exchange import Exchange

    Exchange().round()


def clash(workspace, desk, here="Beba agua.", there="Tome agua."):
    """Have both word one entry, and return the conflict once the server knows of it."""
    edited(workspace, target=here)
    word(desk, DRINK, there)
    push(desk)
    exchange()
    (found,) = checkout.conflicts(workspace)
    return found


def chosen(browser, conflict, **said):
    return browser.post(f"/git/conflicts/{conflict.id}/", said)


def merge(browser):
    answer = browser.post("/git/exchange/", {"merge": "yes"})
    exchange()
    return answer


def words(answer):
    return " ".join(re.sub("<[^>]*>", " ", answer.content.decode()).split())


def author(workspace, form="%an"):
    return git(workspace, "log", "-1", f"--format={form}")


def test_a_signature_is_committed_before_it_is_confirmed_and_pushed_soon(server, workspace, desk):
    seat = desk_of(workspace)
    edited(workspace)
    decide.approve(seat, [KEYS[DRINK]])
    browser = server.logged_in("clinician", "linguist", reviewer="ana")
    answer = browser.post("/sign-off/es/fever/", SIGN)

    assert answer.status_code == 302
    assert author(workspace, "%an|%s").startswith("Dr. Ana|fever in es: ")
    assert "signoff" in author(workspace, "%s")
    assert checkout.standing(workspace).uncommitted == ()
    exchange()
    pull(desk)
    assert author(desk) == "Dr. Ana"
    check_sound(workspace)


def test_a_withdrawal_is_committed_at_once(server, workspace):
    browser = server.logged_in("clinician", reviewer="ana")
    said = {"reason": "Wrong dose.", "passphrase": PASSPHRASE}
    browser.post("/articles/es/fever/withdraw/", said)

    assert author(workspace, "%an|%s") == "Dr. Ana|fever in es: withdraw"


def test_a_signature_counts_though_git_is_busy_and_says_so(server, workspace):
    (workspace.root / ".git" / "MERGE_HEAD").write_text(git(workspace, "rev-parse", "HEAD"))
    browser = server.logged_in("clinician", reviewer="ana")
    said = {"reason": "Wrong dose.", "passphrase": PASSPHRASE}
    answer = browser.post("/articles/es/fever/withdraw/", said, follow=True)

    assert "Withdrawn." in words(answer)
    assert "not yet committed to git" in words(answer)
    (workspace.root / ".git" / "MERGE_HEAD").unlink()
    exchange()
    assert author(workspace, "%an|%s") == "Dr. Ana|fever in es: withdraw"


def test_who_retires_a_reviewer_is_the_author(server, workspace):
    register(workspace, "ben", "linguist")
    account = server.account("linguist", reviewer="ben")
    owner = server.logged_in("owner", name="Olga Owner")
    owner.post(f"/people/{account.pk}/", {"act": "retire", "sure": "on"})

    assert author(workspace, "%an|%s") == "Olga Owner|ben has retired"
    assert git(workspace, "show", "--format=", "--name-only") == "locales/reviewers.toml"


def test_other_decisions_are_committed_in_batches(server, workspace, desk):
    edited(workspace)
    edited(workspace, REST, "Descanse 2 días.")
    assert subjects(workspace)[0] == "A workspace"
    exchange()

    assert subjects(workspace)[0] == "fever in es: edit 2"
    pull(desk)
    assert targets(desk)[DRINK] == "Beba agua."


def test_what_translators_pushed_comes_in(server, workspace, desk, editor):
    word(desk, REST, "Descanse 2 días.")
    push(desk)
    edited(workspace)
    exchange()

    assert targets(workspace)[REST] == "Descanse 2 días."
    assert "1 file came, 2 commits went" in words(editor.get("/git/"))


def test_a_conflict_waits_for_an_editor_and_nothing_is_lost(workspace, desk, editor):
    clash(workspace, desk)
    page = editor.get("/git/")

    assert "1 thing was changed here and there in two ways" in words(page)
    assert "<ins>Beba agua.</ins>" in page.content.decode()
    assert "<ins>Tome agua.</ins>" in page.content.decode()
    assert "1 conflict with the remote to settle" in words(editor.get("/articles/"))
    assert targets(workspace)[DRINK] == "Beba agua."
    exchange()
    assert targets(workspace)[DRINK] == "Beba agua."


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"side": "ours"}, "Beba agua."),
        ({"side": "theirs"}, "Tome agua."),
        ({"side": "own", "target": "Beba mucha agua."}, "Beba mucha agua."),
    ],
)
def test_what_an_editor_chose_is_merged_in_the_editors_name(workspace, desk, editor, said, wanted):
    found = clash(workspace, desk)
    assert chosen(editor, found, **said).status_code == 302
    assert targets(workspace)[DRINK] == "Beba agua."
    merge(editor)

    assert targets(workspace)[DRINK] == wanted
    assert author(workspace) == "Eva Editor"
    assert checkout.conflicts(workspace) == ()
    pull(desk)
    assert targets(desk)[DRINK] == wanted
    history = git(workspace, "log", "-p", "-m", "--format=", "--", "locales/es")
    assert "Tome agua." in history
    assert "Beba agua." in history
    check_sound(workspace)


def test_nothing_is_merged_before_all_is_settled(workspace, desk, editor):
    edited(workspace)
    edited(workspace, REST, "Descanse 2 días.")
    word(desk, DRINK, "Tome agua.")
    word(desk, REST, "Repose 2 días.")
    push(desk)
    exchange()
    one, _ = checkout.conflicts(workspace)
    chosen(editor, one, side="theirs")
    merge(editor)

    assert len(checkout.conflicts(workspace)) == 2
    assert "1 left to settle" in words(editor.get("/git/"))
    assert targets(workspace)[DRINK] == "Beba agua."


def test_a_choice_about_a_text_that_was_changed_meanwhile_does_not_count(workspace, desk, editor):
    found = clash(workspace, desk)
    chosen(editor, found, side="theirs")
    edited(workspace, target="Beba 2 vasos.")
    merge(editor)

    assert targets(workspace)[DRINK] == "Beba 2 vasos."
    (again,) = checkout.conflicts(workspace)
    assert again.id != found.id
    assert "1 left to settle" in words(editor.get("/git/"))
    late = editor.post(f"/git/conflicts/{found.id}/", {"side": "ours"}, follow=True)
    assert "changed meanwhile" in words(late)


@pytest.mark.parametrize(
    "said",
    [{}, {"side": "mine"}, {"side": "own"}, {"side": "own", "target": " "},
     {"side": "own", "target": ["a", "b"]}, {"side": "own", "target": "a\x00b"}],
)  # fmt: skip
def test_what_is_no_choice_is_refused(workspace, desk, editor, said):
    found = clash(workspace, desk)
    answer = editor.post(f"/git/conflicts/{found.id}/", said, follow=True)

    assert "Nothing was kept" in words(answer)
    merge(editor)
    assert targets(workspace)[DRINK] == "Beba agua."


def test_an_editor_of_another_language_sees_that_there_is_something_and_settles_nothing(
    server, workspace, desk
):
    found = clash(workspace, desk)
    other = server.logged_in("editor", locale="fr")
    page = words(other.get("/git/"))

    assert "1 of them is in languages that others edit" in page
    assert "Tome" not in page
    assert chosen(other, found, side="theirs").status_code == 403


def test_an_observer_sees_conflicts_and_settles_none(server, workspace, desk):
    found = clash(workspace, desk)
    observer = server.logged_in("observer")

    assert "Tome agua" in words(observer.get("/git/"))
    assert "Keep this choice" not in words(observer.get("/git/"))
    assert chosen(observer, found, side="theirs").status_code == 403


def test_who_may_sign_is_for_owners_to_settle(server, workspace, desk, editor):
    register(workspace, "ben", "linguist")
    checkout.commit_all(workspace)
    register(desk, "ben", "clinician")
    push(desk)
    exchange()
    (found,) = checkout.conflicts(workspace)
    assert chosen(editor, found, side="theirs").status_code == 403
    owner = server.logged_in("owner")
    chosen(owner, found, side="ours")
    merge(owner)

    assert checkout.conflicts(workspace) == ()


def test_who_may_no_longer_log_in_has_chosen_nothing(workspace, desk, server, editor):
    found = clash(workspace, desk)
    chosen(editor, found, side="theirs")
    editor.account.is_active = False
    editor.account.save()
    merge(server.logged_in("editor"))

    assert targets(workspace)[DRINK] == "Beba agua."


def test_who_edits_another_language_by_now_has_chosen_nothing(workspace, desk, server, editor):
    found = clash(workspace, desk)
    chosen(editor, found, side="theirs")
    editor.account.grant_set.update(locale="fr")
    other = server.logged_in("editor", locale="es")
    assert "1 left to settle" in words(other.get("/git/"))
    merge(other)

    assert targets(workspace)[DRINK] == "Beba agua."


def test_who_may_edit_nothing_by_now_merges_nothing(workspace, desk, server, editor):
    found = clash(workspace, desk)
    chosen(server.logged_in("editor", locale="es"), found, side="theirs")
    editor.post("/git/exchange/", {"merge": "yes"})
    editor.account.grant_set.update(right="observer")
    exchange()

    assert targets(workspace)[DRINK] == "Beba agua."


def test_hostile_words_are_shown_as_words(workspace, desk, editor):
    clash(workspace, desk, "<script>alert(1)</script>", '"><img src=x onerror=alert(2)>')
    html = editor.get("/git/").content.decode()

    assert "<script>alert" not in html
    assert "<img" not in html
    assert "&lt;" in html


def test_a_remote_that_is_away_is_said_and_all_goes_when_it_is_back(workspace, desk, editor):
    remote = workspace.root.parent / "remote.git"
    remote.rename(remote.with_name("gone.git"))
    edited(workspace)
    exchange()
    page = words(editor.get("/git/"))
    assert "could not be done" in page
    assert "The remote lacks 1 commit" in page
    remote.with_name("gone.git").rename(remote)
    exchange()

    assert "could not be done" not in words(editor.get("/git/"))
    pull(desk)
    assert targets(desk)[DRINK] == "Beba agua."


def test_somebody_who_asks_has_it_done_and_is_told(workspace, editor):
    from salerno.web.clone.models import Wanted

    answer = editor.post("/git/exchange/", follow=True)
    assert "The server is at it" in words(answer)
    assert Wanted.objects.count() == 1
    exchange()

    assert Wanted.objects.count() == 0
    assert "Last exchange" in words(editor.get("/git/"))


def test_many_conflicts_come_in_pages(workspace, desk, editor, monkeypatch):
    monkeypatch.setattr("salerno.web.clone.views.PAGE", 1)
    edited(workspace)
    edited(workspace, REST, "Descanse 2 días.")
    word(desk, DRINK, "Tome agua.")
    word(desk, REST, "Repose 2 días.")
    push(desk)
    exchange()
    pages = [words(editor.get(f"/git/?page={number}")) for number in (1, 2)]

    assert ["Tome" in page for page in pages].count(True) == 1
    assert ["Repose" in page for page in pages].count(True) == 1


class TestWithoutAClone:
    @pytest.fixture
    def workspace(self, tmp_path):
        from tests_support import clinic

        return clinic(tmp_path / "clinic")

    def test_the_page_says_why_and_decisions_go_on(self, server, workspace):
        browser = server.logged_in("clinician", reviewer="ana")
        said = {"reason": "Wrong dose.", "passphrase": PASSPHRASE}
        answer = browser.post("/articles/es/fever/withdraw/", said, follow=True)
        exchange()

        assert "Withdrawn." in words(answer)
        assert "not yet committed" not in words(answer)
        assert "is not committed: no git clone here" in words(
            server.logged_in("editor").get("/git/")
        )
