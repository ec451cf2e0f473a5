"""Options that several commands share, and the workspace that they work in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from salerno.store.workspace import Workspace

LOCALES = click.option(
    "-l",
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    help="Only this locale; may be given several times.",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
STRICT = click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 if a page is withheld or a finding is critical or major.",
)
LOCALE = click.option("-l", "--locale", required=True, metavar="LOCALE", help="The locale.")
AS = click.option(
    "--as",
    "identifier",
    required=True,
    metavar="ID",
    help="The reviewer that you are.",
)
UNIT = click.option(
    "--unit",
    "key",
    required=True,
    metavar="KEY",
    help="The unit's key, as `queue --json` names it.",
)
REASON = click.option(
    "--reason",
    required=True,
    metavar="TEXT",
    help="Why; it goes into the ledger.",
)

Seat = tuple[str, str, str]
"""Article, locale, reviewer."""


def seated(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ARTICLE, -l and --as, and pass them on as its second argument, a `Seat`."""

    @click.argument("article")
    @LOCALE
    @AS
    @click.pass_obj
    @wraps(command)
    def wrapper(
        folder: Path,
        /,
        article: str,
        locale: str,
        identifier: str,
        **details: Any,
    ) -> None:
        command(folder, (article, locale, identifier), **details)

    return wrapper


def workspace_in(folder: Path) -> Workspace:
    """Return the workspace, with what a killed command left half-done finished first."""
    from salerno.pipeline.recording import recover
    from salerno.store import journal
    from salerno.store.workspace import find

    workspace = find(folder)
    if journal.is_open(workspace):
        with workspace.lock():
            recover(workspace, lambda text: click.echo(f"salerno: {text}", err=True))
    return workspace
