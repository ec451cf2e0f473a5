"""Editions, each in a file that is named by its hash, written once and never changed."""

from __future__ import annotations

import uuid
from pathlib import Path

from salerno import edition as editions
from salerno.errors import InputError, LedgerError, WorkspaceError
from salerno.model import Edition
from salerno.store import files
from salerno.store.settings import FILE
from salerno.store.workspace import Workspace

NAME = 16
"""Hex digits of the hash that name the file."""


def path_of(workspace: Workspace, article: str, locale: str, name: str) -> Path:
    """Return the path of an edition with a hash."""
    return workspace.editions(article, locale) / f"{name[:NAME]}.json"


def write(workspace: Workspace, edition: Edition) -> str:
    """Write an edition if this content has none yet; return its hash."""
    name = editions.hash_of(edition)
    path = path_of(workspace, edition.article, edition.locale, name)
    data = editions.canonical(edition) + b"\n"
    if workspace.inside(path).exists():
        if files.read_bytes(path) != data:
            raise LedgerError("holds another edition under this name", where=workspace.name(path))
        return name
    files.write(path, data)
    return name


def identity_of(workspace: Workspace) -> str:
    """Return the UUID that editions are bound to; raise WorkspaceError if the workspace has none."""
    if workspace.settings.workspace is None:
        raise WorkspaceError(
            "names no workspace, and an edition is bound to one",
            where=FILE,
            help=f'write `workspace = "{uuid.uuid4()}"` at its top; or restore it from git',
        )
    return str(workspace.settings.workspace)


def load(workspace: Workspace, article: str, locale: str, name: str) -> Edition:
    """Return the edition with a hash; raise LedgerError if it is gone, or is not what was signed."""
    path = path_of(workspace, article, locale, name)
    where = workspace.name(path)
    if not path.exists():
        raise LedgerError(
            "the edition that was signed is gone", where=where, help="restore it from git"
        )
    try:
        edition = editions.parse(files.read_bytes(workspace.inside(path)))
    except (ValueError, RecursionError, InputError) as error:
        raise LedgerError(f"no edition: {error}", where=where) from error
    identity = identity_of(workspace)
    for problem in editions.problems_of(
        edition,
        name=name,
        article=article,
        locale=locale,
        workspace=identity,
    ):
        raise LedgerError(problem, where=where, help="restore it from git")
    return edition


def names(workspace: Workspace, article: str, locale: str) -> list[str]:
    """Return the names of all editions of an article in a locale."""
    folder = workspace.editions(article, locale)
    return sorted(path.stem for path in folder.glob("*.json")) if folder.is_dir() else []
