"""What the machine does to us: killed processes, read-only and full disks, hostile links."""

import contextlib
import os
import signal
import subprocess
import sys
import time

import pytest

from salerno.errors import StorageError
from salerno.pipeline.build import build
from salerno.pipeline.extract import extract
from salerno.pipeline.update import update
from salerno.store import files
from tests_support import make_workspace, write

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
MANY = "\n\n".join(f"Take {n} tablets of {n * 5} mg every {n} hours." for n in range(400))


@pytest.fixture
def small_disk(tmp_path):
    """Mount a tmpfs of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def tree(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def without_cache(files_):
    return {path: data for path, data in files_.items() if ".salerno" not in path.parts}


@needs_root
def test_a_full_disk_leaves_what_was_there(small_disk, salerno):
    workspace = make_workspace(small_disk / "w", locales=("es",))
    write(workspace, "source/fever.md", MANY)
    extract(workspace)
    update(workspace)
    write(workspace, "source/fever.md", MANY.replace("every", "in"))
    extract(workspace)
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    before = without_cache(tree(workspace.root))
    result = salerno("-C", workspace.root, "update")

    assert result.status == 2
    assert "cannot write" in result.err
    assert "No space left on device" in result.err
    assert "Traceback" not in result.err
    assert without_cache(tree(workspace.root)) == before


@needs_root
def test_a_full_disk_under_the_ledger_costs_no_event(small_disk, salerno):
    workspace = make_workspace(small_disk / "w", locales=("es",))
    write(workspace, "source/fever.md", "Rest.\n")
    build(workspace)
    write(workspace, "source/fever.md", "Rest.\n\n" + MANY[:12000])
    extract(workspace)
    update(workspace)
    with (small_disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass
    ledger = workspace.ledger("fever", "es")
    before = ledger.read_bytes()
    result = salerno("-C", workspace.root, "draft")

    assert result.status == 2
    assert ledger.read_bytes() == before


@needs_root
def test_a_read_only_disk_is_told_and_nothing_changes(small_disk, salerno):
    workspace = make_workspace(small_disk / "w", locales=("es",))
    write(workspace, "source/fever.md", "Rest.\n")
    build(workspace)
    write(workspace, "source/fever.md", "Rest a lot.\n")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = tree(workspace.root)
    results = [salerno("-C", workspace.root, verb) for verb in ("extract", "build", "pages")]

    assert [result.status for result in results] == [2, 2, 2]
    assert all("Read-only file system" in result.err for result in results)
    assert salerno("-C", workspace.root, "status").status == 0
    assert tree(workspace.root) == before


def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(StorageError, match="cannot write"):
        files.write(tmp_path / "file" / "below.txt", b"x")


def test_after_a_kill_during_update_there_is_the_old_catalog_or_the_new_one(tmp_path):
    workspace = make_workspace(tmp_path / "w", locales=("es",))
    path = workspace.catalog("fever", "es")
    texts = [MANY, MANY.replace("every", "in")]
    whole = set()
    for text in texts:
        write(workspace, "source/fever.md", text)
        extract(workspace)
        update(workspace)
        whole.add(path.read_bytes())
    old, new = sorted(whole, key=lambda data: b" in " in data)
    code = "from salerno.cli import main; main()"
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "-c", code, "-C", workspace.root, "update"],
        check=True,
        capture_output=True,
    )
    seconds = time.monotonic() - started
    for attempt in range(12):
        path.write_bytes(old)
        process = subprocess.Popen(
            [sys.executable, "-c", code, "-C", workspace.root, "update"],
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds * (0.5 + attempt / 30))
        process.send_signal(signal.SIGKILL)
        process.wait()

        found = path.read_bytes()
        assert found in {old, new}


def test_what_a_kill_left_behind_is_no_article_and_no_catalog(workspace, salerno):
    write(workspace, "source/fever.md", "Rest.\n")
    write(workspace, "source/.fever.md.1a2b3c4d.tmp", "half")
    build(workspace)
    write(workspace, "locales/es/LC_MESSAGES/.fever.po.1a2b3c4d.tmp", "half")

    assert salerno("-C", workspace.root, "status").status == 0
