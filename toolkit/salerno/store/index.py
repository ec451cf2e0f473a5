"""The index that people use: held by git's own lock, changed on a copy, put in its place in one step."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from salerno.errors import CheckoutError
from salerno.store import files, git
from salerno.store.commits import index_info
from salerno.store.repository import WORK, Blob, Repository, Step

_PATIENCE = 40
_MOMENT = 0.05
"""Seconds; people's git holds the lock for far less than forty of these."""


class Index:
    """Keeps people's git from changing index, branch and work tree as long as it is held.

    The lock is a hard link of a file of ours: so what a killed process of ours left is told from theirs.
    """

    def __init__(self, repository: Repository) -> None:
        """Prepare to hold the index of a clone; the caller holds the clone's lock."""
        self._repository = repository
        self._real = repository.folder / "index"
        self._own = ExitStack()

    def __enter__(self) -> Self:
        """Take the lock, waiting a moment for it; raise CheckoutError if somebody keeps it."""
        with self._own:
            work = self._own.enter_context(self._repository.work())
            self._own.callback(release, self._repository)
            self._copy = work / "index"
            self._take(work / "held")
            self._draw()
            self._own = self._own.pop_all()
        return self

    def _take(self, held: Path) -> None:
        lock = _lock(self._repository)
        with files.disk(lock, "write"):
            held.touch()
            for left in range(_PATIENCE, -1, -1):
                with suppress(FileExistsError):
                    os.link(held, lock)
                    return
                if left:
                    time.sleep(_MOMENT)
        raise CheckoutError(
            "somebody is at work here with git", help=f"if nobody is, remove {lock}"
        )

    def _draw(self) -> None:
        """Copy the index; where there is none, it is as was committed."""
        if self._real.exists():
            with files.disk(self._real, "copy"):
                shutil.copy2(self._real, self._copy)
        else:
            self._run("read-tree", "HEAD")

    def entries(self) -> dict[str, Blob]:
        """Return what the index says of each path."""
        lines = self._run("ls-files", "--stage", "-z").split(b"\0")
        found = [line.partition(b"\t") for line in lines if line]
        return {
            os.fsdecode(path): Blob(*facts.decode("ascii").split(" ")[:2])
            for facts, _, path in found
        }

    def set(self, steps: Sequence[Step]) -> None:
        """Have the index say that the new content is there, and leave the rest as it is."""
        changes = {step.path: step.new for step in steps}
        self._run("update-index", "-z", "--index-info", given=index_info(changes))
        # Files get their times noted, so that git need not read them again; that some differ is no error.
        setting = {"GIT_INDEX_FILE": str(self._copy)}
        git.ask(self._repository.top, "update-index", "-q", "--refresh", setting=setting)

    def put(self) -> None:
        """Put the changed index in place, which gives the lock back."""
        fresh, lock = self._copy.with_name("fresh"), _lock(self._repository)
        with files.disk(self._real, "write"):
            with self._copy.open("rb") as copy:
                os.fsync(copy.fileno())
            os.link(self._copy, fresh)
            fresh.replace(lock)
            lock.replace(self._real)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the lock back; the index is as it was unless it was put in place."""
        self._own.close()

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        setting = {"GIT_INDEX_FILE": str(self._copy)}
        return git.run(self._repository.top, *arguments, given=given, setting=setting)


def release(repository: Repository) -> None:
    """Remove a lock on the index that is ours, and what else of ours is left; the caller holds the clone's lock."""
    lock = _lock(repository)
    with files.disk(lock, "remove"):
        for ours in repository.own.glob(f"{WORK}*/*"):
            with suppress(FileNotFoundError):
                if lock.samefile(ours):
                    lock.unlink()
        for folder in repository.own.glob(f"{WORK}*"):
            shutil.rmtree(folder, ignore_errors=True)
        for begun in repository.own.glob(".*.tmp"):
            begun.unlink(missing_ok=True)


def _lock(repository: Repository) -> Path:
    return repository.folder / "index.lock"
