"""Two clones of a workspace and the bare remote between them, all real."""

from __future__ import annotations

import atexit
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from salerno.pipeline import checkout, decide
from salerno.store import catalogs
from salerno.store import workspace as workspaces
from tests_support import clinic, desk_of

ANA = checkout.Author("Dr. Ana García", "ana@clinic.example")
CATALOG = "locales/es/LC_MESSAGES/fever.po"
LEDGER = "locales/es/decisions/fever.jsonl"
FEVER, REST, DRINK = "Fever", "Rest for 2 days.", "Drink water."
KEYS = {DRINK: "d81d7b7152e3", REST: "fddb179dba4c"}
NAME = ("-c", "user.name=Tom Translator", "-c", "user.email=tom@desk.example")


def git(folder, *arguments, given=None, check=True):
    """Run git as a person at a terminal would, and return what it printed."""
    root = folder if isinstance(folder, Path) else folder.root
    command = ["git", *NAME, "-C", str(root), *arguments]
    done = subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        check=False,
    )
    if check:
        assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@cache
def _pattern(prefix, articles):
    root = Path(tempfile.mkdtemp(prefix="salerno-checkout-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    server = root / "server"
    server.mkdir()
    git(server, "init", "-q", "-b", "main")
    here = server / prefix
    if prefix:
        (server / "README").write_text("A repository with more in it.\n")
        clinic(here, articles=articles)
    else:
        made = clinic(root / "made", articles=articles).root
        shutil.copytree(made, here, dirs_exist_ok=True)
    git(server, "add", "-A")
    git(server, "commit", "-q", "-m", "A workspace")
    git(root, "clone", "-q", "--bare", "server", "remote.git")
    git(server, "remote", "add", "origin", "../remote.git")
    git(server, "fetch", "-q")
    git(server, "branch", "-q", "--set-upstream-to=origin/main")
    git(root, "clone", "-q", "remote.git", "desk")
    git(root / "desk", "remote", "set-url", "origin", "../remote.git")
    shutil.copytree(here / ".salerno", root / "desk" / prefix / ".salerno")
    return root


def clones(folder, prefix="", articles=("fever",)):
    """Return the server's workspace and a translator's, with a bare remote between them."""
    shutil.copytree(_pattern(prefix, articles), folder, symlinks=True)
    for name in ("server", "desk"):
        git(folder / name, "update-index", "-q", "--refresh")
    return tuple(workspaces.find(folder / name / prefix) for name in ("server", "desk"))


def targets(workspace, article="fever", locale="es"):
    """Return the targets of a catalog, by source."""
    found = catalogs.read(workspace, workspace.catalog(article, locale)).entries
    return {entry.unit.source: entry.targets[0] for entry in found}


def word(workspace, source, target, article="fever", locale="es", **details):
    """Give an entry a wording in the catalog, as a PO editor does."""

    def changed(catalog):
        entries = [
            replace(entry, targets=(target,), **details) if entry.unit.source == source else entry
            for entry in catalog.entries
        ]
        return replace(catalog, entries=tuple(entries))

    catalogs.change(workspace, workspace.catalog(article, locale), changed)


def push(workspace, message="Words"):
    """Commit all there is and push it, as a translator does."""
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", message)
    git(workspace, "push", "-q")


def pull(workspace):
    """Bring a translator's clone to what the remote has, which must be a step forward."""
    git(workspace, "pull", "-q", "--ff-only")


def tree(workspace):
    """Return what is checked out below the workspace, but for what git ignores."""
    listed = git(workspace, "ls-files", "-co", "--exclude-standard", "-z").split("\0")
    files = {name: workspace.root / name for name in listed if name}
    return {name: path.read_bytes() for name, path in files.items() if path.is_file()}


def check_sound(workspace):
    """Insist that git finds nothing wrong, and that nothing of ours lies around in its folder."""
    git(workspace, "fsck", "--no-dangling")
    folder = Path(git(workspace, "rev-parse", "--absolute-git-dir"))
    left = [path.name for path in (folder / "salerno").glob("*")]
    assert set(left) <= {"lock"}, left
    assert not list(folder.rglob("*.lock"))
    lines = git(workspace, "status", "--porcelain", "--", "locales").splitlines()
    assert not [line for line in lines if re.match("[MADRCU]", line)], lines


def decision(workspace, source=DRINK, target="Beba agua."):
    seat = desk_of(workspace)
    decide.edit(seat, seat.entry(KEYS[source]), [target])
    return checkout.commit(workspace, ANA, "Decisions")


def bytes_of(workspace, name):
    return (workspace.root / name).read_bytes()


def subjects(workspace, *arguments):
    return git(workspace, "log", "--format=%s", *arguments).split("\n")


def refused(workspace, words):
    """Insist that nothing comes in, that words say why, and that the server can go on."""
    before = tree(workspace), git(workspace, "rev-parse", "HEAD")
    result = checkout.synchronise(workspace)

    assert re.search(words, result.why), result
    assert (result.came, result.went) == ((), 0)
    assert (tree(workspace), git(workspace, "rev-parse", "HEAD")) == before
    check_sound(workspace)
    word(workspace, DRINK, "Beba agua, por favor.")
    assert checkout.commit(workspace, ANA, "goes on")
    return result


def conflicting(workspace, what, sides=(checkout.Side.OURS, checkout.Side.THEIRS)):
    """Insist that nothing comes in until somebody settles one conflict, and return it."""
    before = tree(workspace), git(workspace, "rev-parse", "HEAD")
    result = checkout.synchronise(workspace)

    assert result.why == ""
    (found,) = result.conflicts
    assert re.search(what, found.what), found
    assert found.sides == tuple(sides)
    assert (result.came, result.went) == ((), 0)
    assert (tree(workspace), git(workspace, "rev-parse", "HEAD")) == before
    assert checkout.conflicts(workspace) == (found,)
    assert checkout.standing(workspace).waits
    check_sound(workspace)
    return found


def settled(workspace, conflict, side=None, *words):
    choice = checkout.Choice(conflict.id, side, words)
    result = checkout.settle(workspace, [choice], ANA)

    assert (result.why, result.conflicts) == ("", ())
    assert checkout.conflicts(workspace) == ()
    check_sound(workspace)
    return result


def clash(server, desk, here="Beba agua.", there="Tome agua."):
    decision(server, DRINK, here)
    word(desk, DRINK, there)
    push(desk)
