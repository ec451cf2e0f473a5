"""What several people decided is committed in the name of each."""

import pytest

from checkout_support import (
    CATALOG,
    DRINK,
    KEYS,
    LEDGER,
    REST,
    bytes_of,
    check_sound,
    clones,
    git,
    subjects,
    word,
)
from salerno.pipeline import checkout, decide, signoff
from tests_support import desk_of, key_of, register, write


@pytest.fixture
def pair(tmp_path):
    return clones(tmp_path / "there", articles=("fever", "cough"))


@pytest.fixture
def server(pair):
    return pair[0]


def edited(workspace, source, target, by="ana"):
    seat = desk_of(workspace, by=by)
    decide.edit(seat, seat.entry(KEYS[source]), [target])


def ben(workspace):
    """Have a second reviewer, and commit that."""
    register(workspace, "ben", "linguist", name="Ben <b@x> Ünal")
    checkout.commit(workspace, checkout.author_of("ben", "Ben"), "ben has a key")


def said(workspace, form, commit="HEAD"):
    return git(workspace, "log", "-1", f"--format={form}", commit)


def test_decisions_are_committed_in_the_name_of_who_decided(server):
    edited(server, DRINK, "Beba agua.")
    edited(server, REST, "Descanse 2 días.")
    (made,) = checkout.commit_all(server)

    assert said(server, "%an <%ae>|%cn|%s") == (
        "Dr. Ana <ana@salerno.invalid>|Tom Translator|fever in es: edit 2"
    ).replace("Tom Translator", said(server, "%cn"))
    assert said(server, "%b").strip() == "fever in es, Dr. Ana: edit 2"
    assert git(server, "rev-parse", "HEAD") == made
    assert checkout.standing(server).uncommitted == ()
    assert checkout.commit_all(server) == []
    check_sound(server)


def test_each_article_goes_in_the_name_of_its_own_people(server):
    ben(server)
    edited(server, DRINK, "Beba agua.", by="ben")
    seat = desk_of(server, "cough")
    decide.comment(seat, seat.entries()[0], reason="Is this so?")
    checkout.commit_all(server)

    made = {said(server, "%an", each): each for each in ("HEAD", "HEAD~1")}
    assert made.keys() == {"Dr. Ana", "Ben (b@x) Ünal"}
    changed = git(server, "show", "--format=", "--name-only", made["Ben (b@x) Ünal"])
    assert changed.split("\n") == [CATALOG, LEDGER]
    check_sound(server)


def test_what_two_did_in_one_article_names_both_and_says_who_did_what(server):
    ben(server)
    edited(server, DRINK, "Beba agua.", by="ben")
    edited(server, REST, "Descanse 2 días.")
    edited(server, REST, "Descanse 2 días, por favor.")
    checkout.commit_all(server)

    assert said(server, "%an") == "Dr. Ana"
    lines = said(server, "%b").strip().split("\n")
    assert lines == [
        "fever in es, Dr. Ana: edit 2",
        "fever in es, Ben (b@x) Ünal: edit",
        "",
        "Co-authored-by: Ben (b@x) Ünal <ben@salerno.invalid>",
    ]


def test_who_signs_is_the_author_however_many_others_decided(server):
    ben(server)
    for number in range(1, 4):
        edited(server, DRINK, f"Beba agua{'.' * number}", by="ben")
    seat = desk_of(server)
    decide.approve(seat, [KEYS[DRINK]])
    assert signoff.sign_off(seat, key_of(server)).event
    checkout.commit_all(server)

    assert said(server, "%an") == "Dr. Ana"
    assert "signoff" in said(server, "%s")
    assert "locales/es/editions/fever/" in git(server, "show", "--format=", "--name-only")


def test_words_that_nobody_decided_on_are_the_servers(server):
    word(server, DRINK, "Beba agua.")
    checkout.commit_all(server)

    assert said(server, "%an") == said(server, "%cn")
    assert subjects(server)[0] == "fever in es: Changes that no decision tells of"


def test_a_ledger_that_somebody_edited_is_kept_and_in_nobodys_name(server):
    edited(server, DRINK, "Beba agua.")
    edited_line = bytes_of(server, LEDGER).replace(b'"article":"fever"', b'"article":"forged"')
    (server.root / LEDGER).write_bytes(edited_line)
    checkout.commit_all(server)

    assert said(server, "%an") == said(server, "%cn")
    assert checkout.standing(server).uncommitted == ()


def test_only_what_is_named_is_committed(server):
    edited(server, DRINK, "Beba agua.")
    register(server, "ben", "linguist")
    author = checkout.author_of("ben", "Dr. Ben")
    assert checkout.commit(server, author, "A key", ["locales/reviewers.toml"])

    assert git(server, "show", "--format=%an", "--name-only").split() == (
        ["Dr.", "Ben", "locales/reviewers.toml"]
    )
    assert checkout.standing(server).uncommitted == (CATALOG, LEDGER)


def test_in_a_folder_of_a_larger_repository_it_is_the_same(tmp_path):
    server, _ = clones(tmp_path / "there", "web/health")
    edited(server, DRINK, "Beba agua.")
    checkout.commit_all(server)

    assert said(server, "%an|%s") == "Dr. Ana|fever in es: edit"
    check_sound(server)


def test_a_retired_reviewer_who_is_gone_from_the_list_is_named_by_the_id(server):
    edited(server, DRINK, "Beba agua.")
    write(server, "locales/reviewers.toml", "")
    checkout.commit_all(server)

    assert "ana" in {said(server, "%an", each) for each in ("HEAD", "HEAD~1")}


def test_without_a_clone_there_is_nothing_to_commit(workspace):
    assert checkout.commit_all(workspace) == []


def test_a_file_whose_name_would_write_lines_of_its_own_is_committed_by_nobody(server):
    edited(server, DRINK, "Beba agua.")
    name = "locales/es/LC_MESSAGES/x\n\nCo-authored-by: Eve <eve@x.example>\n.po"
    write(server, name, (server.root / CATALOG).read_text("utf-8"))
    checkout.commit_all(server)

    assert "Eve" not in said(server, "%B")
    assert said(server, "%s") == "fever in es: edit"
    assert (server.root / name).exists()
