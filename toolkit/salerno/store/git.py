"""What git remembers of a workspace; git itself is asked, and only to read."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from salerno.errors import InputError, StorageError


def files_at(root: Path, revision: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files below a folder at a revision, as (name relative to root, content)."""
    if revision.startswith("-"):
        raise InputError(f"{revision!r} is no revision")
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", revision, "--", folder)
    for name in filter(None, listed.decode("utf-8").split("\0")):
        yield name, _git(root, "cat-file", "blob", f"{revision}:./{name}")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the user's own git
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
