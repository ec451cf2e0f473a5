"""A branch moved to a new commit, with index and work tree: in steps that a killed process leaves for the next.

The order is: a note of it, the work tree, the branch, the index; git's own lock on the index keeps out
whoever works there by hand. `recover` finishes what the note tells of.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

from salerno.errors import CheckoutError, InputError, InTheWayError, SalernoError
from salerno.store import clock, files, git, worktree
from salerno.store.index import Index, release
from salerno.store.repository import Head, Repository, Step

_STALE = 600
"""Seconds; git holds the lock on a branch for thousandths of one, so that this one is of a killed git."""


@dataclass(frozen=True, slots=True)
class Move:
    """A branch on its way from one commit to another."""

    ref: str
    old: str
    new: str
    with_files: bool = False
    """Whether the work tree goes along; else it holds the new content already."""


class _OvertakenError(Exception):
    """Somebody moved the branch first."""


def advance(repository: Repository, index: Index, move: Move) -> bool:
    """Move a branch; return False, with everything as it was, if somebody moved it first.

    Raises InTheWayError if files stand in the way. The caller holds the index and the clone's lock.
    """
    steps = repository.steps(move.old, move.new)
    if repository.head() != Head(move.old, move.ref):
        return False
    _begin(repository, move)
    try:
        _go(repository, move, steps, index)
    except (_OvertakenError, InTheWayError) as error:
        _end(repository)
        if isinstance(error, InTheWayError):
            raise
        return False
    index.put()
    _end(repository)
    return True


def check_idle(repository: Repository) -> None:
    """Raise CheckoutError if somebody is in the middle of a merge or the like."""
    if busy := repository.busy():
        raise CheckoutError(
            f"somebody is in the middle of {busy} here", help="`git status` says how to end it"
        )


def _go(repository: Repository, move: Move, steps: Sequence[Step], index: Index) -> None:
    files_too = (
        worktree.put(repository, steps, index.entries()) if move.with_files else nullcontext()
    )
    with files_too:
        index.set(steps)
        _move(repository, move)


def _move(repository: Repository, move: Move) -> None:
    arguments = ("update-ref", "-m", "salerno", move.ref, move.new, move.old)
    answer = git.ask(repository.top, *arguments)
    if answer.status and _unlocked(repository, move.ref):
        answer = git.ask(repository.top, *arguments)
    if answer.status and repository.commit(move.ref) != move.old:
        raise _OvertakenError
    if answer.status:
        raise CheckoutError(f"the branch cannot be moved: {answer.said}")


def _unlocked(repository: Repository, ref: str) -> bool:
    """Remove the locks on a branch that a killed git left; return whether there were any."""
    names = [part for name in (ref, "HEAD") for part in ("--git-path", f"{name}.lock")]
    out = git.run(repository.top, "rev-parse", *names)
    locks = [repository.top / name for name in out.decode("utf-8", "surrogateescape").splitlines()]
    stale = [lock for lock in locks if clock.age(lock) > _STALE]
    for lock in stale:
        lock.unlink(missing_ok=True)
    return bool(stale)


def _note(repository: Repository) -> Path:
    return repository.own / "move.json"


def _begin(repository: Repository, move: Move) -> None:
    files.write(_note(repository), json.dumps(asdict(move)).encode("ascii"))


def _end(repository: Repository) -> None:
    with files.disk(_note(repository), "remove"):
        _note(repository).unlink(missing_ok=True)


def _read(repository: Repository) -> Move | None:
    try:
        return Move(**json.loads(files.read_bytes(_note(repository))))
    except (SalernoError, ValueError, TypeError):
        return None


def recover(repository: Repository) -> bool:
    """Finish what a killed process began; return False if somebody has been at work on it since.

    Then the work tree may hold some of what it was to bring: whole files, each old or new or edited. The
    caller holds the clone's lock.
    """
    release(repository)
    move = _read(repository)
    is_done = move is None or _finished(repository, move)
    _end(repository)
    return is_done


def _finished(repository: Repository, move: Move) -> bool:
    with Index(repository) as index:
        try:
            head = repository.head()
            if head == Head(move.new, move.ref):
                index.set(repository.steps(move.old, move.new))
                index.put()
                return True
            return head != Head(move.old, move.ref) or advance(repository, index, move)
        except InTheWayError:
            return False
        except CheckoutError:
            raise
        except InputError:  # a power cut may leave a note of what never reached the disk
            return False
