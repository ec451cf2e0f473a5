"""Trees and commits made beside the index and the work tree that people use; no branch moves here."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from salerno.errors import CheckoutError
from salerno.store import files, git
from salerno.store.repository import Blob, Repository

SERVER = "Salerno review server"
_ADDRESS = "salerno@localhost"
_NOTHING = "0" * 40


@dataclass(frozen=True, slots=True)
class Author:
    """In whose name something is committed."""

    name: str
    email: str


def server(repository: Repository) -> Author:
    """Return the server's own name: `committer.name` and `committer.email` of git's settings."""
    known = repository.settings()
    email = known.get("committer.email") or known.get("user.email") or _ADDRESS
    return Author(known.get("committer.name") or SERVER, email)


def tree_of(repository: Repository, base: str, paths: Sequence[str]) -> str:
    """Return the tree of a commit with some files as they are in the work tree now."""
    given = b"".join(os.fsencode(path) + b"\0" for path in paths)
    return _tree(repository, base, ("--add", "-z", "--stdin"), given)


def tree_with(repository: Repository, base: str, changes: Mapping[str, Blob | None]) -> str:
    """Return the tree of a commit with some paths changed; raise CheckoutError if others go with them.

    A file where a folder was would take all that is in it away.
    """
    tree = _tree(repository, base, ("-z", "--index-info"), index_info(changes))
    for step in repository.steps(base, tree):
        if step.path not in changes:
            raise CheckoutError("is a folder on one side and a file on the other", where=step.path)
    return tree


def index_info(changes: Mapping[str, Blob | None]) -> bytes:
    """Return changes of paths as `git update-index --index-info -z` reads them."""
    # What goes comes first: a folder may make room for a file of its name.
    order = sorted(changes.items(), key=lambda item: item[1] is not None)
    return b"".join(
        f"{blob.mode if blob else '0'} {blob.id if blob else _NOTHING}\t".encode("ascii")
        + os.fsencode(path)
        + b"\0"
        for path, blob in order
    )


def _tree(repository: Repository, base: str, how: Sequence[str], given: bytes) -> str:
    with repository.work() as folder:
        setting = {"GIT_INDEX_FILE": str(folder / "index")}
        git.run(repository.top, "read-tree", base, setting=setting)
        git.run(repository.top, "update-index", *how, given=given, setting=setting)
        return git.run(repository.top, "write-tree", setting=setting).decode("ascii").strip()


def blobs_of(repository: Repository, contents: Sequence[bytes]) -> list[str]:
    """Put contents into git's store, and return their ids."""
    if not contents:
        return []
    with repository.work() as folder:
        paths = [folder / str(number) for number in range(len(contents))]
        with files.disk(folder, "write into"):
            for path, content in zip(paths, contents, strict=True):
                path.write_bytes(content)
        given = b"".join(os.fsencode(path) + b"\n" for path in paths)
        options = ("-w", "--no-filters", "--stdin-paths")
        out = git.run(repository.top, "hash-object", *options, given=given)
    return out.decode("ascii").split()


def commit_of(
    repository: Repository, tree: str, parents: Sequence[str], author: Author, message: str
) -> str:
    """Return a new commit; no branch knows of it yet."""
    committer = server(repository)
    setting = {
        "GIT_AUTHOR_NAME": author.name,
        "GIT_AUTHOR_EMAIL": author.email,
        "GIT_COMMITTER_NAME": committer.name,
        "GIT_COMMITTER_EMAIL": committer.email,
    }
    on = [part for parent in parents for part in ("-p", parent)]
    given = message.encode("utf-8", "replace")
    out = git.run(repository.top, "commit-tree", tree, *on, "-F", "-", given=given, setting=setting)
    return out.decode("ascii").strip()


def merged_text(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Return what git makes of two versions of a text, None if they conflict or are no texts."""
    with TemporaryDirectory() as folder:
        names = ("ours", "base", "theirs")
        for name, data in zip(names, (ours, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(data)
        answer = git.ask(Path(folder), "merge-file", "-p", *names)
    return answer.out if answer.status == 0 else None
