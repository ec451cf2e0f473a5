"""`pages` is killed, meets another of its kind or a disk that refuses: the site is the old one or the new one."""

import os
import random
import re
import shutil
import subprocess
import sys
import time
from itertools import count

import pytest

from kill_support import killed
from salerno.pipeline import signoff
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.pipeline.verify import ground_of, verify
from salerno.store import files
from salerno.store import workspace as workspaces
from salerno.store.tree import Tree
from tests_support import clinic, desk_of, key_of, sign, write

MANY = 120
"""Articles; of so many files not each one is forced to the disk by itself."""
OWN = {"site/own.html": "<p>Our own page", "site/es/fever/own.png": "own", "preview/own.txt": "own"}
"""Files of somebody else, that stay."""

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")


def held(folder):
    """Return what is in a folder, None if there is none."""
    if not folder.exists():
        return None
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def output(workspace):
    return held(workspace.site), held(workspace.preview)


def left(workspace):
    """Return the names of what no one but a command that was killed can have left."""
    return {path.name for path in workspace.site.parent.iterdir()} - {"site", "preview"}


class Changed:
    """A workspace in which there is something to unpublish, to change and to add, what it was, what it will be."""

    def __init__(self, folder, articles=0):
        self.root = folder / "clinic"
        self._folder = folder
        self._numbers = count()
        workspace = clinic(self.root, articles=("fever", "cough"))
        for name, text in OWN.items():
            write(workspace, f"output/{name}", text)
        self.old = output(workspace)
        signoff.withdraw(desk_of(workspace, "cough"), reason="No.", key=key_of(workspace))
        (workspace.source / "dose.png").write_bytes(b"dose")
        text = (workspace.source / "fever.md").read_text("utf-8")
        write(workspace, "source/fever.md", f"{text}\n![A dose](dose.png)\n")
        write(workspace, "source/cold.md", "# Cold\n\nRest.\n")
        for number in range(articles):
            write(workspace, f"source/text-{number}.md", f"# Text {number}\n")
        kept = shutil.copytree(workspace.root / "output", folder / "output")
        build(workspace)
        sign(workspace)
        shutil.rmtree(workspace.root / "output")
        kept.rename(workspace.root / "output")
        assert output(workspace) == self.old
        built = self.copy()
        pages(built)
        self.new = output(built)
        assert all(one != other for one, other in zip(self.old, self.new, strict=True))

    def copy(self):
        """Return the workspace as it was before `pages`, in a folder of its own."""
        root = self._folder / str(next(self._numbers))
        shutil.copytree(self.root, root)
        return workspaces.find(root)


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    return Changed(tmp_path_factory.mktemp("kills"))


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return Changed(tmp_path_factory.mktemp("many"), MANY)


def check_next(changed, workspace):
    """Insist that the next run makes all of it new, and cleans up."""
    pages(workspace)

    assert output(workspace) == changed.new
    assert left(workspace) == set()


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("can_swap", [True, False])
def test_pages_that_are_killed_at_any_moment_leave_the_old_site_or_the_new(
    changed, monkeypatch, can_swap
):
    if not can_swap:
        monkeypatch.setattr(files, "exchange", lambda *_: False)
    seen = set()
    for moment in count():
        workspace = changed.copy()
        was_killed, _ = killed(workspace, ["pages"], moment)
        state = []
        for found, old, new in zip(output(workspace), changed.old, changed.new, strict=True):
            assert found in (old, new) or (found is None and not can_swap)
            state.append("old" if found == old else "new" if found == new else "none")
        seen.add(tuple(state))
        check_next(changed, workspace)
        shutil.rmtree(workspace.root)
        if not was_killed:
            break

    assert moment > 50
    assert {("old", "old"), ("new", "old"), ("new", "new")} <= seen


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_pages_that_are_killed_at_a_random_moment_leave_the_old_site_or_the_new(large):
    dice = random.Random(4)
    command = [sys.executable, "-m", "salerno", "-C"]
    workspace = large.copy()
    started = time.monotonic()
    subprocess.run([*command, workspace.root, "pages"], check=True, capture_output=True)
    seconds = time.monotonic() - started
    assert output(workspace) == large.new
    for _ in range(36):
        workspace = large.copy()
        process = subprocess.Popen(
            [*command, workspace.root, "pages"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(seconds * (0.5 + 0.6 * dice.random()))
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait()

        for found, old, new in zip(output(workspace), large.old, large.new, strict=True):
            assert found in (old, new)
        check_next(large, workspace)
        shutil.rmtree(workspace.root)


def test_what_a_killed_run_left_goes_though_there_is_nothing_to_do(changed):
    workspace = changed.copy()
    pages(workspace)
    write(workspace, "output/.site.0a1b2c3d.new/en/index.html", "old")
    write(workspace, "output/.site.0a1b2c3d.old/en/index.html", "old")

    assert pages(workspace).changed == 0
    assert left(workspace) == set()


def test_a_site_that_was_put_aside_by_a_killed_run_is_put_back(changed):
    workspace = changed.copy()
    workspace.site.rename(workspace.site.with_name(".site.0a1b2c3d.old"))
    check_next(changed, workspace)


def test_an_image_that_a_killed_run_had_written_goes_with_its_page(changed, monkeypatch):
    workspace = changed.copy()
    commit = Tree.commit

    def stopped(tree, may_go):
        if tree.name == "preview":
            raise KeyboardInterrupt
        return commit(tree, may_go)

    monkeypatch.setattr(Tree, "commit", stopped)
    with pytest.raises(KeyboardInterrupt):
        pages(workspace)
    monkeypatch.setattr(Tree, "commit", commit)
    assert (workspace.site / "es/fever/dose.png").exists()
    signoff.withdraw(desk_of(workspace), reason="No.", key=key_of(workspace))
    pages(workspace)

    assert sorted(path.name for path in (workspace.site / "es/fever").iterdir()) == [
        "index.html",
        "own.png",
    ]
    write(workspace, "output/site/es/fever/dose.png", "mine by now")
    pages(workspace)
    assert (workspace.site / "es/fever/dose.png").exists()


def test_output_may_be_links_to_folders_of_any_name(changed, tmp_path, salerno):
    workspace = changed.copy()
    for folder in (workspace.site, workspace.preview):
        shutil.copytree(folder, tmp_path / folder.name / "html")
        shutil.rmtree(folder)
        folder.symlink_to(tmp_path / folder.name / "html")
    result = salerno("-C", workspace.root, "pages")

    assert result.status == 0
    assert "published output/site/es/fever/index.html\n" in result.out
    assert output(workspace) == changed.new
    assert workspace.site.is_symlink()
    assert pages(workspace).changed == 0
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["html"]


def test_several_pages_at_once_do_not_harm_each_other(changed):
    workspace = changed.copy()
    command = [sys.executable, "-m", "salerno", "-C", str(workspace.root), "pages"]
    started = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in started:
        _, said = process.communicate()
        assert process.returncode == 0, said

    assert output(workspace) == changed.new
    assert left(workspace) == set()
    assert all(page.ok for page in verify(workspace.site, ground_of(workspace)))


def test_a_swap_that_fails_half_way_puts_the_old_folder_back(tmp_path, monkeypatch):
    write_in = tmp_path / "site"
    write_in.mkdir()
    (write_in / "own.txt").write_text("own")
    rename, calls = os.rename, []

    def failing(one, other):
        calls.append(one)
        if len(calls) == 2:
            raise OSError(5, "Input/output error")
        rename(one, other)

    monkeypatch.setattr(files, "exchange", lambda *_: False)
    monkeypatch.setattr(os, "rename", failing)
    tree = Tree(write_in)
    tree.put("new.html", b"new")
    with pytest.raises(Exception, match="Input/output error"):
        tree.commit(lambda _: True)

    assert held(write_in) == {"own.txt": b"own"}
    assert list(tmp_path.iterdir()) == [write_in]


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], check=False)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@needs_root
@pytest.mark.parametrize("room", [0, 8, 64, 200])
def test_a_full_disk_is_told_and_costs_nothing(large, small_disk, salerno, room):
    workspace = large.copy()
    shutil.copytree(workspace.root / "output", small_disk / "output")
    shutil.rmtree(workspace.root / "output")
    (workspace.root / "output").symlink_to(small_disk / "output")
    with (small_disk / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            filler.truncate(filler.tell() - room * 4096)
    result = salerno("-C", workspace.root, "pages")

    assert (result.status, result.out) == (2, "")
    assert re.fullmatch(
        r"salerno: cannot write .*/output/(site|preview): No space left on device\n", result.err
    )
    assert output(workspace) == large.old
    assert left(workspace) == set()
    (small_disk / "filler").unlink()
    check_next(large, workspace)


@needs_root
def test_a_folder_that_cannot_be_written_is_told_and_stays(changed, small_disk, salerno):
    workspace = changed.copy()
    shutil.copytree(workspace.root / "output", small_disk / "output")
    shutil.rmtree(workspace.root / "output")
    (workspace.root / "output").symlink_to(small_disk / "output")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    result = salerno("-C", workspace.root, "pages")

    assert result.status == 2
    assert re.search(r"/output/(site|preview): Read-only file system", result.err)
    assert output(workspace) == changed.old
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    check_next(changed, workspace)


@pytest.mark.parametrize("name", ["output", "output/site", "output/preview"])
def test_a_file_in_the_place_of_a_folder_is_told(changed, salerno, name):
    workspace = changed.copy()
    shutil.rmtree(workspace.root / name)
    (workspace.root / name).write_text("mine")
    result = salerno("-C", workspace.root, "pages")

    assert (result.status, result.out) == (2, "")
    assert "salerno: cannot write " in result.err
    assert "Traceback" not in result.err
    assert (workspace.root / name).read_text() == "mine"
