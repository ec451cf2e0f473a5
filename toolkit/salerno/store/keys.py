"""Encrypted private keys in .salerno/keys, on the machine of the reviewer whose they are."""

from __future__ import annotations

from pathlib import Path

from salerno import signing
from salerno.errors import InputError
from salerno.store import files
from salerno.store.workspace import Workspace


def path_of(workspace: Workspace, reviewer: str) -> Path:
    """Return where a reviewer's private key is kept; git ignores the folder, `clean` spares it.

    The folder says so itself, for a workspace in a repository that has no such line. A link that came
    with the repository may not lead keys to a place where others find them.
    """
    return workspace.inside(workspace.root / ".salerno" / "keys" / f"{reviewer}.pem")


def make(workspace: Workspace, reviewer: str, passphrase: str) -> str:
    """Make a key and return its public half; raise InputError if there is one: ids keep their keys."""
    path = path_of(workspace, reviewer)
    if path.exists():
        raise InputError(
            f"there is a key for {reviewer!r} already",
            where=workspace.name(path),
            help="an id never changes its key: retire it and take another id",
        )
    pem, public = signing.generate(passphrase)
    with files.disk(path, "write"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
    files.write(path.parent.parent / ".gitignore", b"*\n")
    files.write(path, pem, mode=0o600)
    return public


def open_key(workspace: Workspace, reviewer: str, passphrase: str) -> signing.PrivateKey:
    """Return a reviewer's key, opened; raise InputError if it is not here or stays shut."""
    path = path_of(workspace, reviewer)
    if not path.exists():
        raise InputError(
            f"the private key of {reviewer!r} is not on this machine",
            where=workspace.name(path),
            help="sign where it is, or copy the file here",
        )
    try:
        return signing.open_key(files.read_bytes(path), passphrase)
    except InputError as error:
        raise InputError(error.what, where=workspace.name(path)) from error
