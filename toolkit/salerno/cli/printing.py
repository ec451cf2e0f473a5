"""The command by which a clinic gets paper: handout."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from salerno.cli.options import LOCALE, workspace_in


@click.command()
@click.argument("articles", nargs=-1, required=True)
@LOCALE
@click.option(
    "--bilingual",
    "is_bilingual",
    is_flag=True,
    help="Set the source beside the translation, block by block.",
)
@click.pass_obj
def handout(folder: Path, articles: tuple[str, ...], locale: str, is_bilingual: bool) -> None:  # noqa: FBT001
    """Write a published article, or several as a booklet, as PDF for print."""
    from salerno.cli import show
    from salerno.pipeline.handout import handout as run

    workspace = workspace_in(folder)
    report = run(workspace, articles, locale, is_bilingual=is_bilingual)
    show.gone([workspace.name(path) for path in report.removed])
    show.held_up(report.withheld)
    if report.path:
        click.echo(f"wrote {workspace.name(report.path)}")
    sys.exit(int(bool(report.withheld)))


COMMANDS: tuple[click.Command, ...] = (handout,)
