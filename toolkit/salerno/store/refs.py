"""Refs set to commits, past the locks that a killed git left on them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from salerno.store import clock, files, git
from salerno.store.git import Answer
from salerno.store.repository import Repository

OURS = "refs/salerno/"
"""What no other program has a hand in."""
_PATIENCE = 20
_MOMENT = 0.05
"""Seconds; git holds the lock on a ref for thousandths of one."""
_STALE = 600
"""Seconds; a lock as old as that is a killed git's, whoever started it."""


def set_ref(
    repository: Repository, ref: str, new: str, old: str = "", *, was_begun: bool = False
) -> Answer:
    """Have a ref stand at a commit, if it stands at `old` where that is given; return git's answer.

    `was_begun` says that a process of ours was killed at just this: then a lock that stays is its own.
    """
    arguments = ("update-ref", "-m", "salerno", ref, new, *([old] if old else []))
    for left in range(_PATIENCE, -1, -1):
        answer = git.ask(repository.top, *arguments)
        if not answer.status or ".lock" not in answer.err:
            return answer
        if left:
            time.sleep(_MOMENT)
    stale = [lock for lock in _locks(repository, ref) if _is_stale(lock, ref, new) or was_begun]
    _remove(stale)
    return git.ask(repository.top, *arguments) if stale else answer


def free(repository: Repository, ref: str) -> None:
    """Remove a lock from a ref of ours, if it stays: who works on such a ref holds a lock that we hold now."""
    for lock in _locks(repository, ref):
        for _ in range(_PATIENCE):
            if not lock.exists():
                break
            time.sleep(_MOMENT)
        _remove([lock])


def _locks(repository: Repository, ref: str) -> Iterator[Path]:
    """Yield the locks there are on a ref; with a branch git locks what is checked out too."""
    names = (ref,) if ref.startswith(OURS) else (ref, "HEAD")
    asked = [part for name in names for part in ("--git-path", f"{name}.lock")]
    out = git.run(repository.top, "rev-parse", *asked)
    for name in out.decode("utf-8", "surrogateescape").splitlines():
        if (repository.top / name).exists():
            yield repository.top / name


def _is_stale(lock: Path, ref: str, new: str) -> bool:
    """Return whether a lock that stays is a killed git's: old, or with our very commit in it."""
    is_ours = ref.startswith(OURS) or files.find_bytes(lock) == f"{new}\n".encode("ascii")
    return is_ours or clock.age(lock) > _STALE


def _remove(locks: list[Path]) -> None:
    for lock in locks:
        with files.disk(lock, "remove"):
            lock.unlink(missing_ok=True)
