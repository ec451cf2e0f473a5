"""The commands by which anybody proves what was decided: verify, report, ledger."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from salerno.cli.options import AS_JSON, LOCALE, workspace_in


@click.command()
@click.argument("directory", required=False, type=click.Path(path_type=Path))
@click.option(
    "--reviewers",
    "keys",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The reviewers' keys, from a place that you trust.",
)
@click.option(
    "--assets",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The site's own style.css and comfort.js, if it has them, from a place that you trust.",
)
@AS_JSON
@click.pass_obj
def verify(
    folder: Path,
    directory: Path | None,
    keys: Path | None,
    assets: Path | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Prove published pages (output/site, or DIRECTORY) from the evidence beside them."""
    from salerno.verify import run

    sys.exit(run(folder, directory and folder / directory, keys, assets, as_json=as_json))


@click.command()
@click.argument("article")
@LOCALE
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write it; output/reports/ unless named.",
)
@click.pass_obj
def report(folder: Path, article: str, locale: str, output: Path | None) -> None:
    """Write one HTML page for an inspector: every sentence, and who decided what when."""
    from salerno.pipeline.report import report as run

    click.echo(f"wrote {run(workspace_in(folder), article, locale, output)}")


@click.group()
def ledger() -> None:
    """Prove and unite the records of decisions: verify, merge."""


@ledger.command("verify")
@click.option(
    "--since",
    default="",
    metavar="REV",
    help="Also compare with this revision in git: nothing may be gone.",
)
@click.pass_obj
def ledger_verify(folder: Path, since: str) -> None:
    """Verify ledgers, editions and reviewers; exits with 1 if anything does not hold."""
    from salerno.pipeline.ledgers import verify_ledgers
    from salerno.store.workspace import find

    flaws = list(verify_ledgers(find(folder), since))
    for flaw in flaws:
        click.echo(f"{flaw.file}: {flaw.what}")
    click.echo(f"{len(flaws)} problems" if flaws else "everything holds", err=True)
    sys.exit(int(bool(flaws)))


@ledger.command("merge")
@click.argument("other", type=click.Path(path_type=Path))
@click.pass_obj
def ledger_merge(folder: Path, other: Path) -> None:
    """Take over the decisions and editions of OTHER, another clone of this workspace."""
    from salerno.pipeline.ledgers import merge_ledgers

    for name in merge_ledgers(workspace_in(folder), other):
        click.echo(f"merged {name}")
    click.echo("every ledger is united", err=True)


COMMANDS: tuple[click.Command, ...] = (verify, report, ledger)
