"""The workspace is a clone: what stands in it, and what decisions change in it, committed in people's names."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from checkout_support import (
    ANA,
    CATALOG,
    DRINK,
    KEYS,
    LEDGER,
    REST,
    check_sound,
    clones,
    git,
    subjects,
    targets,
    tree,
    word,
)
from salerno.errors import CheckoutError
from salerno.pipeline import checkout, decide, signoff
from salerno.store import commits
from salerno.store import repository as repositories
from salerno.store import workspace as workspaces
from tests_support import clinic, desk_of, key_of, write


@pytest.fixture
def server(tmp_path):
    return clones(tmp_path / "there")[0]


def decision(workspace, target="Beba agua."):
    seat = desk_of(workspace)
    return decide.edit(seat, seat.entry(KEYS[DRINK]), [target])


def last(workspace, *form):
    return git(workspace, "log", "-1", f"--format={'%n'.join(form)}")


def changed_in(workspace, commit="HEAD"):
    """Return the files that a commit changed, relative to the repository."""
    return git(workspace, "show", "--format=", "--name-only", commit).split("\n")


def folder_of(workspace):
    return Path(git(workspace, "rev-parse", "--absolute-git-dir"))


def test_the_standing_of_a_clone_with_a_remote(server):
    decision(server)
    write(server, "source/cough.md", "# Cough\n")
    write(server, "stray.txt", "mine")

    assert checkout.standing(server) == checkout.Standing(
        is_clone=True,
        branch="main",
        remote="origin/main",
        uncommitted=(CATALOG, LEDGER, "source/cough.md"),
    )


def test_the_standing_tells_what_either_side_has_more(tmp_path):
    server, desk = clones(tmp_path / "there")
    decision(server)
    checkout.commit(server, ANA, "One")
    git(desk, "commit", "-q", "--allow-empty", "-m", "Two")
    git(desk, "push", "-q")
    git(server, "fetch", "-q")
    found = checkout.standing(server)

    assert (found.ahead, found.behind, found.waits) == (1, 1, False)


def test_the_standing_of_no_clone(workspace):
    found = checkout.standing(workspace)

    assert not found.is_clone
    assert "no git clone here" in found.why
    assert checkout.commit(workspace, ANA, "x") == ""
    assert checkout.conflicts(workspace) == ()
    assert "no git clone" in checkout.synchronise(workspace).why


def test_the_standing_without_git(server, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert "git cannot be run" in checkout.standing(server).why
    assert checkout.commit(server, ANA, "x") == ""
    assert "git cannot be run" in checkout.synchronise(server).why


def test_the_standing_of_a_workspace_that_merely_lies_in_a_repository(tmp_path):
    git(tmp_path, "init", "-q")
    write_to = tmp_path / "README"
    write_to.write_text("mine")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "x")
    workspace = clinic(tmp_path / "clinic")
    decision(workspace)

    assert "salerno.toml is not committed" in checkout.standing(workspace).why
    assert checkout.commit(workspace, ANA, "x") == ""
    assert git(tmp_path, "log", "--format=%s") == "x"


def test_the_standing_before_the_first_commit(workspace):
    git(workspace, "init", "-q")

    assert "nothing is committed here yet" in checkout.standing(workspace).why


def test_the_standing_in_a_folder_of_a_repository(tmp_path):
    server, _ = clones(tmp_path / "there", "sites/clinic of  ä")
    decision(server)

    assert checkout.standing(server).uncommitted == (CATALOG, LEDGER)


def test_the_standing_in_a_linked_work_tree(server, tmp_path):
    git(server, "worktree", "add", "-q", "-b", "side", tmp_path / "side")
    side = workspaces.find(tmp_path / "side")
    word(side, DRINK, "Beba.")

    assert checkout.standing(side).branch == "side"
    assert checkout.commit(side, ANA, "x")
    assert "Beba." in git(side, "show", f"side:{CATALOG}")
    assert not checkout.standing(server).uncommitted


def test_a_commit_is_in_somebodys_name_and_the_servers(server):
    decision(server)
    made = checkout.commit(server, ANA, "Decisions on fever in es")

    assert last(server, "%H", "%an <%ae>", "%cn", "%B").strip().split("\n") == [
        made,
        "Dr. Ana García <ana@clinic.example>",
        "Salerno review server",
        "Decisions on fever in es",
    ]
    assert changed_in(server) == [CATALOG, LEDGER]
    assert checkout.standing(server).uncommitted == ()
    assert "Salerno" in git(server, "reflog", "-1", "--format=%gn %gs %cn")
    check_sound(server)


def test_a_commit_is_by_whom_the_clone_is_set_to(server):
    git(server, "config", "committer.name", "Reviews")
    git(server, "config", "committer.email", "reviews@clinic.example")
    decision(server)
    checkout.commit(server, ANA, "x")

    assert last(server, "%cn <%ce>") == "Reviews <reviews@clinic.example>"


def test_a_commit_of_nothing_is_none(server):
    before = last(server, "%H")
    server.catalog("fever", "es").touch()

    assert checkout.commit(server, ANA, "x") == ""
    assert last(server, "%H") == before


def test_a_commit_has_all_that_a_sign_off_wrote(server):
    decision(server)
    seat = desk_of(server)
    decide.approve_all(seat)
    signoff.sign_off(seat, key_of(server), ())
    checkout.commit(server, ANA, "Sign-off")
    (edition,) = [name for name in changed_in(server) if "editions" in name]

    assert set(changed_in(server)) == {CATALOG, LEDGER, edition}
    assert json.loads(git(server, "show", f"HEAD:{edition}"))["article"] == "fever"


def test_a_commit_leaves_what_else_lies_around(server):
    decision(server)
    others = {
        "stray.txt": "mine",
        "source/fever.md": "# Fever\n\nDrink water.\n",
        "salerno.toml": (server.root / "salerno.toml").read_text() + "# mine\n",
        "locales/fever.pot": "mine",
        "locales/notes.txt": "mine",
        "locales/es/LC_MESSAGES/.fever.po.tmp": "mine",
        "locales/es/LC_MESSAGES/fever.po~": "mine",
        "locales/es/LC_MESSAGES/deep/fever.po": "mine",
    }
    for name, text in others.items():
        write(server, name, text)
    checkout.commit(server, ANA, "x")

    assert changed_in(server) == [CATALOG, LEDGER]
    assert {name: (server.root / name).read_text() for name in others} == others


def test_a_commit_leaves_what_a_person_has_staged(server):
    write(server, "stray.txt", "staged")
    write(server, "source/fever.md", "# Staged\n\nDrink water.\n")
    git(server, "add", "stray.txt", "source/fever.md")
    git(server, "rm", "-q", "--cached", "Makefile")
    write(server, "source/fever.md", "# And more\n\nDrink water.\n")
    before = git(server, "status", "--porcelain")
    decision(server)
    checkout.commit(server, ANA, "x")

    assert changed_in(server) == [CATALOG, LEDGER]
    assert git(server, "status", "--porcelain") == before
    assert git(server, "show", ":source/fever.md").startswith("# Staged")


def test_a_commit_takes_a_catalog_as_it_is_now_though_half_of_it_was_staged(server):
    word(server, DRINK, "Beba.")
    git(server, "add", CATALOG)
    word(server, REST, "Descanse 2 días.")
    checkout.commit(server, ANA, "x")

    assert git(server, "status", "--porcelain") == ""
    assert {"Beba.", "Descanse 2 días."} <= set(targets(server).values())


def test_a_commit_of_what_was_staged_and_taken_back_is_none(server):
    before = server.catalog("fever", "es").read_bytes()
    word(server, DRINK, "Beba.")
    git(server, "add", CATALOG)
    server.catalog("fever", "es").write_bytes(before)

    assert checkout.commit(server, ANA, "x") == ""


def test_a_commit_never_takes_a_removal_for_a_decision(server):
    decision(server)
    server.ledger("site", "es").unlink()
    git(server, "rm", "-q", "--cached", "locales/reviewers.toml")
    checkout.commit(server, ANA, "x")

    assert changed_in(server) == [CATALOG, LEDGER]
    assert checkout.standing(server).uncommitted == (
        "locales/es/decisions/site.jsonl",
        "locales/reviewers.toml",
    )


def test_a_commit_never_takes_an_edition_that_somebody_changed(server):
    (edition,) = (server.root / "locales/es/editions/fever").iterdir()
    edition.write_bytes(edition.read_bytes() + b" ")

    assert checkout.commit(server, ANA, "x") == ""


def test_a_commit_takes_no_link_for_a_file(server, tmp_path):
    secret = tmp_path / "secret.po"
    secret.write_text("secret")
    (server.root / "locales/es/LC_MESSAGES/x.po").symlink_to(secret)
    server.ledger("site", "es").unlink()
    server.ledger("site", "es").symlink_to(secret)

    assert checkout.commit(server, ANA, "x") == ""


def test_a_commit_in_a_folder_of_a_repository_stays_there(tmp_path):
    server, _ = clones(tmp_path / "there", "sites/clinic of  ä")
    write(server, "../other/locales/es/LC_MESSAGES/x.po", "not ours")
    write(server, "../../locales/es/LC_MESSAGES/x.po", "not ours")
    decision(server)
    checkout.commit(server, ANA, "x")

    assert git(server, "show", "--format=", "--name-only", "-z").strip("\0").split("\0") == [
        f"sites/clinic of  ä/{name}" for name in (CATALOG, LEDGER)
    ]


def test_a_commit_parses_no_catalog(server):
    word(server, DRINK, "Beba.")
    path = server.catalog("fever", "es")
    path.write_bytes(path.read_bytes() + b"msgid \xff\x00 no catalog")

    assert checkout.commit(server, ANA, "x")


def test_a_commit_of_a_name_with_quotes_and_bytes_that_git_matches_by(server):
    names = ['a b".po', "*.po", ":(top)x.po", "-n.po", "ä\u202e.po"]
    for name in names:
        write(server, f"locales/es/LC_MESSAGES/{name}", "words")
    (server.root / "locales/es/LC_MESSAGES" / os.fsdecode(b"\xff.po")).write_text("words")
    checkout.commit(server, ANA, "x")

    listed = git(server, "show", "--format=", "--name-only", "-z", "--", "locales")
    assert len(listed.strip("\0").split("\0")) == len(names) + 1
    assert git(server, "status", "--porcelain") == ""


HOSTILE = [
    ("Ana\nCommitter: Eve <eve@x>\n\n-m", "ana@x\n<eve@x>"),
    ("", ""),
    ("  ", "<>"),
    (". ,", ";"),
    ("--author=Eve <eve@x>", "-c core.pager=x"),
    ("Ana\x1b[2J\u202eevE\0", "a\0na@x\x07"),
    ("\ud800", "\udcff"),
    ("n" * 10_000, "m" * 10_000),
    ("Дарья 明 عنا", "д@пример.рф"),
]


def test_a_hostile_name_is_a_name(server):
    for number, (name, email) in enumerate(HOSTILE):
        word(server, DRINK, f"Beba {number}.")
        made = checkout.commit(server, checkout.Author(name, email), "x")
        head, _, body = git(server, "cat-file", "commit", made).partition("\n\n")
        lines = head.split("\n")
        assert [line.split(" ")[0] for line in lines] == ["tree", "parent", "author", "committer"]
        assert body == "x"
        assert lines[2].isprintable()
        assert len(lines[2]) < 500
        assert last(server, "%an").strip()
    check_sound(server)


MESSAGES = [
    ("-m\n--amend\n", "-m\n--amend"),
    ("", "Decisions"),
    ("\n\n\x00\n", "\\x00"),
    ("# no comment\n\n# kept", "# no comment\n\n# kept"),
    ("one\r\ntwo\x1b[2J\u202e\x07", "one\ntwo\\x1b[2J\\u202e\\x07"),
    ("tree 0000\nparent x", "tree 0000\nparent x"),
    ("\ud800", "?"),
]


def test_a_hostile_message_is_a_message(server):
    for number, (message, expected) in enumerate(MESSAGES):
        word(server, DRINK, f"Beba {number}.")
        made = checkout.commit(server, ANA, message)
        assert git(server, "cat-file", "commit", made).partition("\n\n")[2] == expected
    check_sound(server)


def test_what_this_machine_likes_does_not_matter(server, tmp_path, monkeypatch):
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in (
        "pre-commit",
        "commit-msg",
        "post-commit",
        "reference-transaction",
        "post-index-change",
    ):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n")
        (hooks / name).chmod(0o755)
    (tmp_path / "attributes").write_text("*.po filter=shout\n*.json eol=crlf text\n")
    (tmp_path / "ignored").write_text("*.jsonl\n*.json\nlocales\n")
    (tmp_path / "config").write_text(
        f"""[core]
        hooksPath = {hooks}
        fsmonitor = {hooks}/pre-commit
        autocrlf = true
        attributesFile = {tmp_path}/attributes
        excludesFile = {tmp_path}/ignored
        quotePath = true
        pager = false
        splitIndex = true
        untrackedCache = true
        [filter "shout"]
        clean = tr a-z A-Z
        required = true
        [commit]
        gpgSign = true
        template = /nowhere
        [gpg]
        program = /bin/false
        [status]
        showUntrackedFiles = no
        relativePaths = true
        renames = copies
        [i18n]
        commitEncoding = ISO-8859-1
        [diff]
        noprefix = true
        renames = copies
        [color]
        ui = always
        """
    )
    shutil.copytree(hooks, folder_of(server) / "hooks", dirs_exist_ok=True)
    decision(server)
    seat = desk_of(server)
    decide.approve_all(seat)
    signoff.sign_off(seat, key_of(server), ())
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Eve")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "yesterday")
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
    made = checkout.commit(server, ANA, "Año")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_DIR", "GIT_INDEX_FILE", "GIT_AUTHOR_NAME", "GIT_COMMITTER_DATE", "GIT_GLOB_PATHSPECS"):  # fmt: skip
        monkeypatch.delenv(name)

    assert last(server, "%H", "%an", "%s").split("\n") == [made, ANA.name, "Año"]
    for name in changed_in(server):
        stored = git(server, "rev-parse", f"HEAD:{name}")
        assert stored == git(server, "hash-object", "--no-filters", server.root / name)
    assert len(changed_in(server)) == 3
    assert not (tmp_path / "ran").exists()


def test_nothing_is_committed_where_no_branch_is(server):
    git(server, "checkout", "-q", "--detach")
    decision(server)
    before = last(server, "%H")

    with pytest.raises(CheckoutError, match="no branch is checked out"):
        checkout.commit(server, ANA, "x")
    assert last(server, "%H") == before
    found = checkout.standing(server)
    assert (found.is_clone, found.branch) == (True, "")
    assert "no branch is checked out" in found.why
    assert "no branch is checked out" in checkout.synchronise(server).why


def test_nothing_is_committed_in_the_middle_of_a_merge(server):
    git(server, "switch", "-q", "-c", "side")
    word(server, DRINK, "Beba.")
    git(server, "commit", "-q", "-a", "-m", "side")
    git(server, "switch", "-q", "main")
    word(server, DRINK, "Tome agua.")
    git(server, "commit", "-q", "-a", "-m", "main")
    git(server, "merge", "side", check=False)
    before = tree(server)

    with pytest.raises(CheckoutError, match="in the middle of a merge"):
        checkout.commit(server, ANA, "x")
    assert "in the middle of a merge" in checkout.standing(server).why
    assert tree(server) == before
    assert git(server, "diff", "--name-only", "--diff-filter=U") == CATALOG


def test_a_lock_that_is_a_persons_is_waited_for_and_never_removed(server, monkeypatch):
    monkeypatch.setattr("salerno.store.index._MOMENT", 0)
    lock = folder_of(server) / "index.lock"
    lock.write_bytes(b"")
    decision(server)

    with pytest.raises(
        CheckoutError, match=r"at work here with git; if nobody is, remove .*index\.lock"
    ):
        checkout.commit(server, ANA, "x")
    assert lock.exists()
    lock.unlink()
    assert checkout.commit(server, ANA, "x")
    check_sound(server)


def test_a_lock_of_ours_that_was_left_is_removed(server):
    clone = repositories.find(server.root)
    work = clone.own / "work-left"
    work.mkdir(parents=True)
    (work / "held").touch()
    os.link(work / "held", clone.folder / "index.lock")
    (work / "index.lock").touch()
    decision(server)

    assert checkout.commit(server, ANA, "x")
    check_sound(server)


def test_a_branch_that_a_killed_git_left_locked_is_freed_once_that_is_certain(server, monkeypatch):
    monkeypatch.setattr("salerno.store.refs._MOMENT", 0)
    lock = folder_of(server) / "refs/heads/main.lock"
    lock.touch()
    decision(server)

    with pytest.raises(CheckoutError, match=r"the branch cannot be moved: .*main\.lock"):
        checkout.commit(server, ANA, "x")
    os.utime(lock, (0, 0))
    assert checkout.commit(server, ANA, "y")
    assert subjects(server) == ["y", "A workspace"]
    check_sound(server)


@pytest.mark.parametrize("name", ["refs/heads/main", "HEAD"])
def test_a_branch_that_our_own_killed_git_left_locked_is_freed_at_once(server, monkeypatch, name):
    monkeypatch.setattr("salerno.store.refs._MOMENT", 0)
    decision(server)
    clone = repositories.find(server.root)
    head = clone.head()
    tree_id = commits.tree_of(clone, head.commit, [CATALOG, LEDGER])
    made = commits.commit_of(clone, tree_id, [head.commit], ANA, "x")
    note = {"ref": head.ref, "old": head.commit, "new": made}
    (clone.own / "move.json").write_text(json.dumps(note))
    (folder_of(server) / f"{name}.lock").touch()

    assert checkout.commit(server, ANA, "y") == ""
    assert git(server, "rev-parse", "HEAD") == made
    check_sound(server)


def test_what_was_left_half_merged_without_a_merge_is_not_committed(server):
    word(server, DRINK, "Beba.")
    git(server, "stash", "-q")
    word(server, DRINK, "Tome agua.")
    git(server, "commit", "-q", "-a", "-m", "main")
    git(server, "stash", "pop", check=False)

    with pytest.raises(CheckoutError, match="not settled"):
        checkout.commit(server, ANA, "x")


def test_who_commits_in_between_is_not_committed_over(server, monkeypatch):
    """`git commit` holds no lock while its editor is open, and moves the branch when that is closed."""
    decision(server)
    real = checkout.commits.commit_of
    left = ["theirs"]

    def commit_of(*arguments):
        if left:
            what = ("-p", "HEAD", "-m", left.pop(), "HEAD^{tree}")
            git(server, "update-ref", "HEAD", git(server, "commit-tree", *what))
        return real(*arguments)

    monkeypatch.setattr(checkout.commits, "commit_of", commit_of)
    checkout.commit(server, ANA, "ours")

    assert git(server, "log", "--format=%s") == "ours\ntheirs\nA workspace"
    check_sound(server)


def test_a_file_that_is_gone_for_a_moment_is_no_mistake(server, monkeypatch):
    path = server.catalog("fever", "es")
    word(server, DRINK, "Beba.")
    real = checkout.commits.tree_of
    left = [path.read_bytes()]

    def tree_of(*arguments):
        if not left:
            return real(*arguments)
        path.unlink()
        try:
            return real(*arguments)
        finally:
            path.write_bytes(left.pop())

    monkeypatch.setattr(checkout.commits, "tree_of", tree_of)

    assert checkout.commit(server, ANA, "x")
    assert "Beba." in git(server, "show", f"HEAD:{CATALOG}")


def test_what_a_killed_decision_had_begun_is_finished_first(server, monkeypatch):
    from salerno.pipeline import recording

    seat = desk_of(server)
    monkeypatch.setattr(recording.catalogs, "change", lambda *_: os.abort_here)
    with pytest.raises(AttributeError):
        decide.edit(seat, seat.entry(KEYS[DRINK]), ["Beba agua."])
    monkeypatch.undo()
    checkout.commit(server, ANA, "x")

    assert changed_in(server) == [CATALOG, LEDGER]
    assert targets(server)[DRINK] == "Beba agua."


def test_the_mode_of_files_is_left_as_it_is(server):
    path = server.catalog("fever", "es")
    path.chmod(0o640)
    decision(server)
    checkout.commit(server, ANA, "x")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert git(server, "ls-tree", "HEAD", CATALOG).startswith("100644 ")
