"""A command is killed at every moment at which it changes the disk, and the next one finds all in order."""

import random
import subprocess
import sys
import time
from dataclasses import replace
from itertools import count

import pytest

from kill_support import killed
from salerno import signing
from salerno.model import EventType, State
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from salerno.pipeline.pages import pages
from salerno.pipeline.verify import ground_of, verify
from salerno.store import catalogs, journal, ledger
from tests_support import PASSPHRASE, clinic, desk_of

KEY = "d81d7b7152e3"  # Drink water.
SEAT = ("fever", "-l", "es", "--as", "ana")
COMMANDS = {
    "approve": ("approve", *SEAT, "--all"),
    "edit": ("edit", *SEAT, "--unit", KEY, "--target", "Beba agua."),
    "reject": ("reject", *SEAT, "--unit", KEY, "--reason", "Colder."),
    "signoff": ("signoff", *SEAT),
    "withdraw": ("withdraw", *SEAT, "--reason", "A wrong dose."),
}


@pytest.fixture(autouse=True)
def passphrase(monkeypatch):
    monkeypatch.setenv("SALERNO_PASSPHRASE", PASSPHRASE)


@pytest.fixture
def ready(tmp_path):
    """Return a workspace in which the command has something to do, made anew at each call."""
    numbers = count()

    def make(command):
        workspace = clinic(tmp_path / str(next(numbers)))
        if command == "approve":
            path = workspace.catalog("fever", "es")
            catalog = catalogs.read(workspace, path)
            redrafted = [
                replace(entry, targets=(f"{entry.targets[0]}!",), fuzzy=True)
                for entry in catalog.entries
            ]
            catalogs.write(workspace, path, replace(catalog, entries=tuple(redrafted)))
        return workspace

    return make


def events_of(workspace):
    return ledger.read(workspace, workspace.ledger("fever", "es"))


def catalog_of(workspace):
    return catalogs.read(workspace, workspace.catalog("fever", "es"))


def check_all_or_nothing(before, workspace, command):
    """Insist that the catalog says what the ledger says, and that nothing older is lost."""
    events = events_of(workspace)
    new = events[len(before) :]

    assert events[: len(before)] == before
    content = next(contents(workspace, ["fever"]))
    states = {
        entry.unit.identity: (entry, decisions(workspace, "fever", "es").state(entry))
        for entry in entries(workspace, content, "es")
    }
    for event in new:
        if event.type in {EventType.APPROVE, EventType.EDIT, EventType.REJECT}:
            entry, state = states[event.unit]
            assert entry.targets == event.targets
            assert state is {"approve": State.APPROVED, "edit": State.TRANSLATED, "reject": State.REJECTED}[event.type]  # fmt: skip
    if not new and command == "edit":
        assert "Beba agua." not in workspace.catalog("fever", "es").read_text()
    if not new and command == "reject":
        assert "Colder." not in workspace.catalog("fever", "es").read_text()


def check_after(workspace, command, before, said, salerno):
    """Insist that the next command finds all in order and says what it found."""
    is_open = journal.is_open(workspace)
    found = salerno("-C", workspace.root, "status")

    assert found.status == 0
    assert ("a command was stopped" in found.err) is is_open
    assert list(verify_ledgers(workspace)) == []
    check_all_or_nothing(before, workspace, command)
    if said:
        assert len(events_of(workspace)) > len(before)
    again = salerno("-C", workspace.root, *COMMANDS[command])
    if again.status:
        assert command == "withdraw"
        assert "no edition of fever in es is signed" in again.err
    assert list(verify_ledgers(workspace)) == []
    pages(workspace)
    assert all(page.ok for page in verify(workspace.site, ground_of(workspace)))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_killed_at_any_moment_has_done_all_or_nothing(command, ready, salerno):
    for moment in count():
        workspace = ready(command)
        before = events_of(workspace)
        was_killed, said = killed(workspace, COMMANDS[command], moment)
        check_after(workspace, command, before, said, salerno)
        if not was_killed:
            break

    assert moment > 8


def test_a_ledger_that_is_cut_anywhere_in_an_append_keeps_the_events_before(ready, salerno):
    dice = random.Random(3)
    shares = [0.0, 1.0, *(dice.random() for _ in range(18))]
    workspace = ready("approve")
    moment = next(n for n in count() if _is_torn_by(ready("approve"), n))
    for share in shares:
        workspace = ready("approve")
        before = events_of(workspace)
        killed(workspace, COMMANDS["approve"], moment, share)
        check_after(workspace, "approve", before, "", salerno)


def _is_torn_by(workspace, moment):
    size = workspace.ledger("fever", "es").stat().st_size
    killed(workspace, COMMANDS["approve"], moment)
    return workspace.ledger("fever", "es").stat().st_size > size


def test_what_was_torn_is_kept_aside_and_told(ready, salerno):
    moment = next(n for n in count() if _is_torn_by(ready("approve"), n))
    workspace = ready("approve")
    killed(workspace, COMMANDS["approve"], moment, 0.4)
    told = salerno("-C", workspace.root, "queue").err
    aside = workspace.ledger("fever", "es").with_suffix(".torn")

    assert "a torn line was moved to locales/es/decisions/fever.torn" in told
    assert "1 had been recorded and were finished" in told
    assert aside.read_bytes().startswith(b'{"actor"')


def test_a_note_of_the_heads_that_was_cut_off_is_no_note(ready):
    workspace = ready("edit")
    note = workspace.root / ".salerno" / "cache" / "heads" / "es" / "decisions" / "fever.jsonl"
    heads = signing.heads(events_of(workspace))
    for size in range(0, note.stat().st_size, 7):
        note.write_bytes(note.read_bytes()[:size])
        (event,) = ledger.place(
            workspace, workspace.ledger("fever", "es"), [desk_of(workspace).event(EventType.EDIT)]
        )

        assert event.parents == heads


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("command", ["approve", "edit", "signoff"])
def test_a_process_that_is_killed_at_a_random_moment_has_done_all_or_nothing(
    command, ready, salerno
):
    dice = random.Random(command)
    arguments = [sys.executable, "-m", "salerno", "-C"]
    started = time.monotonic()
    subprocess.run(
        [*arguments, ready(command).root, *COMMANDS[command]], check=True, stdout=subprocess.DEVNULL
    )
    seconds = time.monotonic() - started
    for _ in range(34):
        workspace = ready(command)
        before = events_of(workspace)
        with workspace.root.with_suffix(".out").open("w+") as out:
            process = subprocess.Popen(
                [*arguments, workspace.root, *COMMANDS[command]],
                stdout=out,
                stderr=subprocess.DEVNULL,
            )
            try:
                process.wait(seconds * (0.5 + 0.6 * dice.random()))
            except subprocess.TimeoutExpired:
                process.kill()
            process.wait()
            said = out.seek(0) or out.read()
        check_after(workspace, command, before, said, salerno)
