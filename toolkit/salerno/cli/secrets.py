"""Passphrases: from the environment, a file, or a prompt; never from an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from salerno.errors import InputError
from salerno.signing import PrivateKey
from salerno.store import keys
from salerno.store.workspace import Workspace


def passphrase(reviewer: str, *, confirm: bool = False) -> str:
    """Return a reviewer's passphrase; asked for twice where a key is made with it."""
    if found := os.environ.get("SALERNO_PASSPHRASE"):
        return found
    if path := os.environ.get("SALERNO_PASSPHRASE_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
        except OSError as error:
            raise InputError(f"cannot read SALERNO_PASSPHRASE_FILE: {error.strerror}") from error
    if not sys.stdin.isatty():
        raise InputError(
            "a passphrase is needed",
            help="type it at a terminal, or set SALERNO_PASSPHRASE or SALERNO_PASSPHRASE_FILE",
        )
    text: str = click.prompt(
        f"Passphrase of {reviewer}",
        hide_input=True,
        confirmation_prompt=confirm,
        err=True,
    )
    return text


def opener(workspace: Workspace, reviewer: str) -> Callable[[], PrivateKey]:
    """Return what opens a reviewer's key when it is first needed, and once only."""
    opened: list[PrivateKey] = []

    def key() -> PrivateKey:
        if not opened:
            opened.append(keys.open_key(workspace, reviewer, passphrase(reviewer)))
        return opened[0]

    return key
