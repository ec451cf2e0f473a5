"""Files of the work tree brought from one commit's content to another's: all of them, or none.

What somebody changed and did not commit is never written over: it stands in the way.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from salerno.errors import InTheWayError
from salerno.store import files, git
from salerno.store.repository import Blob, Repository, Step

_LINK, _EXECUTABLE, _MODULE = "120000", "100755", "160000"
_FEW = 100
"""Files; beyond that it is quicker to have the system write down all that it has."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What a file holds; of a link, where it leads."""

    data: bytes
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """A file that is to be brought from what it holds to something else; None is no file."""

    step: Step
    before: _Content | None
    after: _Content | None


@contextmanager
def put(
    repository: Repository, steps: Sequence[Step], entries: Mapping[str, Blob]
) -> Iterator[None]:
    """Bring files to their new content, and back to what they were if what follows fails.

    `entries` is what the index says. Raises InTheWayError, before anything is written, if a file is
    neither as it was committed nor as it shall be.
    """
    ours = [step for step in steps if _MODULE not in {blob.mode for blob in _blobs(step)}]
    # What goes makes room first. Names that begin later come earlier: a ledger may name an edition, and an
    # edition stands behind it.
    ours.sort(key=lambda step: (step.new is None, step.path), reverse=True)
    if blocked := [step.path for step in ours if not _is_free(repository, step, entries)]:
        raise InTheWayError(blocked)
    _check(repository, ours)
    begun: list[_Change] = []
    try:
        for step, change in zip(ours, _changes(repository, ours), strict=True):
            if change:
                begun.append(change)
            _make(repository.top, step, change, at_once=len(ours) <= _FEW)
        if len(ours) > _FEW:
            os.sync()
        yield
    except BaseException:
        for change in reversed(begun):
            _take_back(repository.top, change)
        raise


def _take_back(top: Path, change: _Change) -> None:
    """Bring a file back to what it held; one that somebody changed since stays."""
    if change.before != change.after and _content(top / change.step.path) == change.after:
        back = Step(change.step.path, change.step.new, change.step.old)
        _made(top, _Change(back, change.after, change.before))


def _blobs(step: Step) -> list[Blob]:
    return [blob for blob in (step.old, step.new) if blob]


def _is_free(repository: Repository, step: Step, entries: Mapping[str, Blob]) -> bool:
    """Return whether nobody staged anything at a path, and no link leads away from it."""
    parent = (repository.top / step.path).parent
    return entries.get(step.path) in {step.old, step.new} and os.path.realpath(parent) == str(
        parent
    )


def _check(repository: Repository, steps: Sequence[Step]) -> None:
    changes = zip(steps, _changes(repository, steps), strict=True)
    if blocked := [step.path for step, change in changes if change is None]:
        raise InTheWayError(blocked)


def _changes(repository: Repository, steps: Sequence[Step]) -> Iterator[_Change | None]:
    """Yield what is to be done for each step, None for one whose file holds something else."""
    wanted = [f"{blob.id} {step.path}" for step in steps for blob in _blobs(step)]
    contents = git.blobs(repository.top, wanted, filtered=True)
    for step in steps:
        old, new = (
            _Content(next(contents), blob.mode == _LINK) if blob else None
            for blob in (step.old, step.new)
        )
        there = _content(repository.top / step.path)
        is_known = there in (old, new) or _is_same(repository, step, there)
        yield _Change(step, there, new) if is_known else None


def _content(path: Path) -> _Content | None:
    """Return what stands at a path; a folder holds what no file does."""
    with files.disk(path, "read"):
        try:
            mode = path.lstat().st_mode
            if stat.S_ISLNK(mode):
                return _Content(os.fsencode(path.readlink()), is_link=True)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return _Content(
            path.read_bytes() if stat.S_ISREG(mode) else b"\0folder", not stat.S_ISREG(mode)
        )


def _is_same(repository: Repository, step: Step, there: _Content | None) -> bool:
    """Return whether a file is what was committed, once git has brought its line ends in order."""
    if there is None or there.is_link or step.old is None:
        return False
    options = (f"--path={step.path}", "--stdin")
    found = git.run(repository.top, "hash-object", *options, given=there.data)
    return found.decode("ascii").strip() == step.old.id


def _make(top: Path, step: Step, change: _Change | None, *, at_once: bool) -> None:
    """Make a change; raise InTheWayError if somebody else changed the file since it was looked at."""
    if change is None or not _made(top, change, at_once=at_once):
        raise InTheWayError([step.path])


def _made(top: Path, change: _Change, *, at_once: bool = True) -> bool:
    """Make a change; return whether the file still held what it was thought to."""
    path, before, after = top / change.step.path, change.before, change.after
    if before == after:
        _set_mode(path, change.step)
        return True
    if before and (after is None or before.is_link or after.is_link):
        if not _removed(path, before):
            return False
        before = None
    if after is None:
        _tidy(path.parent, top)
        return True
    if after.is_link:
        with files.disk(path, "write"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(os.fsdecode(after.data))
        return True
    is_done = files.write_over(path, before.data if before else None, after.data, at_once=at_once)
    _set_mode(path, change.step)
    return is_done


def _removed(path: Path, before: _Content) -> bool:
    if not before.is_link:
        return files.remove_over(path, before.data)
    with files.disk(path, "remove"):
        path.unlink()
    return True


def _tidy(folder: Path, top: Path) -> None:
    """Remove folders that are empty now, as git does."""
    with suppress(OSError):
        while folder != top:
            folder.rmdir()
            folder = folder.parent


def _set_mode(path: Path, step: Step) -> None:
    """Let a file be run or not, as its commit says, by whoever may read it."""
    if step.new is None or not step.new.is_file:
        return
    may_run = step.new.mode == _EXECUTABLE
    with files.disk(path, "write"), suppress(FileNotFoundError):
        mode = path.stat().st_mode & 0o777
        wanted = mode | (mode & 0o444) >> 2 if may_run else mode & ~0o111
        if wanted != mode:
            path.chmod(wanted)
