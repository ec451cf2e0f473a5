"""A server's clone, a translator's, and the bare remote between them: nothing of either is lost."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from checkout_support import (
    ANA,
    CATALOG,
    DRINK,
    FEVER,
    KEYS,
    LEDGER,
    REST,
    bytes_of,
    check_sound,
    clones,
    decision,
    git,
    pull,
    push,
    refused,
    settled,
    subjects,
    targets,
    tree,
    word,
)
from salerno import signing
from salerno.model import State
from salerno.pipeline import checkout, decide, signoff
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from salerno.pipeline.pages import pages
from salerno.pipeline.verify import ground_of, verify
from salerno.store import ledger, reviewers, worktree
from tests_support import desk_of, key_of, register, write


@pytest.fixture
def pair(tmp_path):
    return clones(tmp_path / "there")


# What comes and goes


def test_what_was_decided_goes_to_the_remote(pair):
    server, desk = pair
    made = decision(server)

    assert checkout.synchronise(server) == checkout.Synchronised(went=1)
    assert checkout.synchronise(server) == checkout.Synchronised()
    pull(desk)
    assert git(desk, "rev-parse", "HEAD") == made
    assert git(server, "rev-parse", "origin/main") == made
    assert checkout.standing(server).ahead == 0


def test_what_a_translator_pushed_comes_as_it_is(pair):
    server, desk = pair
    word(desk, DRINK, "Beba agua.")
    write(desk, "source/cough.md", "# Cough\n")
    (desk.root / "Makefile").unlink()
    push(desk)
    result = checkout.synchronise(server)

    assert result == checkout.Synchronised(came=("Makefile", CATALOG, "source/cough.md"))
    assert git(server, "rev-parse", "HEAD") == git(desk, "rev-parse", "HEAD")
    assert tree(server) == tree(desk)
    check_sound(server)


def test_what_both_did_at_once_becomes_one(pair):
    server, desk = pair
    decision(server, DRINK, "Beba agua.")
    word(desk, REST, "Descanse 2 días.", comment="Tom: as the ministry writes it")
    push(desk)
    result = checkout.synchronise(server)
    pull(desk)

    assert (result.came, result.went, result.conflicts) == ((CATALOG,), 2, ())
    assert targets(server) | {DRINK: "Beba agua.", REST: "Descanse 2 días."} == targets(server)
    assert b"as the ministry writes it" in bytes_of(server, CATALOG)
    assert tree(server) == tree(desk)
    assert git(server, "log", "-1", "--format=%an|%cn|%s") == "Salerno review server|Salerno review server|Merge origin/main"  # fmt: skip
    check_sound(server)


def test_decisions_of_both_are_united_and_stand(pair):
    server, desk = pair
    for workspace, source in ((server, DRINK), (desk, REST)):
        seat = desk_of(workspace)
        decide.edit(seat, seat.entry(KEYS[source]), [f"{source} · es"])
        decide.approve_all(seat)
    checkout.commit(server, ANA, "Server")
    push(desk)
    result = checkout.synchronise(server)
    events = ledger.read(server, server.ledger("fever", "es"))

    assert result.conflicts == ()
    assert len(signing.heads(events)) == 2
    assert list(verify_ledgers(server)) == []
    content = next(contents(server, ["fever"]))
    decided = decisions(server, "fever", "es")
    states = [decided.state(entry) for entry in entries(server, content, "es")]
    assert states == [State.APPROVED] * 3
    seat = desk_of(server)
    assert signoff.sign_off(seat, key_of(server), ()).event
    pages(server)
    assert all(page.ok for page in verify(server.site, ground_of(server)))


def test_a_sign_off_there_and_decisions_here_go_together(pair):
    server, desk = pair
    seat = desk_of(desk)
    decide.edit(seat, seat.entry(KEYS[DRINK]), ["Beba agua."])
    decide.approve_all(seat)
    signed = signoff.sign_off(seat, key_of(desk), ())
    push(desk)
    decide.comment(desk_of(server), desk_of(server).entry(KEYS[REST]), reason="Why 2?")
    checkout.commit(server, ANA, "Comment")
    result = checkout.synchronise(server)

    assert result.conflicts == ()
    assert any("editions" in name for name in result.came)
    assert signed.event in ledger.read(server, server.ledger("fever", "es"))
    assert list(verify_ledgers(server)) == []


def test_a_ledger_that_only_theirs_cut_short_is_whole_again(pair):
    server, desk = pair
    before = bytes_of(server, LEDGER)
    path = desk.ledger("fever", "es")
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-2]))
    push(desk)
    result = checkout.synchronise(server)
    pull(desk)

    assert result.conflicts == ()
    assert set(bytes_of(server, LEDGER).splitlines()) == set(before.splitlines())
    assert tree(server) == tree(desk)


def test_torn_lines_of_either_side_are_kept(pair):
    server, desk = pair
    for workspace, torn in ((server, b'{"type":"appr'), (desk, b'{"type":"rej\n')):
        path = workspace.ledger("fever", "es")
        path.write_bytes(path.read_bytes() + torn)
        path.with_suffix(".torn").write_bytes(b"both\n" + torn[:9] + b"\n")
    checkout.commit(server, ANA, "x")
    push(desk)
    result = checkout.synchronise(server)
    found = ledger.load(server, server.ledger("fever", "es"))

    assert result.conflicts == ()
    assert {piece.data for piece in found.torn} == {b'{"type":"appr', b'{"type":"rej'}
    assert len(found.events) == 7
    torn = server.ledger("fever", "es").with_suffix(".torn").read_bytes()
    assert sorted(torn.splitlines()) == [b"both", b'{"type":"']


def test_reviewers_of_both_are_there(pair):
    server, desk = pair
    register(server, "bo", "linguist")
    register(desk, "cleo", "clinician")
    checkout.commit(server, ANA, "Bo")
    push(desk)
    checkout.synchronise(server)

    assert set(reviewers.read(server)) == {"ana", "bo", "cleo"}
    check_sound(server)


def test_events_of_a_reviewer_who_came_along_count(pair):
    server, desk = pair
    register(desk, "cleo", "clinician", "linguist")
    seat = desk_of(desk, by="cleo")
    decide.edit(seat, seat.entry(KEYS[DRINK]), ["Beba agua."])
    decide.approve_all(seat)
    assert signoff.sign_off(seat, key_of(desk, "cleo"), ()).event
    push(desk)
    decision(server, REST, "Descanse 2 días.")

    assert checkout.synchronise(server).conflicts == ()
    assert list(verify_ledgers(server)) == []


def test_articles_that_both_changed_are_merged_by_git(pair):
    server, desk = pair
    long = "# Fever\n\nRest for 2 days.\n\nOne.\n\nTwo.\n\nThree.\n\nDrink water.\n"
    write(desk, "source/fever.md", long)
    push(desk)
    checkout.synchronise(server)
    write(server, "source/fever.md", long.replace("Rest", "Sleep"))
    git(server, "commit", "-q", "-a", "-m", "Sleep")
    write(desk, "source/fever.md", long.replace("water", "tea"))
    push(desk)
    result = checkout.synchronise(server)

    assert result.conflicts == ()
    text = bytes_of(server, "source/fever.md").decode()
    assert text == long.replace("Rest", "Sleep").replace("water", "tea")


def test_templates_are_nobodys_words(pair):
    server, desk = pair
    for workspace, name in ((server, "ours"), (desk, "theirs")):
        path = workspace.template("fever")
        path.write_text(path.read_text().replace("X-Source-Digest: ", f"X-Source-Digest: {name}"))
        git(workspace, "commit", "-q", "-a", "-m", name)
    git(desk, "push", "-q")

    assert checkout.synchronise(server).conflicts == ()
    assert "theirs" in server.template("fever").read_text()


def test_files_that_may_be_run_links_and_folders_in_place_of_files_come_too(pair):
    server, desk = pair
    write(desk, "tool.sh", "#!/bin/sh\n").chmod(0o755)
    (desk.root / "source/pictures").mkdir()
    write(desk, "source/pictures/a.svg", "<svg/>")
    (desk.root / "source/link.svg").symlink_to("pictures/a.svg")
    (desk.root / "Makefile").unlink()
    write(desk, "Makefile/deep", "x")
    push(desk)
    result = checkout.synchronise(server)

    assert result.conflicts == ()
    assert os.access(server.root / "tool.sh", os.X_OK)
    assert (server.root / "source/link.svg").readlink() == Path("pictures/a.svg")
    assert tree(server) == tree(desk)
    (desk.root / "source/link.svg").unlink()
    write(desk, "source/link.svg", "<svg>no link</svg>")
    (desk.root / "tool.sh").chmod(0o644)
    git(desk, "rm", "-q", "-r", "source/pictures")
    push(desk)
    checkout.synchronise(server)
    assert tree(server) == tree(desk)
    assert not os.access(server.root / "tool.sh", os.X_OK)
    assert not (server.root / "source/pictures").exists()
    check_sound(server)


def test_what_a_repository_has_around_a_workspace_comes_too(tmp_path):
    server, desk = clones(tmp_path / "there", "sites/clinic of  ä")
    write(desk, "../../README", "New.\n")
    word(desk, DRINK, "Beba agua.")
    push(desk)
    decision(server, REST, "Descanse 2 días.")
    result = checkout.synchronise(server)

    assert result.came == (CATALOG,)
    assert (server.root / "../../README").read_text() == "New.\n"
    assert targets(server)[DRINK] == "Beba agua."


def test_line_ends_are_those_that_the_repository_asks_for(pair):
    server, desk = pair
    path = server.catalog("fever", "es")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    git(server, "add", "-A")
    assert git(server, "status", "--porcelain") == ""
    word(desk, DRINK, "Beba agua.")
    push(desk)
    result = checkout.synchronise(server)

    assert result.came == (CATALOG,)
    assert targets(server)[DRINK] == "Beba agua."


def test_the_first_push_makes_the_branch(tmp_path, pair):
    server, _ = pair
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "empty.git")
    git(server, "remote", "add", "other", tmp_path / "empty.git")
    git(server, "config", "branch.main.remote", "other")
    decision(server)

    assert checkout.standing(server).remote == "other/main"
    assert checkout.standing(server).ahead == 2
    assert checkout.synchronise(server) == checkout.Synchronised(went=2)
    assert checkout.synchronise(server) == checkout.Synchronised()
    assert subjects(tmp_path / "empty.git", "main") == ["Decisions", "A workspace"]


# Why it cannot be done


def test_a_history_that_was_rewritten_is_refused(pair):
    server, desk = pair
    word(desk, DRINK, "Tome agua.")
    push(desk)
    checkout.synchronise(server)
    git(desk, "commit", "-q", "--amend", "-m", "rewritten")
    git(desk, "push", "-q", "--force")
    seen = git(server, "rev-parse", "--short=12", "HEAD")

    refused(server, f"history of origin/main was rewritten: {seen}")


def test_a_remote_that_was_taken_back_is_not_brought_forward_again(pair):
    server, desk = pair
    decision(server)
    checkout.synchronise(server)
    git(desk, "push", "-q", "--force", "origin", "HEAD:main")

    refused(server, "was rewritten")


def test_a_rewritten_history_that_somebody_fetched_by_hand_is_refused_too(pair):
    server, desk = pair
    word(desk, DRINK, "Tome agua.")
    push(desk)
    checkout.synchronise(server)
    git(desk, "commit", "-q", "--amend", "-m", "rewritten")
    git(desk, "push", "-q", "--force")
    git(server, "fetch", "-q")

    assert checkout.conflicts(server) == ()
    result = refused(server, "was rewritten")
    assert "docs/checkout.md" in result.why
    git(server, "reset", "-q", "--hard", "origin/main")
    git(server, "update-ref", "-d", "refs/salerno/seen/origin/main")
    assert checkout.synchronise(server).why == ""


def test_a_branch_that_is_gone_from_the_remote_is_told(pair):
    server, desk = pair
    checkout.synchronise(server)
    git(desk, "push", "-q", "origin", "HEAD:other")
    git(pair[0].root.parent / "remote.git", "update-ref", "-d", "refs/heads/main")

    refused(server, "was rewritten")


def test_a_remote_with_another_history_is_refused(tmp_path, pair):
    server, _ = pair
    git(tmp_path, "init", "-q", "-b", "main", "stranger")
    git(tmp_path / "stranger", "commit", "-q", "--allow-empty", "-m", "x")
    git(server, "remote", "add", "other", tmp_path / "stranger")
    git(server, "config", "branch.main.remote", "other")

    refused(server, "no history in common")


def test_a_remote_out_of_reach_is_told_in_plain_words(pair, tmp_path):
    server, _ = pair
    (tmp_path / "there/remote.git").rename(tmp_path / "away")

    refused(server, r"the remote is out of reach: .*remote\.git")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://ana:secret@127.0.0.1:1/x.git", "out of reach"),
        ("ssh://ana:secret@127.0.0.1:1/x.git", "out of reach"),
        ("nonsense://x", "cannot be used|out of reach"),
    ],
)
def test_no_password_is_told(pair, url, words):
    server, _ = pair
    git(server, "remote", "set-url", "origin", url)
    result = refused(server, words)

    assert "secret" not in result.why


def test_a_remote_that_asks_for_a_password_gets_none_and_nobody_is_asked(
    pair, tmp_path, monkeypatch
):
    server, _ = pair
    asked = tmp_path / "ssh"
    asked.write_text("#!/bin/sh\n(exec 3</dev/tty) 2>/dev/null && touch $0.terminal\n"
                     "echo 'ana@host: Permission denied (publickey,password).' >&2\nexit 255\n")  # fmt: skip
    asked.chmod(0o755)
    monkeypatch.setenv("GIT_SSH", str(asked))
    git(server, "remote", "set-url", "origin", "ssh://ana@host/x.git")

    refused(server, r"does not let this server in: .*Permission denied")
    assert not (tmp_path / "ssh.terminal").exists()


def test_a_remote_that_never_answers_is_given_up(pair, tmp_path, monkeypatch):
    server, _ = pair
    pid = tmp_path / "pid"
    slow = tmp_path / "ssh"
    slow.write_text(f"#!/bin/sh\necho $$ > {pid}\nexec sleep 600\n")
    slow.chmod(0o755)
    monkeypatch.setenv("GIT_SSH", str(slow))
    monkeypatch.setattr("salerno.store.remotes._LIMIT", 1)
    git(server, "remote", "set-url", "origin", "ssh://ana@host/x.git")

    refused(server, "git fetch gave no answer within 1 seconds")
    status = Path(f"/proc/{pid.read_text().strip()}/stat")
    assert not status.exists() or ") Z " in status.read_text()


def hook(pair, text):
    path = pair[0].root.parent / "remote.git/hooks/pre-receive"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_what_the_remote_says_when_it_refuses_is_told(pair):
    server, _ = pair
    hook(pair, "printf 'no pushes \\033[2Jon Sundays\\n' >&2; exit 1")
    decision(server)
    result = checkout.synchronise(server)

    assert "the remote refused what was pushed" in result.why
    assert r"no pushes \x1b[2Jon Sundays" in result.why
    assert git(server, "log", "-1", "--format=%s") == "Decisions"


def test_without_a_remote_that_is_told(pair):
    server, _ = pair
    git(server, "branch", "-q", "--unset-upstream")

    assert checkout.standing(server).remote == ""
    refused(server, r"no remote is set for the branch main; `git push -u REMOTE main`")


def test_a_file_that_somebody_is_at_work_on_is_in_the_way(pair):
    server, desk = pair
    write(server, "source/fever.md", "# Half a sentence that I am")
    write(desk, "source/fever.md", "# Fever\n\nNew.\n")
    word(desk, DRINK, "Tome agua.")
    push(desk)

    refused(server, r"changed here and not committed: source/fever\.md")
    git(server, "checkout", "-q", "source/fever.md")
    found = checkout.synchronise(server)
    assert found.conflicts
    settled(server, found.conflicts[0], checkout.Side.OURS)


@pytest.mark.parametrize("is_staged", [False, True])
def test_a_new_file_that_lies_in_the_way_is_not_written_over(pair, is_staged):
    server, desk = pair
    write(server, "source/cough.md", "# Mine\n")
    if is_staged:
        git(server, "add", "source/cough.md")
    write(desk, "source/cough.md", "# Theirs\n")
    push(desk)

    refused(server, r"not committed: source/cough\.md")
    assert (server.root / "source/cough.md").read_text() == "# Mine\n"


def test_a_folder_that_lies_in_the_way_is_not_removed(pair):
    server, desk = pair
    write(server, "notes/mine.txt", "mine")
    write(desk, "notes", "theirs")
    push(desk)

    refused(server, "not committed: notes")


def test_a_file_here_and_a_folder_there_are_for_a_person(pair):
    server, desk = pair
    write(server, "notes", "mine")
    git(server, "add", "notes")
    git(server, "commit", "-q", "-m", "mine")
    write(desk, "notes/theirs.txt", "theirs")
    push(desk)

    refused(server, "a folder on one side and a file on the other")


def test_decisions_that_are_not_committed_yet_are_not_in_the_way(pair):
    server, desk = pair
    word(server, DRINK, "Beba agua.")
    word(desk, REST, "Descanse 2 días.")
    push(desk)
    result = checkout.synchronise(server)

    assert (result.why, result.came, result.went) == ("", (CATALOG,), 2)
    assert targets(server) | {DRINK: "Beba agua.", REST: "Descanse 2 días."} == targets(server)
    assert "fever in es: Changes that no decision tells of" in subjects(server)
    check_sound(server)


def test_a_catalog_that_was_staged_and_taken_back_is_somebodys_to_unstage(pair):
    server, desk = pair
    before = bytes_of(server, CATALOG)
    word(server, DRINK, "Beba agua.")
    git(server, "add", CATALOG)
    (server.root / CATALOG).write_bytes(before)
    word(desk, REST, "Descanse 2 días.")
    push(desk)

    assert f"not committed: {CATALOG}" in checkout.synchronise(server).why
    assert "Beba agua." in git(server, "show", f":{CATALOG}")


def test_a_file_that_one_made_a_program_and_the_other_changed_is_both(pair):
    server, desk = pair
    text = "#!/bin/sh\n\necho 1\n\n\necho 2\n"
    write(desk, "tool.sh", text)
    push(desk)
    checkout.synchronise(server)
    write(server, "tool.sh", text.replace("1", "one"))
    git(server, "commit", "-q", "-a", "-m", "one")
    write(desk, "tool.sh", text.replace("2", "two")).chmod(0o755)
    push(desk)
    checkout.synchronise(server)

    assert bytes_of(server, "tool.sh").decode() == text.replace("1", "one").replace("2", "two")
    assert os.access(server.root / "tool.sh", os.X_OK)


def test_a_file_that_is_what_shall_come_is_not_in_the_way(pair):
    server, desk = pair
    for workspace in pair:
        write(workspace, "source/cough.md", "# Cough\n")
    push(desk)

    assert checkout.synchronise(server).came == ("source/cough.md",)
    assert git(server, "status", "--porcelain") == ""


# Others at work meanwhile


def test_who_saves_while_files_are_put_in_place_loses_nothing(pair, monkeypatch):
    server, desk = pair
    word(desk, REST, "Descanse 2 días.")
    write(desk, "source/cough.md", "# Cough\n")
    push(desk)
    path = server.catalog("fever", "es")
    word(server, DRINK, "Beba agua.")
    edited = path.read_bytes()
    git(server, "checkout", "-q", CATALOG)
    real, left = worktree.files.write_over, [edited]

    def write_over(at, *arguments, **options):
        if at == path and left:
            path.with_name("editor.tmp").write_bytes(left.pop())
            path.with_name("editor.tmp").replace(path)
        return real(at, *arguments, **options)

    monkeypatch.setattr(worktree.files, "write_over", write_over)
    result = checkout.synchronise(server)

    assert result.why == ""
    assert targets(server) | {DRINK: "Beba agua.", REST: "Descanse 2 días."} == targets(server)
    check_sound(server)


@pytest.mark.parametrize(
    ("name", "moment"),
    [("remove_over", 0), ("write_over", 0), ("write_over", 1), ("sync", 0)],
)
def test_a_disk_that_refuses_leaves_all_as_it_was(pair, monkeypatch, name, moment):
    """Two files are written, one is removed, and each brings its folder to the disk."""
    server, desk = pair
    word(desk, REST, "Descanse 2 días.")
    write(desk, "source/cough.md", "# Cough\n")
    (desk.root / "Makefile").unlink()
    push(desk)
    decision(server)
    before = tree(server), git(server, "rev-parse", "HEAD")
    real, count = getattr(worktree.files, name), iter(range(100))

    def refuse(path, *arguments, **options):
        is_put = name != "sync" or path.name == "source"
        if is_put and next(count) == moment:
            raise worktree.files.StorageError("No space left on device")
        return real(path, *arguments, **options)

    monkeypatch.setattr(worktree.files, name, refuse)
    result = checkout.synchronise(server)
    monkeypatch.undo()

    assert "No space left" in result.why
    assert (tree(server), git(server, "rev-parse", "HEAD")) == before
    assert checkout.synchronise(server).why == ""
    assert "Descanse 2 días." in targets(server).values()
    check_sound(server)


def test_locks_that_a_killed_git_left_on_what_it_fetched_are_removed(pair, monkeypatch):
    server, desk = pair
    monkeypatch.setattr("salerno.store.refs._MOMENT", 0)
    checkout.synchronise(server)
    word(desk, DRINK, "Beba agua.")
    push(desk)
    made = git(desk, "rev-parse", "HEAD")
    places = {"salerno/fetched/origin/main": "", "salerno/seen/origin/main": "", "remotes/origin/main": f"{made}\n"}  # fmt: skip
    for place, content in places.items():
        (server.root / f".git/refs/{place}.lock").write_text(content)

    assert checkout.synchronise(server).why == ""
    assert targets(server)[DRINK] == "Beba agua."
    check_sound(server)


def test_who_pushes_first_is_merged_and_not_written_over(pair, monkeypatch):
    server, desk = pair
    decision(server)
    real, left = checkout.remotes.push, ["Descanse 2 días.", "Repose 2 días."]

    def first(*arguments):
        if left:
            word(desk, REST, left.pop())
            push(desk)
        return real(*arguments)

    monkeypatch.setattr(checkout.remotes, "push", first)
    result = checkout.synchronise(server)
    pull(desk)

    assert (result.why, result.conflicts, result.went) == ("", (), 3)
    assert targets(server) | {DRINK: "Beba agua.", REST: "Descanse 2 días."} == targets(server)
    assert tree(server) == tree(desk)


def test_who_is_always_first_is_not_waited_for_without_end(pair, monkeypatch):
    server, desk = pair
    decision(server)
    real = checkout.remotes.push

    def first(*arguments):
        git(desk, "commit", "-q", "--allow-empty", "-m", "first")
        git(desk, "push", "-q")
        return real(*arguments)

    monkeypatch.setattr(checkout.remotes, "push", first)

    assert "time and again" in checkout.synchronise(server).why
    check_sound(server)


def test_nobody_waits_for_the_network(pair, tmp_path, monkeypatch):
    """While a remote is slow, decisions are recorded and committed."""
    server, _ = pair
    reached, go_on = threading.Event(), threading.Event()
    real = checkout.remotes.fetch

    def fetch(*arguments):
        reached.set()
        assert go_on.wait(60)
        return real(*arguments)

    monkeypatch.setattr(checkout.remotes, "fetch", fetch)
    found = []
    thread = threading.Thread(target=lambda: found.append(checkout.synchronise(server)))
    thread.start()
    assert reached.wait(60)
    made = decision(server)
    go_on.set()
    thread.join()

    assert made
    assert found == [checkout.Synchronised(went=1)]


WORKER = """
import sys
from pathlib import Path
from checkout_support import word
from salerno.pipeline import checkout
from salerno.store import workspace
place, source, who, rounds = sys.argv[1:]
here = workspace.find(Path(place))
for number in range(int(rounds)):
    with here.lock():
        word(here, source, f"{who} {number}")
    checkout.commit(here, checkout.Author(who, f"{who}@x"), f"{who} {number}")
    done = checkout.synchronise(here)
    assert not done.why and not done.conflicts, done
"""


def test_two_processes_and_a_translator_at_once_lose_nothing(pair):
    server, desk = pair
    command = [sys.executable, "-W", "error", "-c", WORKER, server.root]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    workers = [
        subprocess.Popen(
            [*command, source, who, "4"], env=environment, stderr=subprocess.PIPE, text=True
        )
        for source, who in ((DRINK, "ana"), (REST, "bo"))
    ]
    for number in range(6):
        word(desk, FEVER, f"tom {number}")
        git(desk, "commit", "-q", "-a", "-m", f"tom {number}")
        while subprocess.run(
            ["git", "-C", desk.root, "push", "-q"], capture_output=True, check=False
        ).returncode:
            git(desk, "fetch", "-q")
            git(desk, "-c", "merge.conflictStyle=merge", "rebase", "-q", "origin/main")
    for worker in workers:
        _, said = worker.communicate()
        assert worker.returncode == 0, said
    result = checkout.synchronise(server)

    assert (result.why, result.conflicts) == ("", ())
    assert targets(server) == {DRINK: "ana 3", REST: "bo 3", FEVER: "tom 5"}
    found = subjects(server)
    assert {f"tom {n}" for n in range(6)} <= set(found)
    check_sound(server)


def test_somebody_who_commits_by_hand_meanwhile_loses_nothing(pair):
    """Git's own lock keeps both apart; who comes second tries again."""
    server, _ = pair
    stop = threading.Event()
    made, failed = [], []

    def at_work():
        while not stop.is_set():
            number = len(made)
            write(server, f"notes/{number}.txt", str(number))
            git(server, "add", f"notes/{number}.txt", check=False)
            git(server, "commit", "-q", "-m", f"by hand {number}", check=False)
            is_made = f"by hand {number}" in git(server, "log", "--format=%s", "-n", "20")
            (made if is_made else failed).append(number)

    thread = threading.Thread(target=at_work)
    thread.start()
    try:
        for number in range(12):
            word(server, DRINK, f"Beba {number}.")
            assert checkout.commit(server, ANA, f"decision {number}")
    finally:
        stop.set()
        thread.join()
    subject = subjects(server)

    assert [each for each in subject if "decision" in each] == [
        f"decision {n}" for n in range(11, -1, -1)
    ]
    for number in made:
        assert git(server, "show", f"HEAD:notes/{number}.txt") == str(number)
    assert len(made) > 1
    assert (
        git(server, "show", f"HEAD:{CATALOG}") == server.catalog("fever", "es").read_text().strip()
    )
    check_sound(server)
