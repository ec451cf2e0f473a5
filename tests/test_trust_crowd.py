"""Several processes at work on one workspace at once: nothing is lost, and nothing stands twice."""

import subprocess
import sys
from dataclasses import replace

import pytest

from salerno import signing
from salerno.errors import InputError
from salerno.model import EventType, State
from salerno.pipeline import decide
from salerno.pipeline.build import build
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from salerno.pipeline.verify import ground_of, verify
from salerno.store import catalogs, ledger
from tests_support import clinic, desk_of, make_workspace, register, write

WORKER = """
import sys
from pathlib import Path
from salerno.pipeline import decide
from salerno.store import workspace

folder, number, share = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
seat = decide.desk(workspace.find(folder), "fever", "es", "ana")
for entry in seat.entries()[number * share : (number + 1) * share]:
    key = entry.unit.key
    if int(key, 16) % 2:
        decide.approve(seat, [key])
    else:
        decide.comment(seat, entry, reason=f"seen by {number}")
"""
PROCESSES, SHARE = 4, 50


def at_once(*commands):
    """Run commands at the same time, and insist that all of them end well."""
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for command in commands
    ]
    for process in started:
        out, _ = process.communicate()
        assert process.returncode == 0, out


def salerno(workspace, *arguments):
    return [sys.executable, "-m", "salerno", "-C", str(workspace.root), *arguments]


@pytest.fixture
def crowded(tmp_path):
    """Return a workspace with an article of 200 drafts, at which four processes have worked."""
    workspace = make_workspace(tmp_path / "clinic", locales=("es",), engines=("pseudo",))
    write(workspace, "source/fever.md", "\n\n".join(f"Rest {n} days." for n in range(200)))
    build(workspace)
    register(workspace, "ana", "clinician", "linguist")
    worker = [sys.executable, "-c", WORKER, str(workspace.root)]
    at_once(*([*worker, str(number), str(SHARE)] for number in range(PROCESSES)))
    return workspace


def test_two_hundred_decisions_of_four_processes_are_all_there_and_once(crowded):
    events = ledger.read(crowded, crowded.ledger("fever", "es"))
    decided = [event for event in events if event.type is not EventType.DRAFT]

    assert len(decided) == PROCESSES * SHARE
    assert len({event.source for event in decided}) == PROCESSES * SHARE
    assert [event.parents for event in events[1:]] == [(event.id,) for event in events[:-1]]
    assert list(verify_ledgers(crowded)) == []

    decided = decisions(crowded, "fever", "es")
    content = next(contents(crowded, ["fever"]))
    for entry in entries(crowded, content, "es"):
        is_approved = int(entry.unit.key, 16) % 2
        assert decided.state(entry) is (State.APPROVED if is_approved else State.DRAFT)
        assert ("seen by" in entry.comment) is not bool(is_approved)


def test_what_a_translator_saved_after_it_was_shown_is_not_written_over(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    seat = desk_of(workspace)
    seen = seat.entries()[2]
    path = workspace.catalog("fever", "es")
    path.write_text(path.read_text().replace(seen.targets[0], "Beba agua."))
    saved, events = path.read_bytes(), workspace.ledger("fever", "es").read_bytes()
    for act in (
        lambda: decide.approve_entries(seat, [seen]),
        lambda: decide.edit(seat, seen, ["Tome agua."]),
        lambda: decide.reject(seat, seen, reason="No.", category="accuracy", severity="major"),
    ):
        with pytest.raises(InputError, match="was changed since it was shown"):
            act()

    assert path.read_bytes() == saved
    assert workspace.ledger("fever", "es").read_bytes() == events


def test_what_a_translator_saves_elsewhere_in_the_file_stays(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    seat = desk_of(workspace)
    seen = seat.entries()[2]
    path = workspace.catalog("fever", "es")
    path.write_text(path.read_text().replace(seat.entries()[0].targets[0], "Fiebre"))
    decide.edit(seat, seen, ["Beba agua."])

    assert [entry.targets[0] for entry in seat.entries()][::2] == ["Fiebre", "Beba agua."]


def test_somebody_who_saves_while_an_event_is_written_keeps_their_words(tmp_path, monkeypatch):
    workspace = clinic(tmp_path / "clinic")
    seat = desk_of(workspace)
    path = workspace.catalog("fever", "es")
    first, _, last = seat.entries()
    append = ledger.append

    def save_meanwhile(*arguments):
        path.write_text(path.read_text().replace(first.targets[0], "Fiebre"))
        return append(*arguments)

    monkeypatch.setattr(ledger, "append", save_meanwhile)
    decide.edit(seat, last, ["Beba agua."])

    assert [entry.targets[0] for entry in seat.entries()][::2] == ["Fiebre", "Beba agua."]


def test_two_builds_at_once_leave_one_workspace_that_holds(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    write(workspace, "source/cough.md", "# Cough\n\nRest.\n\nDrink tea.\n")
    write(workspace, "source/fever.md", "# Fever\n\nRest for 3 days.\n\nDrink water.\n")
    at_once(*[salerno(workspace, "build")] * 2)
    drafts = ledger.read(workspace, workspace.ledger("cough", "es"))

    assert len(drafts) == 3
    assert list(verify_ledgers(workspace)) == []
    assert all(page.ok for page in verify(workspace.site, ground_of(workspace)))
    assert not list(workspace.root.rglob("*.tmp"))


def test_pages_built_at_once_with_a_removed_article_do_not_fall_over_each_other(tmp_path):
    workspace = clinic(tmp_path / "clinic", articles=("fever", "cough"))
    (workspace.source / "cough.md").unlink()
    at_once(*[salerno(workspace, "pages")] * 3)

    assert not (workspace.site / "es" / "cough").exists()
    assert (workspace.site / "es" / "fever" / "index.html").exists()


def test_decisions_and_builds_at_once_lose_nothing(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    keys = [entry.unit.key for entry in desk_of(workspace).entries()]
    as_ana = ("fever", "-l", "es", "--as", "ana")
    at_once(
        *(salerno(workspace, "comment", *as_ana, "--unit", key, "--reason", key) for key in keys),
        salerno(workspace, "build"),
        salerno(workspace, "update"),
    )
    events = ledger.read(workspace, workspace.ledger("fever", "es"))

    assert sorted(event.reason for event in events[-3:]) == sorted(keys)
    assert [entry.comment.partition(": ")[2] for entry in desk_of(workspace).entries()] == keys


def test_an_event_that_was_written_meanwhile_is_a_parent(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    first, second = desk_of(workspace), desk_of(workspace)
    one = decide.comment(first, first.entries()[0], reason="One.")
    two = decide.comment(second, second.entries()[1], reason="Two.")

    assert two.parents == (one.id,)


def test_a_sign_off_sees_a_reject_that_came_while_the_passphrase_was_typed(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    seat, other = desk_of(workspace), desk_of(workspace)
    decide.reject(other, other.entries()[2], reason="No.", category="accuracy", severity="major")

    from salerno.pipeline.signoff import sign_off
    from tests_support import key_of

    done = sign_off(seat, key_of(workspace))

    assert done.event is None
    assert "is rejected" in done.reasons[0]


def test_a_line_that_a_merge_left_twice_is_one_event(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    path = workspace.ledger("fever", "es")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines, lines[2]]))

    assert len(ledger.read(workspace, path)) == len(lines)
    assert list(verify_ledgers(workspace)) == []


def test_one_event_with_two_signatures_is_no_ledger(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    path = workspace.ledger("fever", "es")
    event = ledger.read(workspace, path)[-1]
    path.write_bytes(path.read_bytes() + signing.line_of(replace(event, signature=None)))

    assert "an event stands in it twice" in {flaw.what for flaw in verify_ledgers(workspace)}


def test_an_entry_that_somebody_marks_fuzzy_after_its_approval_is_a_draft_again(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    path = workspace.catalog("fever", "es")
    catalog = catalogs.read(workspace, path)
    doubted = [replace(entry, fuzzy=True) for entry in catalog.entries]
    catalogs.write(workspace, path, replace(catalog, entries=tuple(doubted)))
    seat = desk_of(workspace)

    assert {seat.decisions().state(entry) for entry in seat.entries()} == {State.DRAFT}
