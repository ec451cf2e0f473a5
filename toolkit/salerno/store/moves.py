"""A branch moved to a new commit, with index and work tree: in steps that a killed process leaves for the next.

The order is: a note of it, the work tree, the branch, the index; git's own lock on the index keeps out
whoever works there by hand. `recover` finishes what the note tells of.
"""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

from salerno.errors import CheckoutError, InputError, InTheWayError, SalernoError
from salerno.store import files, worktree
from salerno.store.index import Index, release
from salerno.store.refs import set_ref
from salerno.store.repository import Head, Repository


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
    if repository.head() != Head(move.old, move.ref):
        return False
    check_idle(repository)
    _begin(repository, move)
    try:
        is_done = _advanced(repository, index, move)
    except CheckoutError:
        _end(repository)
        raise
    _end(repository)
    return is_done


def _advanced(repository: Repository, index: Index, move: Move, *, was_begun: bool = False) -> bool:
    steps = repository.steps(move.old, move.new)
    files_too = (
        worktree.put(repository, steps, index.entries()) if move.with_files else nullcontext()
    )
    try:
        with files_too:
            index.set(steps)
            _set(repository, move, was_begun=was_begun)
    except _OvertakenError:
        return False
    index.put()
    return True


def check_idle(repository: Repository) -> None:
    """Raise CheckoutError if somebody is in the middle of a merge or the like."""
    if busy := repository.busy():
        raise CheckoutError(
            f"somebody is in the middle of {busy} here", help="`git status` says how to end it"
        )


def _set(repository: Repository, move: Move, *, was_begun: bool) -> None:
    answer = set_ref(repository, move.ref, move.new, move.old, was_begun=was_begun)
    if answer.status and repository.commit(move.ref) != move.old:
        raise _OvertakenError
    if answer.status:
        raise CheckoutError(f"the branch cannot be moved: {answer.said}")


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
    try:
        with Index(repository) as index:
            # A git that outlived the process which started it may move the branch at this very moment.
            while (head := repository.head()) == Head(move.old, move.ref):
                if _advanced(repository, index, move, was_begun=True):
                    return True
            if head == Head(move.new, move.ref):
                index.set(repository.steps(move.old, move.new))
                index.put()
    except InTheWayError:
        return False
    except CheckoutError:
        raise  # somebody is at work with git: the note stays for the next call
    except InputError:  # a power cut may leave a note of what never reached the disk
        return False
    return True
