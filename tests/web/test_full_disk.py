"""The disk is full under a decision: it is refused and said, nothing is half-written, and later the same form works."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import io
import os
import re
import subprocess
from contextlib import contextmanager
from itertools import count

import pytest

from crowd_support import team
from salerno.pipeline import decide
from salerno.pipeline.build import build
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from salerno.store import catalogs, editions
from tests_support import PASSPHRASE, clinic, desk_of, write

SAID = {
    "approve": {},
    "mend": {"target": "Beba 2 l de agua."},
    "reject": {"reason": "Wrong dose.", "category": "accuracy", "severity": "major"},
    "comment": {"reason": "Say it in fewer words."},
}
MOST = 60
"""Writes of one decision; more would be a loop that does not end."""


class Disk:
    """A disk that is full from the n-th thing on that is written to a workspace, until there is room again."""

    def __init__(self, monkeypatch):
        self.left: float = float("inf")
        for name in ("fsync", "pwrite"):
            monkeypatch.setattr(os, name, self._needing_room(getattr(os, name)))
        monkeypatch.setattr(io, "open", self._opening(io.open))

    def _needing_room(self, function):
        def call(*arguments, **options):
            self._take()
            return function(*arguments, **options)

        return call

    def _opening(self, function):
        def call(file, mode="r", *arguments, **options):
            if set(mode) & {"x", "w"}:
                self._take()
            return function(file, mode, *arguments, **options)

        return call

    def _take(self):
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def disk(monkeypatch):
    return Disk(monkeypatch)


@pytest.fixture
def workspace(tmp_path):
    workspace = clinic(tmp_path / "clinic", ("es",))
    write(workspace, "source/fever.md", "# Fever\n\nRest for 2 days.\n\nDrink 2 l of water.\n")
    build(workspace)
    return workspace


@pytest.fixture
def ana(server):
    return server.logged_in("clinician", "linguist", reviewer="ana")


def kept(workspace):
    """Return what stands in catalogs, ledgers and editions, and no more."""
    paths = sorted(path for path in (workspace.root / "locales").rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in paths}


def entry(workspace):
    catalog = catalogs.read(workspace, workspace.catalog("fever", "es"))
    return next(e for e in catalog.entries if e.unit.source == "Drink 2 l of water.")


def events(workspace):
    return decisions(workspace, "fever", "es").history.events


@pytest.mark.parametrize("verb", SAID)
def test_a_decision_on_a_full_disk_is_made_later_or_not_at_all(ana, workspace, disk, verb):
    found, before = entry(workspace), kept(workspace)
    form = {
        "verb": verb,
        "digest": found.digest("fever", "es"),
        "seen": found.targets,
        **SAID[verb],
    }
    path = f"/review/es/fever/{found.unit.key}/decide/"
    had = len(events(workspace))
    for moment in count():
        assert moment < MOST
        disk.left = moment
        answer = ana.post(path, form)
        disk.left = float("inf")
        if answer.status_code == 302:
            break
        html = answer.content.decode()
        assert answer.status_code == 503
        assert "disk is full" in html
        assert all(said in html for name, said in form.items() if name in {"target", "reason"})
        after = kept(workspace)
        if (
            after != before
        ):  # all was written, only not brought to the disk: the next command ends it
            break
    is_late = answer.status_code == 503
    answer = ana.post(path, form) if is_late else answer

    assert moment > 3
    assert answer.status_code == 302
    new = [event.type for event in events(workspace)[had:]]
    assert new == (["edit", "approve"] if verb == "mend" else [verb])
    assert list(verify_ledgers(workspace)) == []


def test_a_signature_on_a_full_disk_is_given_later_or_not_at_all(ana, workspace, disk):
    seat = desk_of(workspace)
    decide.approve_as(seat, entry(workspace), ["Beba 2 l de agua."])
    form = {"meaning": ["linguistic-review", "medical-review"], "passphrase": PASSPHRASE}
    had, names = len(events(workspace)), set(editions.names(workspace, "fever", "es"))
    for moment in count():
        assert moment < MOST
        disk.left = moment
        answer = ana.post("/sign-off/es/fever/", form)
        disk.left = float("inf")
        if answer.status_code == 302:
            break
        assert answer.status_code == 503, re.findall("<li>.*", answer.content.decode())
        assert "disk is full" in answer.content.decode()
        assert len(events(workspace)) == had
        assert PASSPHRASE not in answer.content.decode()
    (signed,) = events(workspace)[had:]
    (fresh,) = set(editions.names(workspace, "fever", "es")) - names

    assert moment > 3
    assert signed.edition.startswith(fresh)
    assert editions.load(workspace, "fever", "es", signed.edition)
    assert list(verify_ledgers(workspace)) == []


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of a few megabytes."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", folder], check=False)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def filled(folder):
    """Leave no room on a disk."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    yield
    path.unlink()


async def refused_then_done(ana, workspace, disk):
    """Mend an entry while the disk is full, and again when it is not."""
    await ana.log_in()
    path, page = await ana.next_entry()
    form = {"verb": "mend", "digest": page.value("digest"), "target": "Beba 2 l de agua."}
    path = f"{path.partition('?')[0]}decide/"
    with filled(disk):
        before = kept(workspace)
        refused = [await ana.send(page, path, form) for _ in range(3)]
        assert kept(workspace) == before
    return refused, await ana.send(page, path, form), await ana.ask("GET", "/queue/")


def test_a_disk_that_is_full_under_ledger_and_database_loses_nothing(
    django_started, small_disk, tmp_path
):
    """With real workers, and all that the server writes on one real disk."""
    workspace = clinic(small_disk / "clinic", ("es",))
    write(workspace, "source/fever.md", "# Fever\n\nRest for 2 days.\n\nDrink 2 l of water.\n")
    build(workspace)
    with team(workspace, "", ["ana"], tmp_path) as running:
        told = asyncio.run(refused_then_done(*running.reviewers, workspace, small_disk))
    refused, done, queue = told

    assert {answer.status for answer in refused} == {503}
    assert all("disk is full" in answer.text for answer in refused)
    assert all("Beba 2 l de agua." in answer.text for answer in refused)
    assert (done.status, queue.status) == (302, 200)
    assert [event.type for event in events(workspace)[-2:]] == ["edit", "approve"]
    assert list(verify_ledgers(workspace)) == []
