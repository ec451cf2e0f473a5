"""What git remembers of a workspace; git itself is asked, and only to read."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from salerno.errors import InputError, StorageError


def files_at(
    root: Path, revision: str, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted files of a workspace at a revision, as (name relative to root, content)."""
    commit = _commit(root, revision)
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", commit)
    for name in filter(wanted, os.fsdecode(listed).split("\0")):
        yield name, _git(root, "cat-file", "blob", f"{commit}:./{name}")


def day_of(root: Path, revision: str) -> str:
    """Return the day (YYYY-MM-DD, in UTC) on which a revision was committed."""
    seconds = _git(root, "show", "-s", "--format=%ct", _commit(root, revision))
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date().isoformat()


def _commit(root: Path, revision: str) -> str:
    if revision.startswith("-"):
        raise InputError(f"{revision!r} is no revision")
    found = _git(root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    return found.decode("ascii").strip()


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            # What a clone was told to show in place of a commit is not that commit.
            ["git", "--no-replace-objects", "-C", str(root), *arguments],  # noqa: S607 - the user's
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise StorageError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(
            f"git: {said[-1] if said else 'failed'}", help="is this a clone, with that revision?"
        )
    return done.stdout
