"""The clone that a workspace is in: decisions committed in people's names, and exchanged with a remote.

Files are touched under the workspace's lock; nobody waits for a network while it is held. What a remote
has comes in whole or not at all: where its words and ours cannot both stand, a person decides.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from salerno.errors import CheckoutError, InTheWayError, SalernoError
from salerno.pipeline.batches import author_of, commit_batches, held
from salerno.pipeline.committing import (
    ATTEMPTS,
    check_ready,
    clean,
    commit_decisions,
    decided,
    told,
)
from salerno.pipeline.conflicts import Choice, Conflict, Side, Version
from salerno.pipeline.merging import Fresh, Merging, merging
from salerno.pipeline.wording import printable
from salerno.store import commits, moves, remotes
from salerno.store import repository as repositories
from salerno.store.commits import Author
from salerno.store.index import Index
from salerno.store.moves import Move
from salerno.store.repository import Blob, Head, Repository, Upstream
from salerno.store.workspace import Workspace

__all__ = [
    "Author",
    "Choice",
    "Conflict",
    "Side",
    "Standing",
    "Synchronised",
    "Version",
    "author_of",
    "commit",
    "commit_all",
    "conflicts",
    "has_remote",
    "settle",
    "standing",
    "synchronise",
]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a workspace stands in git."""

    is_clone: bool = False
    branch: str = ""
    """Empty where none is checked out: then nothing is committed."""
    remote: str = ""
    """The remote's branch that it goes with, such as `origin/main`; empty for none."""
    ahead: int = 0
    """Commits that the remote has not, by what is known of it."""
    behind: int = 0
    uncommitted: tuple[str, ...] = ()
    """Files below locales/ and source/ that are not as they were committed."""
    waits: bool = False
    """Whether what the remote has waits for somebody to settle conflicts."""
    why: str = ""
    """Why it is no clone, or why nothing can be committed in it now."""


@dataclass(frozen=True, slots=True)
class Synchronised:
    """What an exchange with the remote came to."""

    came: tuple[str, ...] = ()
    """Files of the workspace that changed here."""
    went: int = 0
    """Commits that the remote got."""
    conflicts: tuple[Conflict, ...] = ()
    """What somebody has to settle; nothing of the remote's has come in until then."""
    why: str = ""
    """Why it could not be done, in words for people; the next time it may."""


def standing(workspace: Workspace) -> Standing:
    """Return how a workspace stands in git; without git or a clone that is an answer too."""
    try:
        clone = repositories.find(workspace.root)
        head = clone.head()
        upstream = clone.upstream(head)
        known = clone.commit(upstream.tracking) if upstream else ""
        ahead, behind = clone.counts(head.commit, known) if upstream else (0, 0)
        changed = clone.uncommitted(("locales", "source"))
        return Standing(
            is_clone=True,
            branch=head.branch,
            remote=upstream.name if upstream else "",
            ahead=ahead,
            behind=behind,
            uncommitted=tuple(sorted(each.path.removeprefix(clone.prefix) for each in changed)),
            waits=bool(behind and conflicts(workspace)),
            why=_obstacle(clone, head),
        )
    except SalernoError as error:
        return Standing(why=printable(str(error)))


def has_remote(workspace: Workspace) -> bool:
    """Return whether a workspace is in a clone whose branch goes with a remote's."""
    clone = repositories.maybe_find(workspace.root)
    return bool(clone and clone.upstream(clone.head()))


def _obstacle(clone: Repository, head: Head) -> str:
    """Return why nothing can be committed now, or an empty text."""
    try:
        check_ready(clone, head)
    except CheckoutError as error:
        return str(error)
    return ""


def commit_all(workspace: Workspace) -> list[str]:
    """Commit what decisions changed, each article in the name of whoever decided; return the commits.

    Nothing else that is changed or staged is touched, and nothing that was removed is committed as
    removed: decisions remove no file. Raises CheckoutError where nothing can be committed now.
    """
    clone = repositories.maybe_find(workspace.root)
    if clone is None:
        return []
    with held(workspace, clone):
        return commit_batches(workspace, clone)


def commit(workspace: Workspace, author: Author, message: str, only: Collection[str] = ()) -> str:
    """Commit what decisions changed, in all files or some of the workspace's, in somebody's name.

    Returns the commit, empty if there was nothing; else as `commit_all`.
    """
    clone = repositories.maybe_find(workspace.root)
    if clone is None:
        return ""
    with held(workspace, clone):
        return commit_decisions(clone, author, message, [f"{clone.prefix}{name}" for name in only])


def conflicts(workspace: Workspace) -> tuple[Conflict, ...]:
    """Return what somebody has to settle before what is known of the remote can come in."""
    with suppress(SalernoError):
        clone = repositories.find(workspace.root)
        head = clone.head()
        upstream = clone.upstream(head)
        theirs = remotes.tracked(clone, upstream) if upstream else ""
        if theirs and not clone.is_ancestor(theirs, head.commit):
            return merging(workspace, clone, head.commit, theirs).conflicts
    return ()


def synchronise(workspace: Workspace) -> Synchronised:
    """Fetch, merge and push; where that cannot be done, everything here is as it was."""
    return _exchange(workspace, ())


def settle(workspace: Workspace, choices: Sequence[Choice], author: Author) -> Synchronised:
    """Merge by somebody's choices, in their name, and push.

    A choice holds for the two versions that were shown. What is not settled, or was changed meanwhile,
    is returned, and then nothing is merged. The side that was not chosen stays in git's history.
    """
    return _exchange(workspace, choices, author)


def _exchange(
    workspace: Workspace, choices: Sequence[Choice], author: Author | None = None
) -> Synchronised:
    came: dict[str, None] = {}
    try:
        clone = repositories.find(workspace.root)
        with workspace.lock("synchronise"):
            merge = _Merge(workspace, clone, _upstream(clone), tuple(choices), author)
            return _rounds(merge, came)
    except SalernoError as error:
        return Synchronised(tuple(came), why=printable(str(error)))


def _upstream(clone: Repository) -> Upstream:
    head = clone.head()
    check_ready(clone, head)
    upstream = clone.upstream(head)
    if upstream is None:
        remedy = f"`git push -u REMOTE {head.branch}` sets it"
        raise CheckoutError(f"no remote is set for the branch {head.branch}", help=remedy)
    return upstream


@dataclass(frozen=True, slots=True)
class _Merge:
    """How what a remote has is to come in."""

    workspace: Workspace
    clone: Repository
    upstream: Upstream
    choices: tuple[Choice, ...]
    author: Author | None

    def of(self, ours: str, theirs: str) -> Merging:
        """Return what two commits come to, by the choices that were made."""
        return merging(self.workspace, self.clone, ours, theirs, self.choices)


def _rounds(merge: _Merge, came: dict[str, None]) -> Synchronised:
    clone, upstream = merge.clone, merge.upstream
    theirs = remotes.tracked(clone, upstream) if merge.choices else ""
    for _ in range(ATTEMPTS):
        theirs = theirs or remotes.fetch(clone, upstream)
        if theirs:
            waiting = _merge_in(merge, theirs, came)
            if waiting:
                return Synchronised(tuple(came), conflicts=waiting)
        head = clone.head()
        if clone.upstream(head) != upstream:
            raise CheckoutError("another branch was checked out meanwhile")
        went, _ = clone.counts(head.commit, theirs)
        if not went or remotes.push(clone, upstream, head.commit):
            return Synchronised(tuple(came), went)
        theirs = ""
    raise CheckoutError("somebody else's push came first, time and again", help="try again")


def _merge_in(merge: _Merge, theirs: str, came: dict[str, None]) -> tuple[Conflict, ...]:
    """Merge what a remote has, and note which files that changed; return what is to be settled first."""
    clone = merge.clone
    merge.of(
        clone.head().commit, theirs
    )  # this takes its time, and is known when it is asked again
    with held(merge.workspace, clone):
        for _ in range(ATTEMPTS):
            head = clone.head()
            if clone.is_ancestor(theirs, head.commit):
                return ()
            if waiting := merge.of(head.commit, theirs).conflicts:
                return waiting
            with Index(clone) as index:
                move = _move(merge, theirs)
                in_the_way = _advanced(clone, index, move) if move else ()
            if move and in_the_way is None:
                came.update(dict.fromkeys(_names(clone, move)))
                return ()
            # What decisions changed and nobody has committed makes room by being committed.
            if in_the_way and not commit_batches(merge.workspace, clone):
                raise InTheWayError(in_the_way)
    raise CheckoutError("files here change faster than they can be merged", help="try again")


def _move(merge: _Merge, theirs: str) -> Move | None:
    """Return how the branch is to be moved, None if somebody made that a conflict meanwhile."""
    head = merge.clone.head()
    check_ready(merge.clone, head)
    merged = merge.of(head.commit, theirs)
    if merged.conflicts:
        return None
    new = theirs if merged.is_forward else _commit_of(merge, merged, head, theirs)
    return Move(head.ref, head.commit, new, with_files=True)


def _advanced(clone: Repository, index: Index, move: Move) -> Sequence[str] | None:
    """Move the branch, and return None; or the files of decisions that stand in the way, if any do."""
    try:
        return None if moves.advance(clone, index, move) else ()
    except InTheWayError as error:
        if not set(error.paths) <= set(decided(clone)):
            raise
        return error.paths


def _names(clone: Repository, move: Move) -> list[str]:
    """Return the files of the workspace that a move changed."""
    paths = [step.path for step in clone.steps(move.old, move.new)]
    return [path.removeprefix(clone.prefix) for path in paths if path.startswith(clone.prefix)]


def _commit_of(merge: _Merge, merged: Merging, head: Head, theirs: str) -> str:
    clone = merge.clone
    fresh = {path: each for path, each in merged.changes.items() if isinstance(each, Fresh)}
    ids = commits.blobs_of(clone, [each.data for each in fresh.values()])
    blobs = {path: Blob(fresh[path].mode, made) for path, made in zip(fresh, ids, strict=True)}
    kept = {path: each for path, each in merged.changes.items() if not isinstance(each, Fresh)}
    tree = commits.tree_with(clone, head.commit, kept | blobs)
    author = clean(merge.author) if merge.author else commits.server(clone)
    message = told(f"Merge {merge.upstream.name}\n\n{_settled(merge, head, theirs)}")
    return commits.commit_of(clone, tree, [head.commit, theirs], author, message)


def _settled(merge: _Merge, head: Head, theirs: str) -> str:
    """Return what was settled and how, for whoever reads the history later."""
    if not merge.choices:
        return ""
    chosen = {choice.conflict: choice for choice in merge.choices}
    found = merging(merge.workspace, merge.clone, head.commit, theirs).conflicts
    lines = [
        f"- {conflict.file} {conflict.key}: {chosen[conflict.id].side or 'words of their own'}"
        for conflict in found
        if conflict.id in chosen
    ]
    return "\n".join(["Settled:", *lines])
