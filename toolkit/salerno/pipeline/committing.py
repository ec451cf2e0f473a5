"""What decisions changed, committed in somebody's name; what else lies around is left to whom it belongs to."""

from __future__ import annotations

import stat
from collections.abc import Collection
from contextlib import suppress

from salerno.errors import CheckoutError, InputError
from salerno.pipeline.file_kinds import FileKind, kind_of
from salerno.pipeline.wording import harmless, printable
from salerno.store import commits, moves
from salerno.store.commits import Author
from salerno.store.index import Index
from salerno.store.moves import Move
from salerno.store.repository import Head, Repository, Uncommitted

ATTEMPTS = 5
"""How often a thing is done anew because somebody else was faster."""


def commit_decisions(
    clone: Repository, author: Author, message: str, only: Collection[str] = ()
) -> str:
    """Commit what decisions changed, in all files or in some; return the commit, empty if there was nothing.

    The caller holds the locks.
    """
    failure: InputError = CheckoutError("somebody else commits here, time and again")
    for _ in range(ATTEMPTS):
        paths = [path for path in decided(clone) if not only or path in only]
        if not paths:
            return ""
        with Index(clone) as index:
            head = clone.head()
            check_ready(clone, head)
            try:
                tree = commits.tree_of(clone, head.commit, paths)
            except InputError as error:  # an editor replaces a file: it is gone for a moment
                failure = error
                continue
            if tree == clone.tree(head.commit):
                return ""
            new = commits.commit_of(clone, tree, [head.commit], clean(author), told(message))
            if moves.advance(clone, index, Move(head.ref, head.commit, new)):
                return new
    raise failure


def decided(clone: Repository) -> list[str]:
    """Return the paths of what decisions changed, as far as it may be committed.

    Raises CheckoutError if somebody's merge left one of them half-done.
    """
    found = [each for each in clone.uncommitted(("locales",)) if _is_decided(clone, each)]
    for each in found:
        if each.is_conflict:
            moves.check_idle(clone)
            what = "holds somebody's merge that is not settled"
            raise CheckoutError(what, where=each.path, help="`git status` says how to end it")
    return [each.path for each in found]


def _is_decided(clone: Repository, changed: Uncommitted) -> bool:
    kind = kind_of(changed.path.removeprefix(clone.prefix))
    is_kept = kind is FileKind.EDITION and not changed.is_new
    if not kind.is_decided or is_kept:
        return False
    with suppress(OSError):
        return stat.S_ISREG((clone.top / changed.path).lstat().st_mode)
    return False


def clean(author: Author) -> Author:
    """Return a name and an address that git takes for just these, whatever letters are in them."""
    name = " ".join(printable(author.name.replace("<", "(").replace(">", ")")).split())[:200]
    email = "".join(printable(author.email).split()).translate(_BRACKETS)[:200]
    return Author(
        name if any(map(str.isalnum, name)) else "somebody",
        email if any(map(str.isalnum, email)) else "unknown@localhost",
    )


_BRACKETS = str.maketrans("", "", "<>")


def told(message: str) -> str:
    """Return a message that moves no cursor, with a subject."""
    text = harmless(message.replace("\r\n", "\n")).strip()
    return f"{text or 'Decisions'}\n"


def check_ready(clone: Repository, head: Head) -> None:
    """Raise CheckoutError if nothing can be committed now."""
    if not head.ref:
        raise CheckoutError("no branch is checked out here", help="`git switch BRANCH` does that")
    moves.check_idle(clone)
